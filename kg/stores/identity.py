"""The identity index: which document's agreement is in which component and entity, and what to compare it with.

A component holds the items that clustering looks at together: those whose profiles match well enough, directly or by
way of others. Clustering a component alone gives what clustering everything gives, so a change touches its components
only. The tables follow from the archive and the ledger; they are written in one transaction after the graph.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.resolve.entities import Item, Member
from kg.resolve.profiles import Profile, find_keys
from kg.resources import find_packaged
from kg.stores.itemcodec import (
    Naming,
    decode_item,
    decode_naming,
    decode_profile,
    encode_item,
    encode_naming,
    encode_profile,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An agreement of the graph: its id, the id before a suffix, the suffix it would have, its component."""

    id: str
    base: str
    telling: bool
    suffix: str
    component: str


class IdentityIndex:
    """The tables of identity in the archive's file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(find_packaged("kg.stores", "identity.sql").read_text("utf-8"))
        self.profile = lru_cache(maxsize=50_000)(self._profile)

    def clear(self) -> None:
        """Empty all tables: everything is to be resolved anew."""
        for table in ("profile", "block", "item", "agreement", "person", "need"):
            self._connection.execute(f"delete from {table}")  # noqa: S608 - names of our own tables
        self.profile.cache_clear()

    def put_items(self, profiled: Iterable[tuple[Item, Profile]]) -> None:
        """Keep items of documents that the index does not know, in no component yet."""
        for item, profile in profiled:
            key = profile.key
            if self._one("select 1 from profile where key = ?", key) is None:
                self._run("insert into profile values (?, ?)", key, encode_profile(profile))
                blocks = [(block, key) for block in sorted(find_keys(profile))]
                self._connection.executemany("insert into block values (?, ?)", blocks)
            document, local = item.member
            self._run("insert into item values (?, ?, ?, null, null, ?)", document, local, key, encode_item(item))

    def drop_document(self, document: str) -> None:
        """Forget a document's items and persons; profiles that nobody has any more go too."""
        keys = [str(key) for (key,) in self._all("select distinct profile from item where document = ?", document)]
        self._run("delete from item where document = ?", document)
        self._run("delete from person where document = ?", document)
        for key in keys:
            if self._one("select 1 from item where profile = ?", key) is None:
                self._run("delete from profile where key = ?", key)
                self._run("delete from block where profile = ?", key)

    def components_of(self, document: str) -> set[str]:
        """Return the components in which a document has items."""
        return self._texts("select distinct component from item where document = ?", document)

    def components_with(self, profile: str) -> set[str]:
        """Return the components of the items that have a profile."""
        return self._texts("select distinct component from item where profile = ?", profile)

    def component_at(self, head: str, local: str) -> set[str]:
        """Return the component of the item that an anchor names by the head of its document's id."""
        query = "select component from item where document >= ? and document < ? and local = ?"
        return self._texts(query, head, f"{head}g", local)

    def agreements_at(self, anchor: str) -> set[str]:
        """Return the agreement of the item that an anchor names."""
        head, _, local = anchor.partition("/")
        query = "select agreement from item where document >= ? and document < ? and local = ?"
        return self._texts(query, head, f"{head}g", local)

    def neighbours(self, profile: Profile) -> set[str]:
        """Return the keys of the profiles that share a blocking key with `profile`."""
        found: set[str] = set()
        for block in find_keys(profile):
            found |= self._texts("select profile from block where block = ?", block)
        return found - {profile.key}

    def items_in(self, component: str) -> Iterator[tuple[Item, Profile]]:
        """Yield the items of a component with their profiles."""
        for document, key, data in self._all("select document, profile, data from item where component = ?", component):
            yield decode_item(document, data), self.profile(key)

    def place(self, members: Iterable[Member], component: str, agreement: str) -> None:
        """Put items into a component and an agreement."""
        rows = [(component, agreement, document, local) for document, local in members]
        self._connection.executemany(
            "update item set component = ?, agreement = ? where document = ? and local = ?", rows
        )

    def entries_in(self, component: str) -> list[Entry]:
        """Return the agreements of a component."""
        return [_entry(row) for row in self._all("select * from agreement where component = ?", component)]

    def entries_called(self, base: str) -> list[Entry]:
        """Return the agreements that would have the id `base` if no other had it."""
        return [_entry(row) for row in self._all("select * from agreement where base = ?", base)]

    def replace_entries(self, components: Iterable[str], entries: Iterable[Entry]) -> None:
        """Replace the agreements of components that are no more by new ones."""
        self._connection.executemany("delete from agreement where component = ?", [(one,) for one in components])
        rows = [(one.id, one.base, one.telling, one.suffix, one.component) for one in entries]
        self._connection.executemany("insert or replace into agreement values (?, ?, ?, ?, ?)", rows)

    def agreements_of(self, document: str) -> dict[str, str]:
        """Return the agreement of each local id of a document."""
        return dict(self._all("select local, agreement from item where document = ?", document))

    def documents_of(self, agreement: str) -> set[str]:
        """Return the documents with an item of an agreement."""
        return self._texts("select distinct document from item where agreement = ?", agreement)

    def entry(self, id_: str) -> Entry | None:
        """Return an agreement."""
        row = self._one("select * from agreement where id = ?", id_)
        return None if row is None else _entry(row)

    def put_persons(self, document: str, naming: Iterable[Naming]) -> None:
        """Keep which leaders a document names."""
        rows = [(one.leader.id, document, encode_naming(one)) for one in naming]
        self._connection.executemany("insert or replace into person values (?, ?, ?)", rows)

    def leaders_of(self, document: str) -> set[str]:
        """Return the leaders that a document names."""
        return self._texts("select leader from person where document = ?", document)

    def naming(self, leader: str) -> list[Naming]:
        """Return what each document that names a leader says of it, by document."""
        rows = self._all("select data from person where leader = ? order by document", leader)
        return [decode_naming(row[0]) for row in rows]

    def replace_needs(self, owner: str, states: Iterable[str]) -> set[str]:
        """Keep which states an owner's quads need, and return those whose need may have changed."""
        before = self._texts("select state from need where owner = ?", owner)
        now = set(states)
        self._connection.executemany(
            "delete from need where state = ? and owner = ?", [(s, owner) for s in before - now]
        )
        self._connection.executemany("insert into need values (?, ?)", [(s, owner) for s in now - before])
        return before ^ now

    def is_needed(self, state: str) -> bool:
        """Tell whether some owner needs a state."""
        return self._one("select 1 from need where state = ? limit 1", state) is not None

    def _profile(self, key: str) -> Profile:
        row = self._one("select data from profile where key = ?", key)
        return decode_profile(str(row[0])) if row is not None else _missing(key)

    def _run(self, query: str, *values: str) -> None:
        self._connection.execute(query, values)

    def _one(self, query: str, *values: str) -> tuple[object, ...] | None:
        row: tuple[object, ...] | None = self._connection.execute(query, values).fetchone()
        return row

    def _all(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()

    def _texts(self, query: str, *values: str) -> set[str]:
        return {row[0] for row in self._all(query, *values) if row[0] is not None}


def _entry(row: Iterable[object]) -> Entry:
    id_, base, telling, suffix, component = row
    return Entry(id=str(id_), base=str(base), telling=bool(telling), suffix=str(suffix), component=str(component))


def _missing(key: str) -> Profile:
    raise LookupError(f"the identity index has no profile {key}")
