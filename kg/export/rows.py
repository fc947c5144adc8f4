"""The network as sorted rows: what all formats of nodes and edges write."""

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from networkx import MultiDiGraph

Scalar: TypeAlias = str | int | float | bool
Value: TypeAlias = Scalar | list[str]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeRow:
    """A node: its id and its attributes, without those that have no value."""

    id: str
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRow:
    """An edge from `start` to `end`; `key` tells parallel edges apart."""

    start: str
    end: str
    key: str
    attributes: dict[str, Value]


def node_rows(network: "MultiDiGraph[str]") -> list[NodeRow]:
    """Return the nodes of `network`, sorted by id."""
    rows = [NodeRow(id=name, attributes=_present(data)) for name, data in network.nodes(data=True)]
    return sorted(rows, key=lambda row: row.id)


def edge_rows(network: "MultiDiGraph[str]") -> list[EdgeRow]:
    """Return the edges of `network`, sorted by start, end and key."""
    edges = network.edges(keys=True, data=True)
    rows = [EdgeRow(start=a, end=b, key=str(key), attributes=_present(data)) for a, b, key, data in edges]
    return sorted(rows, key=lambda row: (row.start, row.end, row.key))


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


def _present(data: dict[str, object]) -> dict[str, Value]:
    """Return the attributes that have a value, by name; sequences become lists of strings."""
    values = {str(name): _value(value) for name, value in sorted(data.items()) if value is not None}
    return {name: value for name, value in values.items() if value != []}


def _value(value: object) -> Value:
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, (list, tuple)):
        return [one if isinstance(one, str) else to_json(one) for one in value]
    return str(value)
