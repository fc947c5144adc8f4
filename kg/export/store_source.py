"""A store as the source of exports."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.export.base import Source
from kg.graph.view import GraphView

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.stores.base import Store


def source_of(store: "Store") -> Source:
    """Return what a store holds, without the index of names: it is made anew from the rest."""

    def quads() -> "Iterator[Quad]":
        from kg.graph.names_index import INDEX

        return (quad for quad in store.quads() if quad.graph_name != INDEX)

    def view() -> GraphView:
        from kg.graph.read_view import read_view

        return read_view(quads())

    return Source(view=view, quads=quads)
