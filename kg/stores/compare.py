"""What differs between the graph and a server."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Quad

from kg.graph.view import GraphView
from kg.stores.buckets import mark_of
from kg.stores.projection import EdgeItem, Item, NodeItem, project
from kg.stores.push import Server

HERE, THERE, BOTH = "only here", "only there", "differs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that differs: where it is, and what it is (a node, an edge, or a quad)."""

    where: str
    what: str


def compare_view(view: GraphView, server: Server) -> list[Difference]:
    """Return what differs between the view and what a Cypher server holds, sorted."""
    here = {item.name: _hash(item) for item in project(view)}
    there = {item.name: _hash(item) for item in _read_items(server)}
    names = sorted(here.keys() | there.keys())
    found = [(_place(name, here, there), name) for name in names if here.get(name) != there.get(name)]
    return [Difference(where=where, what=name.replace("\t", " ")) for where, name in found]


def compare_quads(here: Iterable[Quad], there: Iterable[Quad]) -> list[Difference]:
    """Return the quads that only one side has, sorted."""
    ours, theirs = set(map(str, here)), set(map(str, there))
    found = [(HERE, line) for line in ours - theirs] + [(THERE, line) for line in theirs - ours]
    return [Difference(where=where, what=line) for where, line in sorted(found, key=lambda pair: pair[::-1])]


def _hash(item: Item) -> str:
    """Return what stands for all that the item says."""
    return mark_of(json.dumps(item.values, ensure_ascii=False, sort_keys=True))


def _place(name: str, here: Mapping[str, str], there: Mapping[str, str]) -> str:
    if name not in there:
        return HERE
    return BOTH if name in here else THERE


def _read_items(server: Server) -> Iterator[Item]:
    """Yield the nodes and edges of a server as the items that would have written them."""
    for row in server.read("read_nodes"):
        values: dict[str, Any] = row["values"]
        yield NodeItem(label=row["labels"][0], id=values["id"], values=values)
    for row in server.read("read_edges"):
        values = row["values"]
        key = values["key"]
        yield EdgeItem(kind=key.partition("/")[0], start=row["start"], end=row["end"], key=key, values=values)
