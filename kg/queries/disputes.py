"""Disagreements on who signed and on what replaced what: opinions of which the graph keeps all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from kg.model.terms import Event, Status
from kg.queries.lookups import find_replaced
from kg.queries.opinions import Told
from kg.stores.base import Store

PAIR = 2  # signers of an agreement of two states
Valued = list[tuple[str, Told]]
Signers = frozenset[str]


def differ_in_signers(told: Iterable[Told]) -> Iterator[tuple[str, Valued]]:
    """Yield for each state the signers that different documents name for it, where no document names both.

    Of signers whose states nobody tells, pairs that have no one in common differ as a whole.
    """
    by_document: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.event is Event.SIGNATURE and one.status is Status.DONE and one.signers:
            by_document[one.voice.document].append(one)
    found = [*_differ_by_state(by_document)]
    yield from found or _differ_as_pairs(by_document)


def _differ_by_state(by_document: dict[str, list[Told]]) -> Iterator[tuple[str, Valued]]:
    states = sorted({state for told in by_document.values() for one in told for _, state in one.signers if state})
    for state in states:
        named = {document: _signers_of(told, state) for document, told in by_document.items()}
        valued = _value({document: signers for document, signers in named.items() if signers}, by_document)
        if valued:
            yield f"signer for {state}", valued


def _differ_as_pairs(by_document: dict[str, list[Told]]) -> Iterator[tuple[str, Valued]]:
    named = {
        document: frozenset(name for one in told for name, _ in one.signers) for document, told in by_document.items()
    }
    valued = _value({document: signers for document, signers in named.items() if len(signers) == PAIR}, by_document)
    if valued:
        yield "signers", valued


def _signers_of(told: Iterable[Told], state: str) -> Signers:
    return frozenset(name for one in told for name, acts in one.signers if acts == state)


def _value(named: dict[str, Signers], by_document: dict[str, list[Told]]) -> Valued:
    """Return the claims with the signers that their documents name, if two documents have no one in common."""
    if all(one & other for one, other in combinations(set(named.values()), 2)):
        return []
    return [
        (", ".join(sorted(signers)), one)
        for document, signers in sorted(named.items())
        for one in by_document[document]
        if signers.intersection(name for name, _ in one.signers)
    ]


def differ_in_successors(store: Store, agreement: str, heard: Iterable[Told]) -> Iterator[tuple[str, Valued]]:
    """Yield the agreements that different claims say have replaced this one, but for those in one line."""
    done = [
        one for one in heard if one.older == agreement and one.event is Event.REPLACEMENT and one.status is Status.DONE
    ]
    newer = sorted({one.newer for one in done} - {agreement})
    if len(newer) < PAIR:
        return
    replaced = {id_: {row.agreement for row in find_replaced(store, id_) if row.status == "done"} for id_ in newer}
    apart = {
        id_
        for one, other in combinations(newer, 2)
        if other not in replaced[one] and one not in replaced[other]
        for id_ in (one, other)
    }
    if apart:
        yield "what replaced it", [(one.newer, one) for one in done if one.newer in apart]
