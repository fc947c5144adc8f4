"""Direct edges, derived from claims: one for each type, pair of nodes and status, with the claims that carry it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.graph.claims import Statement
from kg.graph.confidence import edge_confidence
from kg.graph.dates import choose_date
from kg.graph.view import Edge, EdgeType
from kg.model.terms import Event
from kg.resolve.entities import Leader

BY_STATE = {
    Event.SIGNATURE: EdgeType.SIGNATORY,
    Event.RATIFICATION: EdgeType.RATIFIED_BY,
    Event.ACCESSION: EdgeType.ACCEDED_BY,
    Event.SUSPENSION: EdgeType.SUSPENDED_BY,
    Event.WITHDRAWAL: EdgeType.LEFT_BY,
    Event.TERMINATION: EdgeType.ENDED_BY,
}


class EdgeKey(NamedTuple):
    """What makes two claims carry the same edge."""

    type: EdgeType
    source: str
    target: str
    status: str


def derive_edges(statements: Iterable[Statement], source: str) -> Iterator[Edge]:
    """Yield the edges from the agreement `source` that the statements carry, sorted; none leads to itself."""
    carried: defaultdict[EdgeKey, list[Statement]] = defaultdict(list)
    for statement in statements:
        for key in _keys_of(statement):
            if key.source == source != key.target:
                carried[key].append(statement)
    for key in sorted(carried):
        yield _make_edge(key, sorted(carried[key], key=lambda statement: statement.id))


def _keys_of(statement: Statement) -> Iterator[EdgeKey]:
    claim, about = statement.claim, f"agreement:{statement.agreement}"
    status = str(claim.status)
    if claim.event is Event.REPLACEMENT and statement.older is not None:
        yield EdgeKey(EdgeType.SUPERSEDES, about, f"agreement:{statement.older}", status)
    if claim.event is Event.SUPPLEMENT and statement.older is not None:
        yield EdgeKey(EdgeType.SUPPLEMENTS, about, f"agreement:{statement.older}", status)
    if claim.event is Event.AMENDMENT and statement.by is not None:
        yield EdgeKey(EdgeType.AMENDS, f"agreement:{statement.by}", about, status)
    if claim.event is Event.SIGNATURE:
        for leader in claim.leaders:
            yield EdgeKey(EdgeType.SIGNED_BY, about, f"leader:{leader}", status)
    if claim.event in BY_STATE:
        for code in dict.fromkeys(claim.states):
            yield EdgeKey(BY_STATE[claim.event], about, f"state:{code}", status)


def _make_edge(key: EdgeKey, carriers: list[Statement]) -> Edge:
    dates = [(one.claim.date, one.voice) for one in carriers if one.claim.date is not None]
    return Edge(
        type=key.type,
        source=key.source,
        target=key.target,
        status=key.status,
        date=choose_date(dates).value if dates else None,
        claims=tuple(statement.id for statement in carriers),
        confidence=edge_confidence(carriers),
    )


def derive_allegiance(claims: Iterable[str], leader: Leader) -> Iterator[Edge]:
    """Yield ACTS_FOR from the leader to the state it acts for, if known, carried by the claims that name it."""
    carriers = tuple(sorted(set(claims)))
    if leader.state is not None and carriers:
        yield Edge(
            type=EdgeType.ACTS_FOR,
            source=f"leader:{leader.id}",
            target=f"state:{leader.state}",
            claims=carriers,
        )
