"""Batches of rows for a Cypher server: one statement a label, or a kind of edge between two labels.

A row is a list, its values at fixed places, and the statement names the properties: that costs client and server half
of what a map of properties in each row does.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from kg.graph.network import edge_key
from kg.graph.view import Edge, Node
from kg.stores.buckets import Thing
from kg.stores.projection import label_of

SIZE = 10_000  # rows a transaction: more are no faster, and take more of the server's heap

EDGE_COLUMNS = ("status", "date", "quote", "claims")
T = TypeVar("T")
Row = list[object]
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows for one statement, with the labels and types it names and the properties in the rows."""

    names: Names
    columns: Sequence[str]
    rows: Sequence[Row]


def node_batches(things: Iterable[Thing]) -> Iterator[Batch]:
    """Yield batches of the nodes, by label. A row is the id, then the columns."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for thing in things:
        if isinstance(thing, Node):
            groups[thing.type.value].append(thing)
    for label, nodes in sorted(groups.items()):
        others = sorted({name for node in nodes for name in node.properties})
        for some in _parts(nodes):
            rows: list[Row] = [[node.id, node.label, *map(node.properties.get, others)] for node in some]
            yield Batch(names={"label": label}, columns=("label", *others), rows=rows)


def edge_batches(things: Iterable[Thing]) -> Iterator[Batch]:
    """Yield batches of the edges, by kind and labels of their ends. A row is start, end and key, then the columns."""
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for thing in things:
        if isinstance(thing, Edge):
            groups[label_of(thing.source), thing.type.value, label_of(thing.target)].append(thing)
    for (start, kind, end), edges in sorted(groups.items()):
        columns = tuple(name for name in EDGE_COLUMNS if any(getattr(edge, name) for edge in edges))
        for some in _parts(edges):
            rows = [_edge_row(edge, columns) for edge in some]
            yield Batch(names={"start": start, "kind": kind, "end": end}, columns=columns, rows=rows)


def _edge_row(edge: Edge, columns: Sequence[str]) -> Row:
    values: Row = [edge.source, edge.target, edge_key(edge)]
    for name in columns:
        value = getattr(edge, name)
        values.append((list(value) or None) if name == "claims" else value)
    return values


def deleted_nodes(names: Iterable[str]) -> Iterator[Batch]:
    """Yield batches of the nodes among the names of a seal's entries. A row is the id."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for name in names:
        if "\t" not in name:
            groups[label_of(name)].append([name])
    for label, rows in sorted(groups.items()):
        for some in _parts(rows):
            yield Batch(names={"label": label}, columns=(), rows=some)


def deleted_edges(names: Iterable[str]) -> Iterator[Batch]:
    """Yield batches of the edges among the names of a seal's entries. A row is start, end and key."""
    groups: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for name in names:
        key, tab, ends = name.partition("\t")
        if tab:
            start, _, end = ends.partition("\t")
            groups[label_of(start), key.partition("/")[0], label_of(end)].append([start, end, key])
    for (start, kind, end), rows in sorted(groups.items()):
        for some in _parts(rows):
            yield Batch(names={"start": start, "kind": kind, "end": end}, columns=(), rows=some)


def _parts(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    for first in range(0, len(rows), SIZE):
        yield rows[first : first + SIZE]
