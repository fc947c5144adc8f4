"""Pushing the graph to a Cypher server: constraints first, batches, and only what changed since the last push.

The server keeps a seal for each of 256 buckets: the names and hashes of the items that were written. A push marks the
items it is about to touch as unsure before it touches them, so a push that was killed is repaired by the next one.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from kg.graph.view import GraphView, NodeType
from kg.stores.projection import EdgeItem, Item, NodeItem, find_bucket, hash_item, label_of, parse_name, project
from kg.stores.seals import Seals, seal_hash

BATCH = 5000  # rows a transaction: the fastest of 1k, 5k and 20k on a server with 512 MB of heap

Progress = Callable[[int, int], None]
_Names = tuple[tuple[str, str], ...]


class Server(Protocol):
    """What a push needs of a server."""

    def write(self, statement: str, rows: Sequence[object] | None = None, **names: str) -> None:
        """Run a statement that writes."""

    def read(self, statement: str, rows: Sequence[object] | None = None) -> Iterator[dict[str, Any]]:
        """Yield the rows of a statement that reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a push did, in items (nodes and edges)."""

    written: int
    deleted: int
    unchanged: int


@dataclass(slots=True, kw_only=True)
class _Changes:
    """What is to be written and deleted, found bucket by bucket."""

    write: list[Item] = field(default_factory=list)
    delete: list[Item] = field(default_factory=list)
    unsure: Seals = field(default_factory=dict)
    final: Seals = field(default_factory=dict)


def push(view: GraphView, server: Server, progress: Progress = lambda done, total: None) -> Report:
    """Make the server hold exactly the view, of all that pushes ever wrote there; other data is left alone."""
    items: dict[str, list[tuple[Item, str]]] = defaultdict(list)
    for item in project(view):
        items[find_bucket(item)].append((item, hash_item(item)))
    for kind in NodeType:
        server.write("constraint", label=kind.value)
    server.write("constraint", label="KgSeal")
    hashes = {row["id"]: row["hash"] for row in server.read("read_seals")}
    changes = _find_changes(items, hashes, server)
    total = sum(len(found) for found in items.values())
    if changes.final:
        _carry_out(changes, server, progress, "write_edges" if hashes else "create_edges")
    return Report(written=len(changes.write), deleted=len(changes.delete), unchanged=total - len(changes.write))


def _find_changes(items: Mapping[str, list[tuple[Item, str]]], hashes: Mapping[str, str], server: Server) -> _Changes:
    fresh = {bucket: {item.name: mark for item, mark in found} for bucket, found in items.items()}
    differ = sorted(name for name in fresh.keys() | hashes.keys() if hashes.get(name) != seal_hash(fresh.get(name, {})))
    known = sorted(set(differ) & hashes.keys())
    old = {row["id"]: _read_entries(row["entries"]) for row in server.read("read_entries", known)} if known else {}
    changes = _Changes()
    for bucket in differ:
        before, after = old.get(bucket, {}), fresh.get(bucket, {})
        gone = [name for name in before if name not in after]
        changed = {name for name, mark in after.items() if before.get(name) != mark}
        changes.write += [item for item, _ in items.get(bucket, ()) if item.name in changed]
        changes.delete += [parse_name(name) for name in gone]
        changes.unsure[bucket] = {**before, **after, **dict.fromkeys([*gone, *changed], "")}
        changes.final[bucket] = after
    return changes


def _read_entries(entries: Iterable[str]) -> dict[str, str]:
    return {name: mark for name, _, mark in (entry.rpartition("\t") for entry in entries)}


def _write_seals(seals: Seals, server: Server) -> None:
    rows = [
        {
            "id": bucket,
            "hash": "" if "" in marks.values() else seal_hash(marks),
            "entries": [f"{name}\t{mark}" for name, mark in sorted(marks.items())],
        }
        for bucket, marks in sorted(seals.items())
    ]
    for batch in _batches(rows, 16):
        server.write("write_seals", batch)


def _carry_out(changes: _Changes, server: Server, progress: Progress, edges: str) -> None:
    """Write the changes in an order in which no edge lacks its ends, seals before and after."""
    _write_seals(changes.unsure, server)
    total, done = len(changes.write) + len(changes.delete), 0
    for statement, found in (
        ("delete_edges", [item for item in changes.delete if isinstance(item, EdgeItem)]),
        ("write_nodes", [item for item in changes.write if isinstance(item, NodeItem)]),
        (edges, [item for item in changes.write if isinstance(item, EdgeItem)]),
        ("delete_nodes", [item for item in changes.delete if isinstance(item, NodeItem)]),
    ):
        for names, rows in _group(found):
            for batch in _batches(rows, BATCH):
                server.write(statement, batch, **names)
                done += len(batch)
                progress(done, total)
    _write_seals(changes.final, server)
    server.write("delete_seals")


def _group(items: Iterable[Item]) -> Iterator[tuple[dict[str, str], list[object]]]:
    """Yield the rows of the items that one statement can write: one label, or one kind of edge between two labels."""
    groups: dict[_Names, list[object]] = defaultdict(list)
    for item in items:
        if isinstance(item, NodeItem):
            groups[("label", item.label),].append({"id": item.id, "values": dict(item.values)})
        else:
            ends: _Names = (("start", label_of(item.start)), ("kind", item.kind), ("end", label_of(item.end)))
            row = {"start": item.start, "end": item.end, "key": item.key, "values": dict(item.values)}
            groups[ends].append(row)
    for names, rows in sorted(groups.items()):
        yield dict(names), rows


def _batches(rows: Sequence[object], size: int) -> Iterator[Sequence[object]]:
    for first in range(0, len(rows), size):
        yield rows[first : first + size]
