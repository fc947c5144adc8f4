"""Pushing the graph to a Cypher server: constraints first, batches, and only what changed since the last push.

The server keeps a seal for each of 256 buckets: the names and hashes of the nodes and edges that were written. A push
marks what it is about to touch as unsure before it touches it, so a push that was killed is repaired by the next one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any, Protocol

from kg.graph.view import GraphView, NodeType
from kg.stores.batches import Batch, deleted_edges, deleted_nodes, edge_batches, node_batches
from kg.stores.buckets import Bucket, Thing, fill_buckets
from kg.stores.seals import NOTHING, STAMP, Seal, find_differences

SEALS_AT_ONCE = 16
INDEXES = (  # what the canned queries start from, besides ids
    (NodeType.CLAIM, "status"),
    (NodeType.AGREEMENT, "signed"),
    (NodeType.AGREEMENT, "in_force_from"),
    (NodeType.AGREEMENT, "documents"),
    (NodeType.AGREEMENT, "disputed"),
)
NO_NAMES: Mapping[str, str] = {}

Progress = Callable[[int, int], None]


class Server(Protocol):
    """What a push needs of a server."""

    def write(
        self,
        statement: str,
        rows: Sequence[object] = (),
        *,
        columns: Sequence[str] = (),
        names: Mapping[str, str] = NO_NAMES,
        again: str | None = None,
    ) -> None:
        """Run a statement that writes; `names` are its labels and types, `columns` the properties in its rows.

        `again` is the statement to run where it is not known whether the first was carried out.
        """

    def read(self, statement: str, rows: Sequence[object] = ()) -> Iterator[dict[str, Any]]:
        """Yield the rows of a statement that reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a push did, in nodes and edges."""

    written: int
    deleted: int
    unchanged: int


@dataclass(slots=True, kw_only=True)
class _Changes:
    """What is to be written and deleted, found bucket by bucket."""

    write: list[Thing] = field(default_factory=list)
    delete: list[str] = field(default_factory=list)
    unsure: dict[str, Seal] = field(default_factory=dict)
    final: dict[str, Seal] = field(default_factory=dict)


def push(view: GraphView, server: Server, progress: Progress = lambda done, total: None, stamp: str = "") -> Report:
    """Make the server hold exactly the view, of all that pushes ever wrote there; other data is left alone.

    `stamp` names the state of the store that the view shows; `find_current` knows it again without making the view.
    """
    for label in (*NodeType, "KgSeal"):
        server.write("constraint", names={"label": str(label)})
    for label, name in INDEXES:
        server.write("index", names={"label": str(label), "name": name})
    hashes = {row["id"]: row["hash"] for row in server.read("read_seals")}
    last = hashes.pop(STAMP, "")
    changes = _find_changes(fill_buckets(view), hashes, server)
    total = len(view.nodes) + len(view.edges)
    if changes.final:
        if last:
            changes.unsure[STAMP] = NOTHING
        _carry_out(changes, server, progress, "write_edges" if hashes or _is_filled(server) else "create_edges")
    if stamp and (changes.final or stamp != last):
        _write_seals({STAMP: Seal(hash=stamp, entries=str(total))}, server)
    return Report(written=len(changes.write), deleted=len(changes.delete), unchanged=total - len(changes.write))


def find_current(server: Server, stamp: str) -> Report | None:
    """Return the report of a push with nothing to do; None where another state of the store was pushed last."""
    for row in server.read("read_entries", [STAMP]):
        if row["hash"] == stamp != "":
            return Report(written=0, deleted=0, unchanged=int(row["entries"]))
    return None


def _is_filled(server: Server) -> bool:
    """Whether the server holds nodes with our labels that no push wrote: imported in bulk, or other people's."""
    return any(row["filled"] for row in server.read("is_filled"))


def _find_changes(buckets: Mapping[str, Bucket], hashes: Mapping[str, str], server: Server) -> _Changes:
    changes = _Changes()
    for one in find_differences(buckets, hashes, lambda names: _read_packed(names, server)):
        things = buckets[one.name].things if one.name in buckets else []
        changes.write += compress(things, one.changed())
        changes.delete += one.gone()
        changes.unsure[one.name], changes.final[one.name] = one.unsure, one.final
    return changes


def _read_packed(names: list[str], server: Server) -> dict[str, str]:
    return {row["id"]: row["entries"] for row in server.read("read_entries", names)}


def _write_seals(seals: Mapping[str, Seal], server: Server) -> None:
    rows = [[name, seal.hash, seal.entries] for name, seal in sorted(seals.items())]
    for first in range(0, len(rows), SEALS_AT_ONCE):
        server.write("write_seals", rows[first : first + SEALS_AT_ONCE])


def _carry_out(changes: _Changes, server: Server, progress: Progress, edges: str) -> None:
    """Write the changes in an order in which no edge lacks its ends, seals before and after."""
    _write_seals(changes.unsure, server)
    total, done = len(changes.write) + len(changes.delete), 0
    for statement, batch in _steps(changes, edges):
        again = "write_edges" if statement == "create_edges" else None
        server.write(statement, batch.rows, columns=batch.columns, names=batch.names, again=again)
        done += len(batch.rows)
        progress(done, total)
    _write_seals(changes.final, server)
    server.write("delete_seals")


def _steps(changes: _Changes, edges: str) -> Iterator[tuple[str, Batch]]:
    steps: tuple[tuple[str, Iterable[Batch]], ...] = (
        ("delete_edges", deleted_edges(changes.delete)),
        ("write_nodes", node_batches(changes.write)),
        (edges, edge_batches(changes.write)),
        ("delete_nodes", deleted_nodes(changes.delete)),
    )
    for statement, batches in steps:
        for batch in batches:
            yield statement, batch
