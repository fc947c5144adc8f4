"""CSV: a folder with nodes.csv and edges.csv, UTF-8, RFC 4180 quoting."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.export.base import Format, Layout, Source
from kg.export.rows import Scalar, edge_rows, flat, node_rows


def write_csv(source: Source, path: Path) -> None:
    """Write the two tables into the folder `path`; a missing value is an empty cell, a list a JSON array."""
    view = source.view()
    nodes = [{**flat(row.attributes), "id": row.id} for row in node_rows(view)]
    edges = [{**flat(row.attributes), "start": row.start, "end": row.end, "key": row.key} for row in edge_rows(view)]
    _write_table(path / "nodes.csv", ("id", "type", "label"), nodes)
    _write_table(path / "edges.csv", ("start", "type", "end", "key"), edges)


def _write_table(path: Path, first: Sequence[str], rows: Iterable[Mapping[str, Scalar]]) -> None:
    """Write rows with the columns `first` and then all others by name."""
    rows = list(rows)
    others = sorted({name for row in rows for name in row} - set(first))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, [*first, *others], restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


FORMAT = Format(suffix="", write=write_csv, layout=Layout.FOLDER)
