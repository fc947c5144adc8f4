"""What an agreement's node says of its life: the dates shown, each the choice of the sources."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph.claims import Statement
from kg.graph.dates import choose_date
from kg.graph.voices import Voice
from kg.model.terms import Event, Status

SHOWN = {
    Event.SIGNATURE: "signed",
    Event.ENTRY_INTO_FORCE: "inForceFrom",
    Event.PROVISIONAL_APPLICATION: "appliedFrom",
    Event.TERMINATION: "ended",
    Event.EXPIRY: "ended",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Pairs of a property (signed, inForceFrom, appliedFrom, ended) and an ISO date, sorted; done events only."""

    dates: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """Return the date of a property, None where nothing is known."""
        return dict(self.dates).get(name)


def summarise(agreement: str, year: int | None, statements: Iterable[Statement]) -> Summary:
    """Return the dates of an agreement; a done replacement of it, dated, ends it too.

    A day of signature outside the year that most documents give yields to that year.
    """
    dated: defaultdict[str, list[tuple[str, Voice]]] = defaultdict(list)
    for statement in statements:
        name = _property_of(agreement, statement)
        if name is not None and statement.claim.date is not None:
            dated[name].append((statement.claim.date, statement.voice))
    chosen = {name: choose_date(dates).value for name, dates in dated.items()}
    if year is not None and not chosen.get("signed", "").startswith(f"{year:04d}"):
        chosen["signed"] = f"{year:04d}"
    return Summary(dates=tuple(sorted(chosen.items())))


def _property_of(agreement: str, statement: Statement) -> str | None:
    if statement.claim.status is not Status.DONE:
        return None
    if statement.claim.event is Event.REPLACEMENT and statement.older == agreement:
        return "ended"
    return SHOWN.get(statement.claim.event) if statement.agreement == agreement else None
