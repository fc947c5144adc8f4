"""The archive: documents with what extraction found in them, from which the graph can always be built again.

An SQLite file beside the RDF store. It is written first; `stale` says that the RDF store has yet to follow.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.model.claim import Extraction
from kg.stores.digest import Digest, read_record
from kg.stores.identity import IdentityIndex

CACHE = 256 * 1024  # KiB of SQLite's pages in memory: with its own 2 MiB a large store is read from disk all the time
SCHEMA = (
    "create table if not exists document (id text primary key, name text, url text, record blob not null)",
    "create index if not exists document_name on document (name)",
    "create index if not exists document_url on document (url)",
    "create table if not exists pending (id text primary key) without rowid",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document as the archive lists it."""

    id: str
    name: str | None
    url: str | None


class Archive:
    """The documents of a store; `connection` is SQLite's. StoreError speaks of a damaged file or a full disk."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        with _explained(path):
            self.connection = sqlite3.connect(path or ":memory:", isolation_level=None)
            self.connection.execute("pragma journal_mode = wal")
            self.connection.execute("pragma synchronous = normal")
            self.connection.execute(f"pragma cache_size = -{CACHE}")
            for statement in SCHEMA:
                self.connection.execute(statement)
            self.identity = IdentityIndex(self.connection)

    def start_over(self) -> None:
        """Forget what was derived from the documents: all become pending."""
        with _explained(self._path):
            self.identity.start_over()
            self.connection.execute("insert or ignore into pending select id from document")

    def put(self, digests: Iterable[Digest]) -> None:
        """Keep the documents, in one transaction; one of the same id is replaced. They become pending."""
        rows = [(one.id, one.name, one.url, one.record) for one in digests]
        with _explained(self._path), _transaction(self.connection):
            self.connection.executemany("insert or replace into document values (?, ?, ?, ?)", rows)
            self.connection.executemany("insert or ignore into pending values (?)", [(row[0],) for row in rows])

    def remove(self, ids: Iterable[str]) -> None:
        """Take documents away, in one transaction; they become pending."""
        keys = [(id_,) for id_ in ids]
        with _explained(self._path), _transaction(self.connection):
            self.connection.executemany("delete from document where id = ?", keys)
            self.connection.executemany("insert or ignore into pending values (?)", keys)

    def pending(self, most: int) -> list[str]:
        """Return the first ids, `most` at most, of the documents that the graph does not show as they are here."""
        return [row[0] for row in self._rows("select id from pending order by id limit ?", most)]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a block that changes the file; all of it is kept or nothing."""
        with _explained(self._path), _transaction(self.connection):
            yield

    @contextmanager
    def settling(self, ids: Iterable[str]) -> Iterator[None]:
        """Run a block that takes pending documents into graph and identity index; all of it is kept or nothing."""
        with self.transaction():
            yield
            self.connection.executemany("delete from pending where id = ?", [(id_,) for id_ in ids])

    def extractions(self) -> Iterator[Extraction]:
        """Yield all extractions by document id."""
        for (record,) in self._rows("select record from document order by id"):
            yield read_record(record)

    def extraction(self, id_: str) -> Extraction | None:
        """Return the extraction of the document `id_`, None if there is none."""
        record = self.record(id_)
        return None if record is None else read_record(record)

    def record(self, id_: str) -> object:
        """Return the record of the document `id_`, None if there is none."""
        rows = self._rows("select record from document where id = ?", id_)
        return rows[0][0] if rows else None

    def ids(self) -> list[str]:
        """Return the ids of all documents, sorted."""
        return [row[0] for row in self._rows("select id from document order by id")]

    def listed(self) -> Iterator[Listed]:
        """Yield all documents by id."""
        for id_, name, url in self._rows("select id, name, url from document order by id"):
            yield Listed(id=id_, name=name, url=url)

    def find(self, reference: str) -> list[Listed]:
        """Return the documents whose id starts with `reference`, or whose name or URL it is."""
        query = "select id, name, url from document where name = ? or url = ? or (id >= ? and id < ?) order by id"
        bounds = (reference, f"{reference}g") if len(reference) >= 4 else ("", "")
        found = self._rows(query, reference, reference, *bounds)
        return [Listed(id=id_, name=name, url=url) for id_, name, url in found]

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        with _explained(self._path):
            return self.connection.execute(query, values).fetchall()


class _transaction:  # noqa: N801 - a context manager
    """All or nothing."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("begin immediate")

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if self._connection.in_transaction:  # a full disk has rolled it back already
            self._connection.execute("commit" if kind is None else "rollback")


class _explained:  # noqa: N801 - a context manager
    """Turns SQLite's errors into one line."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if not isinstance(error, sqlite3.Error):
            return
        text = str(error)
        if "full" in text:
            raise StoreError(f"{self._path}: the disk is full; nothing of this batch was kept") from error
        if "locked" in text:
            raise StoreError(f"{self._path}: the store is in use by another process") from error
        raise StoreError(
            f"{self._path}: the archive is damaged ({text}); load the documents into a new store"
        ) from error
