"""Exports of what is sure enough: edges and claims below a confidence are left out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.export.base import Source
from kg.graph.view import GraphView, Node

if TYPE_CHECKING:
    from pyoxigraph import Quad


def filter_source(source: Source, least: float) -> Source:
    """Return the source without edges and claims of a confidence below `least`; it gives no RDF."""
    return replace(source, view=lambda: filter_view(source.view(), least), quads=_refuse)


def filter_view(view: GraphView, least: float) -> GraphView:
    """Return the view without edges and claims of a confidence below `least`; those without one stay."""
    nodes = tuple(node for node in view.nodes if _is_sure(node, least))
    known = {node.id for node in nodes}
    edges = tuple(
        replace(edge, claims=tuple(claim for claim in edge.claims if f"claim:{claim}" in known))
        for edge in view.edges
        if (edge.confidence is None or edge.confidence >= least) and {edge.source, edge.target} <= known
    )
    return GraphView(nodes=nodes, edges=edges)


def _is_sure(node: Node, least: float) -> bool:
    return float(node.properties.get("confidence", 1.0)) >= least


def _refuse() -> "Iterable[Quad]":
    raise QueryError(
        "--min-confidence is for formats of nodes and edges; RDF holds the confidence of each claim and edge"
    )
