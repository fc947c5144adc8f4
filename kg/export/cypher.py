"""A Cypher script: constraints, then nodes and edges in batches; running it twice changes nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from kg.export.base import Format, Source
from kg.export.rows import Value, edge_rows, node_rows
from kg.resources import find_packaged

if TYPE_CHECKING:
    from kg.graph.view import GraphView

BATCH = 200  # rows a statement, small enough for cypher-shell and the browser's editor
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_cypher(source: Source, path: Path) -> None:
    """Write statements that build the graph in Neo4j; ids and keys are bound by MERGE."""
    lines = [*_statements(source.view())]
    path.write_text("".join(f"{line};\n" for line in lines), encoding="utf-8", newline="\n")


def _statements(view: "GraphView") -> Iterator[str]:
    types, nodes = _nodes_by_type(view)
    for label in sorted(nodes):
        yield _template("constraint").substitute(label=_name(label))
    for label, rows in sorted(nodes.items()):
        yield from _batches(rows, _template("node").substitute(label=_name(label)))
    for (start, kind, end), rows in sorted(_edges_by_type(view, types).items()):
        body = _template("edge").substitute(start=_name(start), kind=_name(kind), end=_name(end))
        yield from _batches(rows, body)


@cache
def _template(name: str) -> Template:
    return Template(find_packaged("kg.export", f"assets/{name}.cypher").read_text(encoding="utf-8").strip())


def _nodes_by_type(view: "GraphView") -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the type of each node, and the row literals of each type."""
    types: dict[str, str] = {}
    rows: dict[str, list[str]] = {}
    for row in node_rows(view):
        types[row.id] = str(row.attributes.get("type", "Node"))
        values = {name: value for name, value in row.attributes.items() if name not in {"id", "type"}}
        rows.setdefault(types[row.id], []).append(f"{{id: {literal(row.id)}, values: {_map(values)}}}")
    return types, rows


def _edges_by_type(view: "GraphView", types: Mapping[str, str]) -> dict[tuple[str, str, str], list[str]]:
    rows: dict[tuple[str, str, str], list[str]] = {}
    for row in edge_rows(view):
        kind = str(row.attributes.get("type", "RELATED"))
        values = {name: value for name, value in row.attributes.items() if name not in {"key", "type"}}
        shape = f"start: {literal(row.start)}, end: {literal(row.end)}, key: {literal(row.key)}, values: {_map(values)}"
        rows.setdefault((types[row.start], kind, types[row.end]), []).append(f"{{{shape}}}")
    return rows


def _batches(rows: Sequence[str], body: str) -> Iterator[str]:
    for first in range(0, len(rows), BATCH):
        listed = ",\n".join(rows[first : first + BATCH])
        yield f"UNWIND [\n{listed}\n] AS row\n{body}"


def literal(value: Value) -> str:
    """Return `value` as a Cypher literal."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        return f"[{', '.join(literal(one) for one in value)}]"
    return "'" + "".join(_ESCAPES.get(letter, letter) for letter in value) + "'"


def _map(values: Mapping[str, Value]) -> str:
    return "{" + ", ".join(f"{_name(name)}: {literal(value)}" for name, value in values.items()) + "}"


def _name(name: str) -> str:
    """Return a label, type or property name, in backticks where it needs them."""
    return name if _PLAIN.match(name) else "`" + name.replace("`", "``") + "`"


FORMAT = Format(suffix=".cypher", write=write_cypher)
