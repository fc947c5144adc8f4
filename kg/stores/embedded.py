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
from kg.stores.digest import Digest, digest
from kg.stores.follow import Follower
from kg.stores.oxigraph import OxigraphStore
from kg.stores.reader import BEHIND, FORMAT, check_format

LEDGER = "ledger.tsv"
MANY = 1_500  # documents kept whose own graphs are written together


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
        self._waiting: dict[str, Digest] = {}
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
        """Keep the extractions in the archive; the graph is behind it until `follow`.

        A document replaces those with its URL, or where neither has one with its name.
        """
        return self.keep_digests(map(digest, extractions))

    def keep_digests(self, digests: Iterable[Digest]) -> Loaded:
        """Keep documents as `keep` does; when many wait, their own graphs are written at once."""
        batch = {one.id: one for one in digests}
        old = {id_: self.archive.record(id_) for id_ in batch}
        earlier = {id_ for one in batch.values() for id_ in self._earlier_versions(one)}
        replaced = sorted(earlier - set(batch))
        new = {id_: one for id_, one in sorted(batch.items()) if old[id_] != one.record}
        self._mark_behind()
        self.archive.remove(replaced)
        self.archive.put(new.values())
        self._waiting.update(new)
        if len(self._waiting) >= MANY:
            self._follower().take_in()
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
        self._follower().follow()
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

    def _follower(self) -> Follower:
        """Return a follower that is given the digests at hand; it needs each once."""
        digests, self._waiting = self._waiting, {}
        return Follower(self.archive, self.graph, self._ledger, digests)

    def _mark_behind(self) -> None:
        """Leave a mark while the graph is behind the archive, so that a reader after a crash has it repaired."""
        if self._folder is not None:
            (self._folder / BEHIND).touch()

    def _earlier_versions(self, document: Digest) -> Iterator[str]:
        """Yield the ids of documents of the same URL, or without one of the same name, and another text."""
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
