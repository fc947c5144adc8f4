"""Dates from several sources: which fit together, which one is shown and by what rule."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.graph.voices import count_voices
from kg.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The value shown, the rule that picked it, and each value with the number of independent voices for it."""

    value: str
    rule: str
    voices: tuple[tuple[str, int], ...]


def fits(one: str, other: str) -> bool:
    """Tell whether two ISO dates may be the same day: 2024 and 2024-06-19 do, 2024-06 and 2024-07 do not."""
    return one.startswith(other) or other.startswith(one)


def choose_date(dated: Sequence[tuple[str, Document]]) -> Choice:
    """Return the date that most independent voices give, the more precise and then the earlier of equals.

    A vague date supports every precise one it fits. Needs at least one date.
    """
    by_date: defaultdict[str, list[Document]] = defaultdict(list)
    for date, document in dated:
        by_date[date].append(document)
    if len(by_date) == 1:
        (only,) = by_date
        return Choice(value=only, rule="the only one", voices=((only, 0),))
    voices = {date: _count_support(date, by_date) for date in by_date}
    best = min(by_date, key=lambda date: (-voices[date], -len(date), date))
    rule = "the most precise" if all(fits(best, date) for date in by_date) else "most independent sources"
    return Choice(value=best, rule=rule, voices=tuple(sorted(voices.items())))


def _count_support(date: str, by_date: dict[str, list[Document]]) -> int:
    backing = [document for other, documents in by_date.items() if date.startswith(other) for document in documents]
    return count_voices(backing)


def first_day(date: str) -> str:
    """Return the earliest day an ISO date may mean."""
    return f"{date}-01-01"[:10] if len(date) == len("2024") else f"{date}-01"[:10]


def last_day(date: str) -> str:
    """Return the latest day an ISO date may mean, months taken as 31 days: for comparison only."""
    return f"{date}-12-31"[:10] if len(date) == len("2024") else f"{date}-31"[:10]


def find_disagreement(dates: Iterable[str]) -> bool:
    """Tell whether two of the dates cannot both be right."""
    ordered = sorted(set(dates))
    return any(not fits(one, other) for one in ordered for other in ordered)
