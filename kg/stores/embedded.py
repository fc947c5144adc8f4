"""The store in a folder: the archive of documents, the RDF made of them, and the curator's ledger."""

import fcntl
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import TextIO

from pyoxigraph import Quad

from kg.errors import StoreError
from kg.graph.build import build_lines
from kg.graph.lines import parse_lines
from kg.graph.names_index import INDEX
from kg.model.claim import Extraction
from kg.resolve.ledger import Decision, Ledger, read_ledger, write_ledger
from kg.resolve.resolve import cluster
from kg.stores.archive import Archive
from kg.stores.base import Table, Term
from kg.stores.follow import Follower
from kg.stores.oxigraph import OxigraphStore
from kg.stores.reader import BEHIND, FORMAT, check_format

LEDGER = "ledger.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load did: ids of documents new to the store, known already, and taken out for a newer version."""

    added: tuple[str, ...]
    known: tuple[str, ...]
    replaced: tuple[str, ...]


class EmbeddedStore:
    """A store in a folder (or in memory, with no folder). Make one with `open_store` or `memory_store`."""

    def __init__(self, folder: Path | None, archive: Archive, graph: OxigraphStore, lock: TextIO | None) -> None:
        self.location = "memory" if folder is None else str(folder)
        self.archive = archive
        self.graph = graph
        self._folder = folder
        self._lock = lock
        self._ledger = Ledger() if folder is None else read_ledger(folder / LEDGER)

    @property
    def ledger(self) -> Ledger:
        """The curator's decisions."""
        return self._ledger

    def load(self, extractions: Iterable[Extraction]) -> Loaded:
        """Keep the extractions and bring the graph up to date; see `keep`."""
        loaded = self.keep(extractions)
        self.follow()
        return loaded

    def keep(self, extractions: Iterable[Extraction]) -> Loaded:
        """Keep the extractions in the archive; the graph stays as it is until `follow`.

        A document replaces those with its URL, or where neither has one with its name.
        """
        batch = {extraction.document.id: extraction for extraction in extractions}
        old = {id_: self.archive.extraction(id_) for id_ in batch}
        earlier = {id_ for extraction in batch.values() for id_ in self._earlier_versions(extraction)}
        replaced = sorted(earlier - set(batch))
        self._mark_behind()
        self.archive.remove(replaced)
        self.archive.put(extraction for id_, extraction in sorted(batch.items()) if old[id_] != extraction)
        return Loaded(
            added=tuple(sorted(id_ for id_ in batch if old[id_] is None)),
            known=tuple(sorted(id_ for id_ in batch if old[id_] is not None)),
            replaced=tuple(replaced),
        )

    def withdraw(self, ids: Iterable[str]) -> None:
        """Take documents away, and with them all that rests on them alone."""
        self._mark_behind()
        self.archive.remove(ids)
        self.follow()

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Replace the ledger and bring the graph up to date."""
        before, after = set(self._ledger.decisions), tuple(decisions)
        changed = before.symmetric_difference(after)
        self._ledger = Ledger(after)
        index = self.archive.identity
        self._mark_behind()
        with self.archive.transaction():
            for anchor in sorted({anchor for one in changed for anchor in (*one.left, *one.right)}):
                index.touch(index.component_at(anchor))
        if self._folder is not None:
            write_ledger(self._folder / LEDGER, self._ledger.decisions)
        self.follow()

    def follow(self) -> None:
        """Bring the graph up to date with the archive, if it is behind."""
        Follower(self.archive, self.graph, self._ledger).follow()
        self.graph.settle()
        if self._folder is not None:
            (self._folder / BEHIND).unlink(missing_ok=True)

    def expected(self) -> set[Quad]:
        """Return the quads that the archive and the ledger give, all resolved at once."""
        extractions = tuple(self.archive.extractions())
        return set(parse_lines(build_lines(extractions, cluster(extractions, self._ledger))))

    def select(self, query: str, parameters: Mapping[str, Term] | None = None, limit: int | None = None) -> Table:
        """Return the rows of a query; see Store."""
        return self.graph.select(query, parameters, limit)

    def quads(self) -> Iterator[Quad]:
        """Yield all quads of the dataset, the index of names left out."""
        return (quad for quad in self.graph.quads() if quad.graph_name != INDEX)

    def close(self) -> None:
        """Close files and give up the lock."""
        self.archive.close()
        self.graph.close()
        if self._lock is not None:
            self._lock.close()

    def _mark_behind(self) -> None:
        """Leave a mark while the graph is behind the archive, so that a reader after a crash has it repaired."""
        if self._folder is not None:
            (self._folder / BEHIND).touch()

    def _earlier_versions(self, extraction: Extraction) -> Iterator[str]:
        """Yield the ids of documents of the same URL, or without one of the same name, and another text."""
        document = extraction.document
        reference = document.url or document.name
        for listed in self.archive.find(reference) if reference else ():
            same = listed.url == document.url if document.url else listed.name == document.name and listed.url is None
            if same and listed.id != document.id:
                yield listed.id


def memory_store() -> EmbeddedStore:
    """Return an empty store that lives as long as the process."""
    return EmbeddedStore(None, Archive(None), OxigraphStore.in_memory(), None)


def open_store(folder: Path) -> EmbeddedStore:
    """Open the store in `folder` for reading and writing, making it where there is none.

    What a store of an earlier format derived from its documents is made anew. Raises StoreError if another process
    writes to it, or it is damaged or of a newer version of kg.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = check_format(folder)
    lock = _lock(folder)
    try:
        archive = Archive(folder / "documents.sqlite")
        if written < FORMAT:
            archive.start_over()
            rmtree(folder / "rdf", ignore_errors=True)
        (folder / "format").write_text(f"{FORMAT}\n", encoding="ascii")
        store = EmbeddedStore(folder, archive, OxigraphStore.open(folder / "rdf"), lock)
        store.follow()
    except BaseException:
        lock.close()
        raise
    return store


def _lock(folder: Path) -> TextIO:
    lock = (folder / "lock").open("w", encoding="ascii")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StoreError(f"{folder}: the store is in use by another process") from error
    return lock
