"""A folder for `neo4j-admin database import full`: a CSV file for each label and kind of edge, and the command."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.export.base import Format, Layout, Source
from kg.export.rows import Value, edge_rows, node_rows

TYPES = {int: "long", float: "double", bool: "boolean", list: "string[]"}
BETWEEN = ";"  # the importer's own sign between the values of a list; claims are plain ids
COMMAND = "import.sh"


def write_bulk(source: Source, path: Path) -> None:
    """Write the files into the folder `path`; empty cells become missing properties."""
    view = source.view()
    nodes: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    for node in node_rows(view):
        nodes[str(node.attributes["type"])].append({**node.attributes, "id:ID": node.id})
    edges: dict[str, list[Mapping[str, Value]]] = defaultdict(list)
    for edge in edge_rows(view):
        ends = {":START_ID": edge.start, ":END_ID": edge.end, "key": edge.key}
        edges[str(edge.attributes["type"])].append({**edge.attributes, **ends})
    for label, rows in sorted(nodes.items()):
        _write_table(path / f"nodes-{label}.csv", ":LABEL", ("id:ID",), rows)
    for kind, rows in sorted(edges.items()):
        _write_table(path / f"edges-{kind}.csv", ":TYPE", (":START_ID", ":END_ID", "key"), rows)
    (path / COMMAND).write_text(_command(sorted(nodes), sorted(edges)), encoding="utf-8", newline="\n")


def _write_table(path: Path, kind: str, first: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> None:
    rows = list(rows)
    types = {name: TYPES.get(type(value), "") for row in rows for name, value in row.items()}
    others = sorted(types.keys() - {"type", *first})
    header = [*first, *(f"{name}:{types[name]}" if types[name] else name for name in others), kind]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([*(_cell(row.get(name)) for name in (*first, *others)), row["type"]] for row in rows)


def _cell(value: Value | None) -> str:
    if isinstance(value, list):
        return BETWEEN.join(value)
    return "" if value is None else str(value)


def _command(labels: Sequence[str], kinds: Sequence[str]) -> str:
    """Return the script that imports the folder it stands in; the server must be stopped."""
    lines = [
        "#!/bin/sh",
        "# Imports this folder into the database neo4j of a server that is stopped. Constraints: kg push makes them.",
        'cd "$(dirname "$0")" || exit 1',
        "exec neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true \\",
        *(f"  --nodes=nodes-{label}.csv \\" for label in labels),
        *(f"  --relationships=edges-{kind}.csv \\" for kind in kinds),
        '  "$@"',
    ]
    return "\n".join([*lines, ""])


FORMAT = Format(suffix="", write=write_bulk, layout=Layout.FOLDER)
