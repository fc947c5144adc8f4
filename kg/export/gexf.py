"""GEXF 1.2 for Gephi; an edge's kind is its label and its attribute `relation`."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.export.base import Format, Source
from kg.export.rows import EdgeRow, NodeRow, Scalar, edge_id, edge_rows, flat, node_rows, xml_safe

_NAMESPACE = "http://www.gexf.net/1.2draft"
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}


def write_gexf(source: Source, path: Path) -> None:
    """Write the graph as GEXF; lists are JSON arrays, missing values are left out.

    The writer is our own: networkx's puts today's date into the file, and reads an edge's
    attribute `type` as GEXF's own (directed or not).
    """
    view = source.view()
    nodes, edges = node_rows(view), edge_rows(view)
    root = ET.Element("gexf", xmlns=_NAMESPACE, version="1.2")
    graph = ET.SubElement(root, "graph", defaultedgetype="directed", mode="static")
    node_values = [xml_safe(flat(row.attributes)) for row in nodes]
    edge_values = [_renamed(xml_safe(flat(row.attributes))) for row in edges]
    node_keys, edge_keys = _declare(graph, "node", node_values), _declare(graph, "edge", edge_values)
    _write_nodes(graph, nodes, node_values, node_keys)
    _write_edges(graph, edges, edge_values, edge_keys)
    ET.indent(root)
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)


def _renamed(values: dict[str, Scalar]) -> dict[str, Scalar]:
    return {"relation" if name == "type" else name: value for name, value in values.items()}


def _declare(graph: ET.Element, kind: str, rows: Iterable[dict[str, Scalar]]) -> dict[str, str]:
    """Declare the attributes of all rows of a kind; return the short key of each name.

    An attribute whose values are of several types is declared a string.
    """
    types: dict[str, set[str]] = {}
    for values in rows:
        for name, value in values.items():
            types.setdefault(name, set()).add(_TYPES[type(value)])
    parent = ET.SubElement(graph, "attributes", {"class": kind, "mode": "static"})
    for name in sorted(types):
        declared = next(iter(types[name])) if len(types[name]) == 1 else "string"
        ET.SubElement(parent, "attribute", id=name, title=name, type=declared)
    return {name: name for name in types}


def _write_nodes(
    graph: ET.Element, rows: Sequence[NodeRow], values: Sequence[dict[str, Scalar]], keys: dict[str, str]
) -> None:
    parent = ET.SubElement(graph, "nodes")
    for row, found in zip(rows, values, strict=True):
        node = ET.SubElement(parent, "node", id=row.id, label=str(found.get("label", row.id)))
        _write_values(node, found, keys)


def _write_edges(
    graph: ET.Element, rows: Sequence[EdgeRow], values: Sequence[dict[str, Scalar]], keys: dict[str, str]
) -> None:
    parent = ET.SubElement(graph, "edges")
    for row, found in zip(rows, values, strict=True):
        edge = ET.SubElement(
            parent, "edge", id=edge_id(row), source=row.start, target=row.end, label=str(found.get("relation", row.key))
        )
        _write_values(edge, found, keys)


def _write_values(element: ET.Element, values: dict[str, Scalar], keys: dict[str, str]) -> None:
    parent = ET.SubElement(element, "attvalues")
    for name, value in values.items():
        text = str(value).lower() if isinstance(value, bool) else str(value)
        ET.SubElement(parent, "attvalue", {"for": keys[name], "value": text})


FORMAT = Format(suffix=".gexf", write=write_gexf)
