"""What an agreement's node says of its life: the dates shown, each the choice of the sources."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph.claims import Statement
from kg.graph.dates import choose_date, last_day
from kg.graph.voices import Voice
from kg.model.terms import Event, Status

SHOWN = {
    Event.SIGNATURE: "signed",
    Event.ENTRY_INTO_FORCE: "inForceFrom",
    Event.PROVISIONAL_APPLICATION: "appliedFrom",
    Event.TERMINATION: "ended",
    Event.EXPIRY: "ended",
}
LIMITS = {"signed": "signed", "inForceFrom": "inForce", "appliedFrom": "applied", "ended": "ended"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Pairs of a property and an ISO date, sorted; done events only.

    The properties are signed, inForceFrom, appliedFrom and ended; for what is told without a date they end in
    `NotAfter`, and the date is that of the first report.
    """

    dates: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """Return the date of a property, None where nothing is known."""
        return dict(self.dates).get(name)


def summarise(agreement: str, year: int | None, statements: Iterable[Statement]) -> Summary:
    """Return the dates of an agreement; a done replacement of it, dated, ends it too.

    A day of signature outside the year that most documents give yields to that year.
    """
    dated: defaultdict[str, list[tuple[str, Voice]]] = defaultdict(list)
    reported: defaultdict[str, list[str]] = defaultdict(list)
    for statement in statements:
        name = _property_of(agreement, statement)
        if name is not None and statement.claim.date is not None:
            dated[name].append((statement.claim.date, statement.voice))
        elif name is not None and statement.voice.published is not None:
            reported[name].append(statement.voice.published)
    chosen = {name: choose_date(dates).value for name, dates in dated.items()}
    undated = {f"{LIMITS[name]}NotAfter": min(days, key=last_day) for name, days in reported.items()}
    if year is not None and not chosen.get("signed", "").startswith(f"{year:04d}"):
        chosen["signed"] = f"{year:04d}"
    known = {f"{LIMITS[name]}NotAfter" for name in chosen}
    limits = {name: day for name, day in undated.items() if name not in known}
    return Summary(dates=tuple(sorted({**chosen, **limits}.items())))


def _property_of(agreement: str, statement: Statement) -> str | None:
    if statement.claim.status is not Status.DONE:
        return None
    if statement.claim.event is Event.REPLACEMENT and statement.older == agreement:
        return "ended"
    return SHOWN.get(statement.claim.event) if statement.agreement == agreement else None
