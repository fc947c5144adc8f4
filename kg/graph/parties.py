"""Parties: which states an agreement is between, carried by the claims of the documents that tie them to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.claims import Statement
from kg.graph.view import Edge, EdgeType
from kg.resolve.entities import Agreement
from kg.resolve.states import continue_state


def derive_parties(statements: Iterable[Statement], agreements: Iterable[Agreement]) -> Iterator[Edge]:
    """Yield PARTY_TO from each party that resolution found, with the claims on that agreement that bear it out.

    Claims that name the state come first; where none does, all claims on the agreement carry the edge, for their
    documents tie the party to it. An agreement that no claim is about has no such edge: nothing could be shown for it.
    """
    concerned: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for id_ in {statement.agreement, statement.older, statement.by} - {None}:
            concerned[str(id_)].append(statement)
    for agreement in agreements:
        carriers = sorted(concerned[agreement.id], key=lambda statement: statement.id)
        for code in agreement.parties:
            yield from _make_edge(agreement, code, carriers)


def _make_edge(agreement: Agreement, code: str, carriers: list[Statement]) -> Iterator[Edge]:
    same = continue_state(code)
    naming = [s for s in carriers if any(continue_state(state) == same for state in s.claim.states)]
    chosen = naming or carriers
    if chosen:
        yield Edge(
            type=EdgeType.PARTY_TO,
            source=f"state:{code}",
            target=f"agreement:{agreement.id}",
            claims=tuple(statement.id for statement in chosen),
            quote=chosen[0].claim.evidence.quote,
        )
