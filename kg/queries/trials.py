"""Trying a query and its Cypher twin on a graph: the same parameters must give the same rows, in the same order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import prod

from kg.errors import QueryError
from kg.graph.view import EdgeType, GraphView, NodeType
from kg.queries.answers import Answer
from kg.queries.canned import CannedQuery, Parameter, ParameterType, find_twin
from kg.queries.run import run_query
from kg.queries.twins import CypherServer, run_twin
from kg.stores.base import Store

MOST = 24  # runs of a query
NODES = {
    ParameterType.AGREEMENT: NodeType.AGREEMENT,
    ParameterType.LEADER: NodeType.LEADER,
    ParameterType.STATE: NodeType.STATE,
    ParameterType.DOCUMENT: NodeType.DOCUMENT,
}
PLAIN = {
    ParameterType.DATE: ("1990-01-01", "2024-12-31", "2025-11-01"),
    ParameterType.NUMBER: ("0", "1", "5"),
}


def find_trials(query: CannedQuery, view: GraphView) -> Iterator[dict[str, str]]:
    """Yield the parameters of each run: the ids of the graph, spread evenly over what one query may take."""
    names = [parameter.name for parameter in query.parameters]
    values = [_values(parameter, view) for parameter in query.parameters]
    types = [parameter.type for parameter in query.parameters]
    if types == [ParameterType.AGREEMENT] * 2:  # such as have to do with each other
        replacing = (edge for edge in view.edges if edge.type is EdgeType.SUPERSEDES)
        for edge in islice(replacing, MOST // 2):
            yield dict(zip(names, (edge.source, edge.target), strict=True))
    count = prod(map(len, values))
    for number in range(0, count, max(1, count // MOST)):
        yield dict(zip(names, _choose(values, number), strict=True))


def _choose(values: Sequence[Sequence[str]], number: int) -> Iterator[str]:
    """Yield the value of each parameter in a combination: the combinations are numbered, and too many to list."""
    for some in values:
        number, place = divmod(number, len(some))
        yield some[place]


def _values(parameter: Parameter, view: GraphView) -> tuple[str, ...]:
    if parameter.type in NODES:
        return tuple(node.id for node in view.nodes if node.type is NODES[parameter.type])
    return PLAIN.get(parameter.type, (parameter.example,))


def compare_twins(query: CannedQuery, view: GraphView, store: Store, server: CypherServer) -> Iterator[str]:
    """Yield what differs between the rows of a query and of its twin, a line for the first run that differs."""
    twin = find_twin(query)
    for values in () if twin is None else find_trials(query, view):
        try:
            expected = run_query(store, query, values, lambda _, name: name)
            found = run_twin(server, twin, values) if twin else expected
        except QueryError as error:
            yield f"{query.path}: {_told(values)}: {error}"
            return
        if fault := _find_difference(expected, found):
            yield f"{query.path}: {_told(values)}: {fault}"
            return


def _find_difference(sparql: Answer, cypher: Answer) -> str | None:
    if cypher.rows and cypher.columns != sparql.columns:
        return f"SPARQL has the columns {', '.join(sparql.columns)}, Cypher {', '.join(cypher.columns)}"
    for number, (one, other) in enumerate(zip(sparql.rows, cypher.rows, strict=False), 1):
        if one != other:
            return f"row {number} is {one} in SPARQL and {other} in Cypher"
    if len(sparql.rows) != len(cypher.rows):
        return f"{len(sparql.rows)} rows in SPARQL, {len(cypher.rows)} in Cypher"
    return None


def _told(values: Mapping[str, str]) -> str:
    return " ".join(f"{name}={value}" for name, value in values.items()) or "without parameters"
