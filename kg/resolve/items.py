"""From a document's claims to items: each of its agreements with what the document tells around it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model.claim import Claim, Extraction, LocalAgreement
from kg.model.terms import Event, Status
from kg.resolve.entities import Item, Leader, PersonKey
from kg.resolve.home import home_of
from kg.resolve.persons import guess_state
from kg.resolve.states import continue_state

PAIR = 2
DAY = 10  # length of an ISO day
JOINT = frozenset({Event.SIGNATURE, Event.INITIALLING, Event.ENTRY_INTO_FORCE, Event.EXPIRY, Event.EXTENSION})


def make_items(extraction: Extraction, leaders: Mapping[PersonKey, Leader]) -> tuple[Item, ...]:
    """Return one item for each agreement of the document, in the document's order; mentions are left out."""
    about = _claims_by_agreement(extraction.claims)
    related = _relations(extraction.claims)
    known = {key.name: leader for key, leader in leaders.items() if leader.known}
    signers = {local.id: _signers(about[local.id], known) for local in extraction.agreements}
    parties = {local.id: _parties(local, about[local.id]) for local in extraction.agreements}
    years = {local.id: local.year or _signature_year(about[local.id]) for local in extraction.agreements}
    context = {local.id: _context(local.id, parties, related) for local in extraction.agreements}
    ambient = _ambient(context.values(), home_of(extraction.document, extraction.language))
    return tuple(
        Item(
            member=(extraction.document.id, local.id),
            agreement=replace(local, mentions=()),
            language=extraction.language,
            year=years[local.id],
            context=context[local.id],
            ambient=ambient,
            signers=signers[local.id],
            ties=frozenset(_ties(local.id, extraction.claims, years)),
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
    """Return the agreement's own parties, and the states that the document says act on it.

    Where that is one state or none, those of two signers that the curated table knows are parties too.
    """
    told = frozenset(local.parties).union(*(claim.states for claim in claims))
    signed = (claim for claim in claims if claim.event is Event.SIGNATURE)
    behind = {guess_state(person.name) for claim in signed for person in claim.persons} - {None}
    states = frozenset(continue_state(str(state)) for state in behind)
    return told | states if len(told) < PAIR <= len(states) and told <= states else told


def _signers(claims: Iterable[Claim], leaders: Mapping[str, Leader]) -> frozenset[str]:
    """Return the ids of the leaders of the curated table that the document says signed or are to sign."""
    names = {person.name for claim in claims if claim.event is Event.SIGNATURE for person in claim.persons}
    return frozenset(leaders[name].id for name in names if name in leaders)


def _ambient(contexts: Iterable[frozenset[str]], home: str | None) -> frozenset[str]:
    """Return the two states that all agreements of the document with two parties are between; none if they differ.

    Where all name one state, and that is not the document's home, the home is the other.
    """
    pairs = {frozenset(continue_state(code) for code in context) for context in contexts}
    full = {pair for pair in pairs if len(pair) > 1}
    alone = frozenset[str]().union(*pairs)
    if not full and len(alone) == 1 and home is not None and home not in alone:
        return alone | {home}
    (only,) = full if len(full) == 1 else (frozenset[str](),)
    return only if len(only) == PAIR and all(pair <= only for pair in pairs) else frozenset()


def _ties(local: str, claims: Iterable[Claim], years: dict[str, int | None]) -> Iterable[str]:
    """Yield how the agreement stands to dated ones: "replacement@1961" for what it replaces, "replaced@2024"."""
    for claim in claims:
        if claim.replaced is None or claim.replaced == claim.agreement:
            continue
        older, newer = years.get(claim.replaced), years.get(claim.agreement)
        if claim.agreement == local and older is not None:
            yield f"{claim.event}@{older}"
        if claim.replaced == local and newer is not None:
            yield f"older-of-{claim.event}@{newer}"


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
