"""From a document's claims to items: each of its agreements with what the document tells around it."""

from collections import defaultdict
from collections.abc import Iterable

from kg.model.claim import Claim, Extraction, LocalAgreement
from kg.model.terms import Event, Status
from kg.resolve.entities import Item

DAY = 10  # length of an ISO day
JOINT = frozenset({Event.SIGNATURE, Event.INITIALLING, Event.ENTRY_INTO_FORCE, Event.EXPIRY, Event.EXTENSION})


def make_items(extraction: Extraction) -> tuple[Item, ...]:
    """Return one item for each agreement of the document, in the document's order."""
    about = _claims_by_agreement(extraction.claims)
    related = _relations(extraction.claims)
    parties = {local.id: _parties(local, about[local.id]) for local in extraction.agreements}
    return tuple(
        Item(
            member=(extraction.document.id, local.id),
            agreement=local,
            language=extraction.language,
            year=local.year or _signature_year(about[local.id]),
            context=_context(local.id, parties, related),
            days=frozenset(_days(about[local.id])),
            place=_place(about[local.id]),
            related=frozenset(related[local.id]),
            published=extraction.document.published,
        )
        for local in extraction.agreements
    )


def _claims_by_agreement(claims: Iterable[Claim]) -> defaultdict[str, list[Claim]]:
    about: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        about[claim.agreement].append(claim)
    return about


def _relations(claims: Iterable[Claim]) -> defaultdict[str, set[str]]:
    related: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for other in (claim.replaced, claim.by):
            if other is not None and other != claim.agreement:
                related[claim.agreement].add(other)
                related[other].add(claim.agreement)
    return related


def _parties(local: LocalAgreement, claims: Iterable[Claim]) -> frozenset[str]:
    """Return the agreement's own parties, and the states that the document says act on it."""
    acting = {state for claim in claims for state in claim.states}
    return frozenset(local.parties) | acting


def _context(local: str, parties: dict[str, frozenset[str]], related: dict[str, set[str]]) -> frozenset[str]:
    """Return the parties of the agreement, or where it has fewer than two those of its relations too."""
    own = parties[local]
    if len(own) > 1:
        return own
    neighbours = (parties.get(other, frozenset()) for other in sorted(related[local]))
    return own.union(*(near for near in neighbours if own <= near))


def _signature_year(claims: Iterable[Claim]) -> int | None:
    years = {int(c.date[:4]) for c in claims if c.event is Event.SIGNATURE and c.status is Status.DONE and c.date}
    return min(years) if len(years) == 1 else None


def _days(claims: Iterable[Claim]) -> Iterable[str]:
    for claim in claims:
        if claim.status is Status.DONE and claim.date is not None and len(claim.date) == DAY:
            yield f"{claim.event}@{claim.date}"


def _place(claims: Iterable[Claim]) -> str | None:
    places = sorted({c.place for c in claims if c.place and c.event is Event.SIGNATURE})
    return places[0] if len(places) == 1 else None
