"""Graphviz DOT: what `dot`, `xdot` and editors' previews draw."""

from collections.abc import Iterator
from pathlib import Path

from kg.export.base import Format, Source
from kg.export.rows import EdgeRow, NodeRow, Scalar, edge_rows, flat, node_rows

_SHAPES = {"Agreement": "box", "State": "ellipse", "Leader": "oval", "Claim": "note", "Document": "folder"}
_STYLES = {"planned": "dashed", "denied": "dotted"}


def write_dot(source: Source, path: Path) -> None:
    """Write the graph as a DOT digraph; planned edges are dashed, denied ones dotted."""
    view = source.view()
    lines = ["digraph kg {", '  graph [charset="UTF-8", rankdir="LR"];']
    lines += [_node_line(row) for row in node_rows(view)]
    lines += _edge_lines(edge_rows(view))
    path.write_text("\n".join([*lines, "}", ""]), encoding="utf-8", newline="\n")


def _node_line(row: NodeRow) -> str:
    values = flat(row.attributes)
    shape = _SHAPES.get(str(values.get("type")), "box")
    return f"  {_quoted(row.id)} [{_pairs({**values, 'shape': shape})}];"


def _edge_lines(rows: list[EdgeRow]) -> Iterator[str]:
    for row in rows:
        values = flat(row.attributes)
        drawn: dict[str, Scalar] = {"label": str(values.get("type", row.key)), "key": row.key}
        style = _STYLES.get(str(values.get("status")))
        if style is not None:
            drawn["style"] = style
        yield f"  {_quoted(row.start)} -> {_quoted(row.end)} [{_pairs(values | drawn)}];"


def _pairs(values: dict[str, Scalar]) -> str:
    return ", ".join(f"{_quoted(name)}={_quoted(str(value))}" for name, value in sorted(values.items()))


def _quoted(text: str) -> str:
    """Return a DOT string: graphviz reads a backslash and a quote only when escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "").replace("\n", "\\n").replace("\0", "")
    return f'"{escaped}"'


FORMAT = Format(suffix=".dot", write=write_dot)
