"""The property graph as items: what a Cypher store holds of each node and edge."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.graph.network import edge_key
from kg.graph.view import Edge, GraphView, Node

Properties = Mapping[str, str | int | float | list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeItem:
    """A node to write: its label, its id and all its properties (the id among them)."""

    label: str
    id: str
    values: Properties

    @property
    def name(self) -> str:
        """What identifies the item."""
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
        """What identifies the item."""
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
    key = edge_key(edge)
    values: dict[str, str | int | float | list[str]] = {"key": key}
    optional = {"status": edge.status, "date": edge.date, "quote": edge.quote}
    values |= {name: value for name, value in optional.items() if value is not None}
    if edge.claims:
        values["claims"] = list(edge.claims)
    return EdgeItem(kind=edge.type.value, start=edge.source, end=edge.target, key=key, values=values)


def label_of(name: str) -> str:
    """Return the label of the node with an id: `agreement:...` is an Agreement."""
    return name.partition(":")[0].capitalize()
