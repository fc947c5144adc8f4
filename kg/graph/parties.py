"""Parties: which states an agreement is between, carried by the claims of the documents that tie them to it."""

from collections.abc import Iterator, Sequence

from kg.graph.claims import Statement
from kg.graph.view import Edge, EdgeType
from kg.resolve.entities import Agreement
from kg.resolve.states import continue_state


def derive_parties(concerned: Sequence[Statement], agreement: Agreement) -> Iterator[Edge]:
    """Yield PARTY_TO from each party of an agreement, with those of the claims on it, sorted, that bear it out.

    Claims that name the state come first; where none does, all claims on the agreement carry the edge, for their
    documents tie the party to it. An agreement that no claim is about has no such edge: nothing could be shown for it.
    """
    for code in agreement.parties:
        yield from _make_edge(agreement, code, concerned)


def _make_edge(agreement: Agreement, code: str, carriers: Sequence[Statement]) -> Iterator[Edge]:
    same = continue_state(code)
    naming = [s for s in carriers if any(continue_state(state) == same for state in s.claim.states)]
    chosen = naming or carriers
    if chosen:
        yield Edge(
            type=EdgeType.PARTY_TO,
            source=f"state:{code}",
            target=f"agreement:{agreement.id}",
            claims=tuple(statement.id for statement in chosen),
        )
