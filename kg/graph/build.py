"""The whole graph of a set of documents: from extractions and their resolution to quads."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Quad

from kg.graph.claims import Statement, find_statements
from kg.graph.derived_graph import agreement_quads, edge_quads, leader_quads, state_quads, statement_quads
from kg.graph.document_graph import make_document_quads
from kg.graph.edges import derive_allegiance, derive_edges
from kg.graph.names_index import agreement_index, leader_index, state_index
from kg.graph.parties import derive_parties
from kg.graph.summary import summarise
from kg.graph.view import Edge
from kg.model.claim import Extraction
from kg.resolve.entities import Resolution
from kg.resolve.states import former_states


def build_quads(extractions: Iterable[Extraction], resolution: Resolution) -> Iterator[Quad]:
    """Yield all quads of the dataset: each document's graph, then the derived one."""
    known = sorted({one.document.id: one for one in extractions}.values(), key=lambda one: one.document.id)
    for extraction in known:
        yield from make_document_quads(extraction)
    yield from derive_quads(known, resolution)


def derive_quads(extractions: Sequence[Extraction], resolution: Resolution) -> Iterator[Quad]:
    """Yield the quads of the derived graph and of the index of names; some may come twice."""
    statements = list(find_statements(extractions, resolution))
    concerned = _by_agreement(statements)
    for agreement in resolution.agreements:
        yield from agreement_quads(agreement, summarise(agreement.id, agreement.year, concerned[agreement.id]))
    for leader in resolution.leaders:
        yield from leader_quads(leader)
    for statement in statements:
        yield from statement_quads(statement)
    edges = list(derive_all_edges(statements, resolution))
    for edge in edges:
        yield from edge_quads(edge)
    states = find_states(statements, edges)
    for code in states:
        yield from state_quads(code)
    yield from index_quads(resolution, states)


def index_quads(resolution: Resolution, states: Iterable[str]) -> Iterator[Quad]:
    """Yield the entries of the index of names."""
    for agreement in resolution.agreements:
        yield from agreement_index(agreement)
    for leader in resolution.leaders:
        yield from leader_index(leader)
    for code in states:
        yield from state_index(code)


def derive_all_edges(statements: Sequence[Statement], resolution: Resolution) -> Iterator[Edge]:
    """Yield the edges between entities."""
    leaders = {leader.id: leader for leader in resolution.leaders}
    yield from derive_edges(statements)
    yield from derive_allegiance(statements, leaders)
    yield from derive_parties(statements, resolution.agreements)


def find_states(statements: Iterable[Statement], edges: Iterable[Edge]) -> list[str]:
    """Return the codes of the states that claims or edges name, and of those that continue them, sorted."""
    codes = {code for statement in statements for code in statement.claim.states}
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    codes |= {end.removeprefix("state:") for end in ends if end.startswith("state:")}
    former = former_states()
    codes |= {former[code].continuator or code for code in codes if code in former}
    return sorted(codes)


def _by_agreement(statements: Iterable[Statement]) -> defaultdict[str, list[Statement]]:
    concerned: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for id_ in {statement.agreement, statement.older or statement.agreement}:
            concerned[id_].append(statement)
    return concerned
