"""Bringing the graph up to date with the archive: only what a change to some documents touches is made anew.

Three steps, each of which picks up the work that the one before left in a table, so a process may die anywhere:
`take_in` reads pending documents, writes their own graphs and puts them into the identity index; `assign` says which
of their agreements are one; `write` makes the derived graph of the agreements and leaders that this concerns.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice

from pyoxigraph import Quad

from kg.graph.claims import Statement, group_statements, make_statements
from kg.graph.lines import write_quad
from kg.graph.owned import (
    Owned,
    own_agreement,
    own_leader,
    own_state,
    read_agreement,
    read_leader,
    read_state,
    with_continuators,
)
from kg.graph.vocabulary import node
from kg.resolve.ledger import Ledger
from kg.resolve.persons import merge_leader
from kg.resolve.ruling import Ruling
from kg.stores.archive import Archive
from kg.stores.assign import Assignment
from kg.stores.digest import Digest, digest, read_record
from kg.stores.identity import IdentityIndex
from kg.stores.oxigraph import OxigraphStore

AT_ONCE = 2_000  # documents or owners whose lines are written together
STEP = 5  # batches in one transaction
KEPT = 20_000  # documents whose statements are held in memory


class Follower:
    """Follows the archive with the identity index and the graph. One use a change: it remembers what it has read."""

    def __init__(
        self, archive: Archive, graph: OxigraphStore, ledger: Ledger, digests: dict[str, Digest] | None = None
    ) -> None:
        """Start with the digests of pending documents that are at hand; it takes them out."""
        self._archive = archive
        self._graph = graph
        self._ruling = Ruling(ledger)
        self._digests = {} if digests is None else digests
        self._index: IdentityIndex = archive.identity
        self._statements = lru_cache(maxsize=KEPT)(self._make_statements)
        self._states: set[str] = set()  # written by this follower

    def follow(self) -> None:
        """Do all the work that the tables hold."""
        self.take_in()
        with _without_collector():
            with self._archive.transaction():
                Assignment(self._index, self._ruling).run()
            while owners := self._index.dirty(AT_ONCE * STEP):
                with self._archive.transaction():
                    for batch in in_batches(owners):
                        self._write(batch)
                    self._graph.flush()
                    self._index.settle_owners(owners)

    def take_in(self) -> None:
        """Write the pending documents' own graphs and put the documents into the identity index."""
        with _without_collector():
            while some := self._archive.pending(AT_ONCE * STEP):
                with self._archive.settling(some):
                    for batch in in_batches(some):
                        self._take_in(batch)
                    self._graph.flush()

    def _take_in(self, pending: Sequence[str]) -> None:
        known: list[Digest] = []
        added: list[str] = []
        removed: list[str] = []
        for id_ in pending:
            self._index.mark_dirty(f"leader:{leader}" for leader in self._index.leaders_of(id_))
            self._index.drop_document(id_)
            one = self._digest_of(id_)
            known += [one] if one is not None else []
            present = set(map(write_quad, self._graph.graph_quads(node("document", id_))))
            lines = one.lines.split("\n") if present and one is not None else []
            removed += present.difference(lines)
            added += set(lines) - present if present or one is None else [one.lines]
        self._index.put_documents(known)
        self._index.mark_dirty(sorted({f"leader:{leader}" for one in known for leader, _ in one.naming}))
        self._graph.change(removed, added)

    def _digest_of(self, id_: str) -> Digest | None:
        """Return the digest of a document, made anew where the process that kept it is gone; None without one."""
        found, record = self._digests.pop(id_, None), self._archive.record(id_)
        if record is None or (found is not None and found.record == record):
            return None if record is None else found
        return digest(read_record(record))

    def _write(self, owners: Sequence[str]) -> None:
        """Write the lines of some agreements and leaders, and of the states that come or go with them."""
        present: set[str] = set()
        wanted: set[str] = set()
        changed: set[str] = set()
        for owner in owners:
            present.update(map(write_quad, self._read(owner)))
            owned = self._own(owner)
            wanted |= owned.lines
            changed |= self._index.replace_needs(owner, with_continuators(owned.states))
        for code in sorted(changed - self._states):
            present.update(map(write_quad, read_state(self._graph.match, code)))
            if self._index.is_needed(code):
                self._states.add(code)
                wanted |= own_state(code)
        self._graph.change(present - wanted, wanted - present)

    def _read(self, owner: str) -> Iterator[Quad]:
        kind, _, key = owner.partition(":")
        return (read_agreement if kind == "agreement" else read_leader)(self._graph.match, key)

    def _own(self, owner: str) -> Owned:
        kind, _, key = owner.partition(":")
        return self._own_agreement(key) if kind == "agreement" else self._own_leader(key)

    def _own_agreement(self, id_: str) -> Owned:
        agreement = self._index.agreement(id_)
        if agreement is None:
            return NOTHING
        documents = sorted({document for document, _ in agreement.members})
        told = (statement for document in documents for statement in self._statements(document))
        return own_agreement(agreement, group_statements(told).get(id_, ()))

    def _make_statements(self, document: str) -> tuple[Statement, ...]:
        return tuple(make_statements(self._index.account(document), self._index.agreements_of(document)))

    def _own_leader(self, id_: str) -> Owned:
        naming = self._index.naming(id_)
        if not naming:
            return NOTHING
        claims = (claim for one in naming for claim in one.claims)
        return own_leader(merge_leader([one.leader for one in naming]), claims)


NOTHING = Owned(lines=frozenset(), states=frozenset())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Run a block without the collector of cycles: none are made, and looking for them takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def in_batches(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ids in order, `AT_ONCE` at a time."""
    left = iter(ids)
    while some := tuple(islice(left, AT_ONCE)):
        yield some
