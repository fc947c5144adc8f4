"""The embedded RDF store: Oxigraph, on disk or in memory."""

import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat
from pyoxigraph import Store as Dataset

from kg.errors import QueryError, StoreError, first_line
from kg.graph.lines import parse_lines
from kg.stores.base import Table, Term
from kg.stores.binding import bind_parameters

BULK = 30_000  # quads from which the bulk loader pays
MANY = 1_000_000  # quads by the bulk loader after which merging its files pays: queries then take a third of the time
TRIES, PAUSE = 10, 0.02  # to open a store whose files are being replaced; seconds between two tries


class OxigraphStore:
    """An Oxigraph dataset. Many quads at once are written by a thread, while the caller makes the next ones."""

    def __init__(self, dataset: Dataset, location: str) -> None:
        self._dataset = dataset
        self.location = location
        self._writer: ThreadPoolExecutor | None = None
        self._writing: Future[None] | None = None
        self._unmerged = 0

    @property
    def dataset(self) -> Dataset:
        """Pyoxigraph's own object, when what was added has arrived."""
        if self._writing is not None:
            self._writing.result()
            self._writing = None
        return self._dataset

    @classmethod
    def in_memory(cls) -> "OxigraphStore":
        """Return an empty store that lives as long as the process."""
        return cls(Dataset(), "memory")

    @classmethod
    def open(cls, path: Path) -> "OxigraphStore":
        """Open the store at `path` for reading and writing, making it where there is none."""
        return cls(_open(path, writable=True), str(path))

    @classmethod
    def open_to_read(cls, path: Path) -> "OxigraphStore":
        """Open the store at `path` beside a writer; it stays as it was at this moment.

        A writer may replace files while they are being opened: then the next try finds the new ones.
        """
        for _ in range(TRIES):
            with suppress(StoreError):
                return cls(_open(path, writable=False), str(path))
            time.sleep(PAUSE)
        return cls(_open(path, writable=False), str(path))

    def select(self, query: str, parameters: Mapping[str, Term] | None = None, limit: int | None = None) -> Table:
        """Return the rows of a SELECT, an ASK or a CONSTRUCT over all graphs; see Store."""
        bound = bind_parameters(query, parameters or {})
        try:
            answer = self.dataset.query(bound, use_default_graph_as_union=True)
        except SyntaxError as error:
            raise QueryError(f"not a SPARQL query: {first_line(error)}") from error
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"the query failed: {first_line(error)}") from error
        if isinstance(answer, QueryBoolean):
            return Table(("answer",), ((_boolean(bool(answer)),),), is_boolean=True)
        if isinstance(answer, QueryTriples):
            return Table(("subject", "predicate", "object"), tuple(tuple(one) for one in islice(answer, limit)))
        return _read_solutions(answer, limit)

    def quads(self) -> Iterator[Quad]:
        """Yield all quads."""
        return iter(self.dataset)

    def graph_quads(self, graph: NamedNode) -> Iterator[Quad]:
        """Yield the quads of one named graph, but for those that are being written."""
        return self._dataset.quads_for_pattern(None, None, None, graph)

    def match(
        self, subject: NamedNode | None, predicate: NamedNode | None, value: NamedNode | None, graph: NamedNode
    ) -> Iterator[Quad]:
        """Yield the quads that fit the terms given, None being any, but for those that are being written."""
        return self._dataset.quads_for_pattern(subject, predicate, value, graph)

    def change(self, removed: Iterable[str], added: Iterable[str]) -> None:
        """Remove quads, in one transaction, then add others, in another; both are lines of N-Quads, or several each."""
        gone = [f"GRAPH {q.graph_name} {{ {q.subject} {q.predicate} {q.object} }}" for q in parse_lines(removed)]
        if gone:
            self.dataset.update(f"DELETE DATA {{ {' '.join(gone)} }}")
        new = list(added)
        number = sum(lines.count("\n") + 1 for lines in new)
        if number >= BULK:
            self._add_many("\n".join((*new, "")).encode())
            self._unmerged += number
        elif new:
            self.dataset.extend(parse_lines(new))

    def _add_many(self, lines: bytes) -> None:
        """Start the bulk loader, which gives up the interpreter's lock, and go on.

        Lenient, it does not parse each IRI again: the lines are our own.
        """
        dataset = self.dataset
        self._writer = self._writer or ThreadPoolExecutor(1)
        self._writing = self._writer.submit(dataset.bulk_load, lines, format=RdfFormat.N_QUADS, lenient=True)

    def flush(self) -> None:
        """Wait until what was added has arrived, and write what is in memory to disk."""
        self.dataset.flush()

    def settle(self) -> None:
        """Merge the files of many bulk loads, in each of which a query would look; RocksDB does so only in time."""
        if self._unmerged >= MANY:
            self.dataset.optimize()
            self._unmerged = 0

    def close(self) -> None:
        """Give the dataset up; RocksDB's lock goes with it."""
        if self._writer is not None:
            self._writer.shutdown()
        self._dataset = Dataset()


def _open(path: Path, *, writable: bool) -> Dataset:
    try:
        return Dataset(str(path)) if writable else Dataset.read_only(str(path))
    except OSError as error:
        text = first_line(error)
        if "lock" in text.lower():
            raise StoreError(f"{path}: the store is in use by another process") from error
        raise StoreError(f"{path}: the store cannot be opened: {text}") from error
    except RuntimeError as error:  # how pyoxigraph tells that RocksDB's files are corrupt
        raise StoreError(f"{path}: the store is damaged: {first_line(error)}") from error


def _read_solutions(answer: QuerySolutions, limit: int | None) -> Table:
    columns = tuple(variable.value for variable in answer.variables)
    try:
        return Table(columns, tuple(tuple(solution) for solution in islice(answer, limit)))
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query failed: {first_line(error)}") from error


def _boolean(value: bool) -> Term:  # noqa: FBT001 - the value itself, no flag
    return Literal(value)
