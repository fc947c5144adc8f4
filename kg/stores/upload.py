"""Pushing the dataset to a SPARQL server: only the parts that changed since the last push.

The server keeps seals in a graph of their own (`kg.stores.seals`). What a push is about to touch is marked as unsure
there before it is touched, so a push that was killed is repaired by the next one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import compress

from pyoxigraph import NamedNode, Quad

from kg.graph.vocabulary import BASE, term
from kg.stores.parts import Line, PartBucket, count_triples, fill_buckets, mark_parts, read_lines, subject_of
from kg.stores.push import Progress, Report
from kg.stores.seals import NOTHING, STAMP, Seal, find_differences
from kg.stores.sparql import SparqlStore
from kg.stores.statement_files import read_statement
from kg.stores.writer import Writer

SEALS = NamedNode(f"{BASE}graph:seals")
_SEAL = f"{BASE}seal:"
CHUNK = 20_000  # triples that are gathered before they are sent


@dataclass(slots=True, kw_only=True)
class _Changes:
    """The parts to write and to take away, and the seals before and after."""

    write: set[str] = field(default_factory=set)
    clear: list[str] = field(default_factory=list)
    gone: int = 0
    unsure: dict[str, Seal] = field(default_factory=dict)
    final: dict[str, Seal] = field(default_factory=dict)


def upload(
    quads: Callable[[], Iterable[Quad]],
    store: SparqlStore,
    progress: Progress = lambda done, total: None,
    stamp: str = "",
) -> Report:
    """Make the server hold exactly these quads, of all that pushes ever wrote there; other graphs are left alone.

    `quads` is called twice: to see what changed, and to send it. For `stamp` see `kg.stores.push.push`.
    """
    writer = Writer(store.endpoint, store.location)
    by_subject = writer.takes_updates
    marks = mark_parts(read_lines(quads(), by_subject=by_subject))
    hashes = read_hashes(store)
    last = hashes.pop(STAMP, "")
    changes = _find_changes(fill_buckets(marks), hashes, store)
    total = sum(map(count_triples, marks.values()))
    written = sum(count_triples(marks[part]) for part in changes.write)
    if changes.final or (stamp and stamp != last):
        seals = _SealWriter(writer, store)
        seals.write({**changes.unsure, STAMP: NOTHING})
        _clear(changes.clear, writer)
        if changes.write:
            lines = read_lines(quads(), by_subject=by_subject)
            _send((line for line in lines if line.part in changes.write), writer, progress, written)
        seals.write({**changes.final, STAMP: Seal(hash=stamp, entries=str(total)) if stamp else NOTHING})
    return Report(written=written, deleted=changes.gone, unchanged=total - written)


def find_current(store: SparqlStore, stamp: str) -> Report | None:
    """Return the report of a push with nothing to do; None where another state of the store was pushed last."""
    if not stamp or read_hashes(store).get(STAMP) != stamp:
        return None
    return Report(written=0, deleted=0, unchanged=int(read_packed(store, [STAMP])[STAMP]))


def read_hashes(store: SparqlStore) -> dict[str, str]:
    """Return the hash of each seal on the server."""
    rows = store.select(read_statement("read_seals.rq")).texts()
    return {str(seal).removeprefix(_SEAL): str(mark) for seal, mark in rows}


def read_packed(store: SparqlStore, names: Iterable[str]) -> dict[str, str]:
    """Return the packed entries of some seals."""
    seals = " ".join(str(NamedNode(_SEAL + name)) for name in names)
    rows = store.select(read_statement("read_entries.rq").replace("$seals", seals)).texts()
    return {str(seal).removeprefix(_SEAL): str(packed) for seal, packed in rows}


def _find_changes(buckets: Mapping[str, PartBucket], hashes: Mapping[str, str], store: SparqlStore) -> _Changes:
    changes = _Changes()
    for one in find_differences(buckets, hashes, lambda names: read_packed(store, names)):
        changed, gone = set(compress((part for part, _ in one.after), one.changed())), one.gone()
        changes.write |= changed
        changes.clear += [*(part for part in one.before if part in changed), *gone]
        changes.gone += len(gone)
        changes.unsure[one.name], changes.final[one.name] = one.unsure, one.final
    return changes


def _clear(parts: Iterable[str], writer: Writer) -> None:
    """Take away what the server holds of some parts."""
    subjects: dict[str, list[str]] = {}
    graphs = []
    for part in parts:
        graph, subject = subject_of(part)
        if subject is None:
            graphs.append(graph)
        else:
            subjects.setdefault(graph, []).append(subject)
    writer.drop(graphs)
    for graph, found in sorted(subjects.items()):
        writer.remove(graph, found)


def _send(lines: Iterable[Line], writer: Writer, progress: Progress, total: int) -> None:
    done = 0
    for graphs in _gather(lines):
        writer.add(graphs)
        done += sum(map(len, graphs.values()))
        progress(done, total)


def _gather(lines: Iterable[Line]) -> Iterator[dict[str, list[str]]]:
    """Yield triples by graph, `CHUNK` of them at a time."""
    graphs: dict[str, list[str]] = {}
    for number, line in enumerate(lines, 1):
        graphs.setdefault(line.graph, []).append(line.text)
        if number % CHUNK == 0:
            yield graphs
            graphs = {}
    if graphs:
        yield graphs


class _SealWriter:
    """Writes seals: some of them where the server takes updates, all of them as one graph where it does not."""

    def __init__(self, writer: Writer, store: SparqlStore) -> None:
        self._writer = writer
        self._others: dict[str, Seal] = {}
        if not writer.takes_updates:
            hashes = read_hashes(store)
            packed = read_packed(store, hashes) if hashes else {}
            self._others = {name: Seal(hash=mark, entries=packed.get(name, "")) for name, mark in hashes.items()}

    def write(self, seals: Mapping[str, Seal]) -> None:
        """Make the server hold these seals; an empty one goes."""
        self._others |= seals if not self._writer.takes_updates else {}
        lines = [line for name, seal in sorted((self._others or seals).items()) for line in _seal_lines(name, seal)]
        self._writer.replace(SEALS.value, [str(NamedNode(_SEAL + name)) for name in sorted(seals)], lines)


def _seal_lines(name: str, seal: Seal) -> list[str]:
    if seal == NOTHING:
        return []
    subject = NamedNode(_SEAL + name)
    return [f'{subject} {term("seal")} "{seal.hash}" .', f'{subject} {term("sealEntries")} "{seal.entries}" .']
