"""Which lines of the derived graph and the index belong to which agreement, leader or state.

Every such line has one owner, and an owner's lines follow from the statements that concern it; so a change to some
documents touches the quads of some owners, and no others.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.graph.claims import Statement
from kg.graph.derived_graph import agreement_lines, edge_lines, leader_lines, state_lines, statement_lines
from kg.graph.edges import derive_allegiance, derive_edges
from kg.graph.marks import mark_lines
from kg.graph.names_index import INDEX, agreement_index, leader_index, state_index
from kg.graph.parties import derive_parties
from kg.graph.summary import summarise
from kg.graph.view import Edge
from kg.graph.vocabulary import DERIVED, node, term
from kg.resolve.entities import Agreement, Leader
from kg.resolve.states import former_states

Pattern = Callable[[NamedNode | None, NamedNode | None, NamedNode | None, NamedNode], Iterable[Quad]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """The lines of one owner, and the codes of the states that they need."""

    lines: frozenset[str]
    states: frozenset[str]


def own_agreement(agreement: Agreement, statements: Iterable[Statement]) -> Owned:
    """Return the lines of an agreement from the statements about it, by it, or in which it is the older one."""
    concerned = sorted({statement.id: statement for statement in statements}.values(), key=lambda one: one.id)
    own = [statement for statement in concerned if statement.agreement == agreement.id]
    edges = [*derive_edges(concerned, f"agreement:{agreement.id}"), *derive_parties(concerned, agreement)]
    lines = set(agreement_lines(agreement, summarise(agreement.id, agreement.year, concerned)))
    lines.update(mark_lines(agreement.id, own))
    lines.update(line for statement in own for line in statement_lines(statement))
    lines.update(line for edge in edges for line in edge_lines(edge))
    lines.update(agreement_index(agreement))
    states = {code for statement in own for code in statement.claim.states} | _ends_of(edges)
    return Owned(lines=frozenset(lines), states=frozenset(states))


def own_leader(leader: Leader, claims: Iterable[str]) -> Owned:
    """Return the lines of a leader from the ids of the claims that name it."""
    edges = list(derive_allegiance(claims, leader))
    lines = set(leader_lines(leader))
    lines.update(line for edge in edges for line in edge_lines(edge))
    lines.update(leader_index(leader))
    return Owned(lines=frozenset(lines), states=frozenset(_ends_of(edges)))


def own_state(code: str) -> frozenset[str]:
    """Return the lines of a state."""
    return frozenset((*state_lines(code), *state_index(code)))


def with_continuators(codes: Iterable[str]) -> frozenset[str]:
    """Return the states and those that continue them: both have nodes."""
    known, former = frozenset(codes), former_states()
    return known | {former[code].continuator or code for code in known if code in former}


def _ends_of(edges: Iterable[Edge]) -> set[str]:
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    return {end.removeprefix("state:") for end in ends if end.startswith("state:")}


def read_agreement(pattern: Pattern, id_: str) -> Iterator[Quad]:
    """Yield the quads that a dataset holds for an agreement; `pattern` finds quads, None being any term."""
    subject = node("agreement", id_)
    yield from pattern(subject, None, None, DERIVED)
    yield from pattern(subject, None, None, INDEX)
    yield from pattern(None, term("partyTo"), subject, DERIVED)
    yield from _read_subjects(pattern, pattern(None, term("denotes"), subject, DERIVED))
    yield from _read_subjects(pattern, pattern(None, term("about"), subject, DERIVED))
    yield from _read_subjects(pattern, pattern(None, term("from"), subject, DERIVED))
    arriving = pattern(None, term("to"), subject, DERIVED)
    parties = [quad for quad in arriving if _is_party_edge(pattern, quad)]
    yield from _read_subjects(pattern, parties)


def read_leader(pattern: Pattern, id_: str) -> Iterator[Quad]:
    """Yield the quads that a dataset holds for a leader."""
    subject = node("leader", id_)
    yield from pattern(subject, None, None, DERIVED)
    yield from pattern(subject, None, None, INDEX)
    yield from _read_subjects(pattern, pattern(None, term("from"), subject, DERIVED))


def read_state(pattern: Pattern, code: str) -> Iterator[Quad]:
    """Yield the quads that a dataset holds for a state: not its edges, which are the agreements'."""
    subject = node("state", code)
    party = term("partyTo")
    yield from (quad for quad in pattern(subject, None, None, DERIVED) if quad.predicate not in (party, _CONTINUES))
    yield from pattern(subject, None, None, INDEX)
    yield from pattern(None, _CONTINUES, subject, DERIVED)


def _read_subjects(pattern: Pattern, quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in list(quads):
        if isinstance(quad.subject, NamedNode):
            yield from pattern(quad.subject, None, None, DERIVED)


def _is_party_edge(pattern: Pattern, quad: Quad) -> bool:
    subject = quad.subject
    return isinstance(subject, NamedNode) and any(pattern(subject, term("edgeType"), term("partyTo"), DERIVED))


_CONTINUES = term("continues")
