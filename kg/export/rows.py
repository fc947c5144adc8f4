"""The graph as sorted rows: what all formats of nodes and edges write."""

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.graph.network import edge_attributes, edge_key

if TYPE_CHECKING:
    from kg.graph.view import Edge, GraphView

Scalar: TypeAlias = str | int | float | bool
Value: TypeAlias = Scalar | list[str]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRow:
    """A node: its id and its attributes; what has no value is not among them."""

    id: str
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """An edge from `start` to `end`; `key` tells parallel edges apart."""

    start: str
    end: str
    key: str
    attributes: dict[str, Value]


def node_rows(view: "GraphView") -> list[NodeRow]:
    """Return the nodes of the graph, sorted by id."""
    rows = [
        NodeRow(id=node.id, attributes={**node.properties, "type": node.type.value, "label": node.label})
        for node in view.nodes
    ]
    return sorted(rows, key=lambda row: row.id)


def edge_rows(view: "GraphView") -> list[EdgeRow]:
    """Return the edges of the graph, sorted by start, end and key."""
    rows = [
        EdgeRow(start=edge.source, end=edge.target, key=edge_key(edge), attributes=_attributes_of(edge))
        for edge in view.edges
    ]
    return sorted(rows, key=lambda row: (row.start, row.end, row.key))


def _attributes_of(edge: "Edge") -> dict[str, Value]:
    known = edge_attributes(edge).items()
    return {k: list(value) if isinstance(value, tuple) else value for k, value in known if k != "confidence"}


def edge_id(row: EdgeRow) -> str:
    """Return an id of the edge that is unique in the graph."""
    return f"{row.start}|{row.key}|{row.end}"


def flat(attributes: dict[str, Value]) -> dict[str, Scalar]:
    """Return the attributes with each list as a JSON array, for formats that hold plain values only."""
    return {name: to_json(value) if isinstance(value, list) else value for name, value in attributes.items()}


def to_json(value: object) -> str:
    """Return `value` as JSON on one line, letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False)


def xml_safe(attributes: dict[str, Scalar]) -> dict[str, Scalar]:
    """Return the attributes without the control characters that XML 1.0 cannot hold."""
    return {name: _NOT_IN_XML.sub("", value) if isinstance(value, str) else value for name, value in attributes.items()}
