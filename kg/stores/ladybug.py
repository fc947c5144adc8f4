"""Embedded Cypher: the property graph in ladybug, a projection that is built from the store and can be thrown away."""

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import MissingExtra, QueryError, StoreError, first_line
from kg.graph.read_view import SHOWN
from kg.graph.view import EdgeType, GraphView, NodeType
from kg.stores.projection import EdgeItem, NodeItem, label_of, project
from kg.stores.stamp import stamp_of

if TYPE_CHECKING:
    from ladybug import Connection

FOLDER = "cypher"
TYPES = {str: "STRING", int: "INT64", float: "DOUBLE"}
NODE_COLUMNS = ("id", "label", "names", "document", "quote", "start", "end")
EDGE_COLUMNS = ("key", "status", "date", "quote", "claims")
KNOWN_TYPES = {"year": "INT64", "documents": "INT64", "start": "INT64", "end": "INT64", "claims": "STRING[]"}
DEEPEST = 1000  # hops of a path: chains of agreements are longer than ladybug's own 30
# Functions that Cypher has and ladybug lacks.
MACROS = ("toString(value) AS CAST(value AS STRING)", "type(edge) AS label(edge)")


class LadybugStore:
    """The projection opened for reading: what writes is refused by the engine."""

    def __init__(self, path: Path) -> None:
        self.location = str(path)
        ladybug = _library()
        try:
            self._database = ladybug.Database(str(path), read_only=True)
            self._connection: Connection = ladybug.Connection(self._database)
            self._connection.execute(f"CALL var_length_extend_max_depth={DEEPEST}")
        except RuntimeError as error:
            raise StoreError(f"{path}: the projection cannot be opened: {first_line(error)}") from error

    def query(
        self, text: str, parameters: Mapping[str, object], *, limit: int | None = None, seconds: float | None = None
    ) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query, at most `limit`; QueryError for one that is wrong, writes or takes too long."""
        self._connection.set_query_timeout(int((seconds or 0) * 1000))
        try:
            answer = self._connection.execute(text, dict(parameters))
        except RuntimeError as error:
            raise QueryError(_explain(error, seconds)) from error
        result = answer[-1] if isinstance(answer, list) else answer
        columns = result.get_column_names()
        count = 0
        while result.has_next() and (limit is None or count < limit):
            yield dict(zip(columns, result.get_next(), strict=True))
            count += 1

    def close(self) -> None:
        """Close the projection."""
        self._connection.close()
        self._database.close()


def open_projection(store: Path, view: Callable[[], GraphView]) -> LadybugStore:
    """Return the projection of the store in a folder, built anew where the store has changed since."""
    home = store / FOLDER
    stamp = stamp_of(store)
    mark = home / "stamp"
    if not mark.is_file() or mark.read_text("ascii") != stamp:
        with tempfile.TemporaryDirectory(dir=store, prefix=".cypher-") as beside:
            fresh = Path(beside) / FOLDER
            fresh.mkdir()
            build_projection(view(), fresh / "graph")
            (fresh / "stamp").write_text(stamp, "ascii")
            shutil.rmtree(home, ignore_errors=True)
            fresh.rename(home)
    return LadybugStore(home / "graph")


def build_projection(view: GraphView, path: Path) -> None:
    """Make the projection of a view at `path`: typed tables, filled by bulk loads."""
    ladybug = _library()
    items = list(project(view))
    database = ladybug.Database(str(path))
    connection = ladybug.Connection(database)
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "rows.csv"
        for label in NodeType:
            _fill_nodes(
                connection, label, [one for one in items if isinstance(one, NodeItem) and one.label == label], rows
            )
        for kind in EdgeType:
            _fill_edges(
                connection, kind, [one for one in items if isinstance(one, EdgeItem) and one.kind == kind], rows
            )
    for macro in MACROS:
        connection.execute(f"CREATE MACRO {macro}")
    connection.close()
    database.close()


def _fill_nodes(connection: "Connection", label: NodeType, items: Sequence[NodeItem], path: Path) -> None:
    columns = _columns((*NODE_COLUMNS, *(name for name, _ in SHOWN[label])), items)
    typed = ", ".join(f"`{name}` {kind}" for name, kind in columns.items())
    connection.execute(f"CREATE NODE TABLE `{label}`({typed}, PRIMARY KEY(id))")
    if items:
        _write_rows(path, ([item.values.get(name) for name in columns] for item in items))
        connection.execute(f'COPY `{label}` FROM "{path}" (PARALLEL=false)')


def _fill_edges(connection: "Connection", kind: EdgeType, items: Sequence[EdgeItem], path: Path) -> None:
    columns = _columns(EDGE_COLUMNS, items)
    groups: dict[tuple[str, str], list[EdgeItem]] = defaultdict(list)
    for item in items:
        groups[label_of(item.start), label_of(item.end)].append(item)
    pairs = sorted(groups) or [("Agreement", "Agreement")]
    ends = ", ".join(f"FROM `{start}` TO `{end}`" for start, end in pairs)
    typed = "".join(f", `{name}` {type_}" for name, type_ in columns.items())
    connection.execute(f"CREATE REL TABLE `{kind}`({ends}{typed})")
    for (start, end), found in sorted(groups.items()):
        _write_rows(path, ([item.start, item.end, *(item.values.get(name) for name in columns)] for item in found))
        connection.execute(f'COPY `{kind}` FROM "{path}" (FROM="{start}", TO="{end}", PARALLEL=false)')


def _columns(known: Iterable[str], items: Iterable[NodeItem | EdgeItem]) -> dict[str, str]:
    """Return the columns of a table with their types: the known ones, filled or not, then any others."""
    types = {name: KNOWN_TYPES.get(name, "STRING") for name in known}
    for item in items:
        for name, value in item.values.items():
            if name not in types:
                types[name] = "STRING[]" if isinstance(value, list) else TYPES[type(value)]
    return types


def _write_rows(path: Path, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(",".join(_cell(value) for value in row) + "\n" for row in rows)


def _cell(value: object) -> str:
    """Return a value as a CSV cell in quotes, null as a bare empty one. A list of claims, plain ids, needs no more."""
    if value is None:
        return ""
    text = f"[{','.join(value)}]" if isinstance(value, list) else str(value)
    return '"' + text.replace('"', '""') + '"'


def _library() -> Any:
    try:
        import ladybug
    except ImportError as error:
        raise MissingExtra.of("cypher", "Cypher without a server") from error
    return ladybug


def _explain(error: RuntimeError, seconds: float | None) -> str:
    line = first_line(error)
    if "Interrupted" in line:
        return f"the query took longer than {seconds:g} seconds"
    if "read-only" in line.casefold() or "read only" in line.casefold():
        return "the query writes; queries only read, kg load and kg push write"
    return f"not a Cypher query that this engine knows: {line}"
