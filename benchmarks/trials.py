"""Which parameters a query is measured with: from those with the fewest rows to those with the most."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

from kg.graph.view import EdgeType, GraphView, NodeType
from kg.queries.canned import CannedQuery, ParameterType
from kg.queries.trials import NODES, find_trials

TRIED = 300  # parameters that are tried to find some that have rows
BUSIEST = 20  # nodes with the most edges, which are always tried
MEASURED = 10
YEARS = range(1946, 2026)
Values = dict[str, str]


def choose_trials(query: CannedQuery, view: GraphView, ask: Callable[[Values], int]) -> tuple[list[Values], str]:
    """Return parameters that have rows, from the fewest to the most, and the numbers of rows: median and most.

    `ask` returns how many rows a query has.
    """
    tried = [(ask(values), number, values) for number, values in enumerate(_candidates(query, view))]
    found = sorted(one for one in tried if one[0]) or tried
    last = len(found) - 1
    chosen = [found[last * step // (MEASURED - 1)] for step in range(MEASURED)] if last else found
    rows = sorted(rows for rows, _, _ in chosen)
    return [values for _, _, values in chosen], f"{rows[len(rows) // 2]} to {rows[-1]}" if last else f"{rows[0]}"


def _candidates(query: CannedQuery, view: GraphView) -> Iterator[Values]:
    names, types = (
        zip(*((one.name, one.type) for one in query.parameters), strict=True) if query.parameters else ((), ())
    )
    if len(types) == 1 and types[0] in NODES:
        yield from ({names[0]: id_} for id_ in _spread(view, NODES[types[0]]))
    elif types == (ParameterType.STATE,) * 2:
        yield from (dict(zip(names, pair, strict=True)) for pair in _pairs(view))
    elif types == (ParameterType.DATE,) * 2:
        yield from (dict(zip(names, (f"{year}-01-01", f"{year}-12-31"), strict=True)) for year in YEARS)
    else:
        yield from islice(find_trials(query, view), TRIED)


def _spread(view: GraphView, wanted: NodeType) -> Iterator[str]:
    """Yield ids of one type: those with the most edges, some that are replaced or supplemented, some of all."""
    ids = [node.id for node in view.nodes if node.type is wanted]
    edges = Counter(end for edge in view.edges for end in (edge.source, edge.target))
    yield from sorted(ids, key=lambda id_: -edges[id_])[:BUSIEST]
    if wanted is NodeType.AGREEMENT:
        tied = [edge.target for edge in view.edges if edge.type in (EdgeType.SUPERSEDES, EdgeType.SUPPLEMENTS)]
        yield from tied[:: max(1, len(tied) // TRIED)]
    yield from ids[:: max(1, len(ids) // TRIED)]


def _pairs(view: GraphView) -> Iterator[tuple[str, str]]:
    """Yield pairs of states with agreements in common: those with the most, then evenly through the others."""
    parties: dict[str, list[str]] = {}
    for edge in view.edges:
        if edge.type is EdgeType.PARTY_TO:
            parties.setdefault(edge.target, []).append(edge.source)
    counts = Counter((min(two), max(two)) for two in parties.values() if len(two) == 2)
    pairs = [pair for pair, _ in counts.most_common()]
    yield from pairs[:BUSIEST]
    yield from pairs[:: max(1, len(pairs) // TRIED)]
