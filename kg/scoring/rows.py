"""A score as rows: the figures of the whole and of each group, rounded as they are shown."""

from kg.scoring.score import Score
from kg.scoring.tally import DETAILS, Tally

Row = dict[str, str | int | float | None]


def make_rows(score: Score) -> list[Row]:
    """Return the row of the whole corpus, then those of its groups by name."""
    return [_make_row("all", score.total), *(_make_row(name, score.groups[name]) for name in sorted(score.groups))]


def _make_row(name: str, tally: Tally) -> Row:
    details = {detail: tally.details[detail].f1() for detail in DETAILS}
    return {
        "name": name,
        "precision": round(tally.precision(), 3),
        "recall": round(tally.recall(), 3),
        "f1": round(tally.f1(), 3),
        "strict": round(tally.strict / tally.right, 3) if tally.right else 0.0,
        "right": tally.right,
        "wrong": tally.wrong,
        "missed": tally.missed,
        "traps_hit": tally.traps_hit,
        "traps": tally.traps,
        **{detail: None if f1 is None else round(f1, 3) for detail, f1 in details.items()},
    }
