"""The graph as a networkx typed multigraph, for analysis and for the exports that networkx writes."""

from typing import TYPE_CHECKING

from kg.graph.view import Edge, GraphView, Node

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(view: GraphView) -> "nx.MultiDiGraph[str]":
    """Return `view` as a directed multigraph; a missing value is a missing attribute, never None.

    Nodes have `type` (State, Leader, Agreement, Claim, Document), `label` and the node's properties; edges have the
    key `TYPE` or `TYPE/status` and the attributes `type`, and where known `status`, `date`, `quote`, `confidence` and
    `claims` (a tuple of claim ids).
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in view.nodes:
        graph.add_node(node.id, **_node_attributes(node))
    for edge in view.edges:
        graph.add_edge(edge.source, edge.target, key=edge_key(edge), **edge_attributes(edge))
    return graph


def _node_attributes(node: Node) -> dict[str, object]:
    return {"type": node.type.value, "label": node.label, **node.properties}


def edge_attributes(edge: Edge) -> dict[str, str | float | tuple[str, ...]]:
    """Return what is known of an edge besides its ends."""
    known: dict[str, str | float | tuple[str, ...]] = {"type": edge.type.value}
    optional = {"status": edge.status, "date": edge.date, "quote": edge.quote, "confidence": edge.confidence}
    known.update({name: value for name, value in optional.items() if value is not None})
    if edge.claims:
        known["claims"] = edge.claims
    return known


def edge_key(edge: Edge) -> str:
    """Return what tells an edge from others between the same nodes: done, planned and denied are edges of their own."""
    return edge.type.value if edge.status is None else f"{edge.type.value}/{edge.status}"
