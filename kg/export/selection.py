"""A part of the graph: some agreements with all that is said of them."""

from collections.abc import Collection

from kg.graph.view import EdgeType, GraphView


def select_agreements(view: GraphView, agreements: Collection[str]) -> GraphView:
    """Return the agreements, their states and leaders, the claims about them and the claims' documents."""
    near = {
        end
        for edge in view.edges
        if edge.source in agreements or edge.target in agreements
        for end in (edge.source, edge.target)
        if end in agreements or not end.startswith("agreement:")
    }
    stated = {edge.target for edge in view.edges if edge.type is EdgeType.STATED_IN and edge.source in near}
    kept = near | stated | set(agreements)
    return GraphView(
        nodes=tuple(node for node in view.nodes if node.id in kept),
        edges=tuple(edge for edge in view.edges if edge.source in kept and edge.target in kept),
    )
