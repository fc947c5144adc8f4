"""The property graph as items: what a Cypher server holds, each with a hash, so that only changes are written."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.graph.view import Edge, GraphView, Node

Properties = Mapping[str, str | int | float | list[str]]
BUCKETS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeItem:
    """A node to write: its label, its id and all its properties (the id among them)."""

    label: str
    id: str
    values: Properties

    @property
    def name(self) -> str:
        """What identifies the item in a seal."""
        return self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeItem:
    """An edge to write; `key` tells the edges of one kind between two nodes apart (its status)."""

    kind: str
    start: str
    end: str
    key: str
    values: Properties

    @property
    def name(self) -> str:
        """What identifies the item in a seal."""
        return f"{self.key}\t{self.start}\t{self.end}"


Item = NodeItem | EdgeItem


def project(view: GraphView) -> Iterator[Item]:
    """Yield every node, then every edge of the view."""
    for node in view.nodes:
        yield _node_item(node)
    for edge in view.edges:
        yield _edge_item(edge)


def _node_item(node: Node) -> NodeItem:
    values = {**node.properties, "id": node.id, "label": node.label}
    return NodeItem(label=node.type.value, id=node.id, values=values)


def _edge_item(edge: Edge) -> EdgeItem:
    key = edge.type.value if edge.status is None else f"{edge.type.value}/{edge.status}"
    values: dict[str, str | int | float | list[str]] = {"key": key}
    optional = {"status": edge.status, "date": edge.date, "quote": edge.quote}
    values |= {name: value for name, value in optional.items() if value is not None}
    if edge.claims:
        values["claims"] = list(edge.claims)
    return EdgeItem(kind=edge.type.value, start=edge.source, end=edge.target, key=key, values=values)


def hash_item(item: Item) -> str:
    """Return a short hash of all that the item says."""
    text = json.dumps(item.values, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(f"{item.name}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def find_bucket(item: Item) -> str:
    """Return the bucket of the item: a node's edges are in the bucket of the node they start from."""
    owner = item.id if isinstance(item, NodeItem) else item.start
    return f"{hashlib.sha256(owner.encode('utf-8', 'surrogatepass')).digest()[0]:02x}"


def label_of(name: str) -> str:
    """Return the label of the node with an id: `agreement:...` is an Agreement."""
    return name.partition(":")[0].capitalize()


def parse_name(name: str) -> Item:
    """Return the item that a seal's entry names, without its values: enough to delete it."""
    key, tab, ends = name.partition("\t")
    if not tab:
        return NodeItem(label=label_of(name), id=name, values={})
    start, _, end = ends.partition("\t")
    return EdgeItem(kind=key.partition("/")[0], start=start, end=end, key=key, values={})
