"""A folder for `neo4j-admin database import full`: a CSV file for each label and kind of edge, and the command."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.export.base import Format, Layout, Source
from kg.graph.network import edge_key
from kg.stores.batches import EDGE_COLUMNS
from kg.stores.buckets import fill_buckets
from kg.stores.seals import make_seal

if TYPE_CHECKING:
    from kg.graph.view import Edge, GraphView, Node

TYPES = {int: ":long", float: ":double", bool: ":boolean", tuple: ":string[]"}
BETWEEN = ";"  # the importer's own sign between the values of a list; claims are plain ids
COMMAND = "import.sh"
SEALS = "nodes-KgSeal.csv"

Cells = Sequence[object]
Thing = TypeVar("Thing", "Node", "Edge")


def write_bulk(source: Source, path: Path) -> None:
    """Write the files into the folder `path`; empty cells become missing properties.

    The seals are among them, so that the first push after the import has nothing to do.
    """
    view = source.view()
    labels, kinds = _group(view.nodes), _group(view.edges)
    _write_seals(path / SEALS, view)
    for label, nodes in labels.items():
        _write_nodes(path / f"nodes-{label}.csv", label, nodes)
    for kind, edges in kinds.items():
        _write_edges(path / f"edges-{kind}.csv", kind, edges)
    (path / COMMAND).write_text(_command(path), encoding="utf-8", newline="\n")


def _group(things: Iterable[Thing]) -> dict[str, list[Thing]]:
    groups: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        groups[thing.type.value].append(thing)
    return dict(sorted(groups.items()))


def _write_nodes(path: Path, label: str, nodes: "Sequence[Node]") -> None:
    types = {name: TYPES.get(type(value), "") for node in nodes for name, value in node.properties.items()}
    names = sorted(types)
    header = ["id:ID", "label", *(f"{name}{types[name]}" for name in names), ":LABEL"]
    rows = ([node.id, node.label, *map(node.properties.get, names), label] for node in nodes)
    _write_table(path, header, rows)


def _write_edges(path: Path, kind: str, edges: "Sequence[Edge]") -> None:
    plain = [name for name in EDGE_COLUMNS if name != "claims"]
    header = [":START_ID", ":END_ID", "key", *plain, f"claims{TYPES[tuple]}", ":TYPE"]
    told = attrgetter(*plain)
    rows = ([e.source, e.target, edge_key(e), *told(e), BETWEEN.join(e.claims), kind] for e in edges)
    _write_table(path, header, rows)


def _write_seals(path: Path, view: "GraphView") -> None:
    seals = {name: make_seal(bucket) for name, bucket in fill_buckets(view).items()}
    rows = ([name, seal.hash, seal.entries, "KgSeal"] for name, seal in sorted(seals.items()))
    _write_table(path, ["id:ID", "hash", "entries", ":LABEL"], rows)


def _write_table(path: Path, header: Sequence[str], rows: Iterable[Cells]) -> None:
    """Write a table; an empty cell, the csv module's form of None, is a missing property."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _command(path: Path) -> str:
    """Return the script that imports the folder it stands in; the server must be stopped."""
    nodes, edges = ([file.name for file in sorted(path.glob(f"{what}-*.csv"))] for what in ("nodes", "edges"))
    lines = [
        "#!/bin/sh",
        "# Imports this folder into the database neo4j of a server that is stopped. Constraints: kg push makes them.",
        'cd "$(dirname "$0")" || exit 1',
        "exec neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true \\",
        *(f"  --nodes={name} \\" for name in nodes),
        *(f"  --relationships={name} \\" for name in edges),
        '  "$@"',
    ]
    return "\n".join([*lines, ""])


FORMAT = Format(suffix="", write=write_bulk, layout=Layout.FOLDER)
