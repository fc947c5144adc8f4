"""The identity index: which document's agreement is in which component and entity, and what to compare it with.

A component holds the items that clustering looks at together: those whose profiles match well enough, directly or by
way of others. Clustering a component alone gives what clustering everything gives, so a change touches its components
only. Two tables are lists of work: `touched` holds components to be clustered anew (as are items in no component), and
`dirty` the owners whose part of the graph has yet to be written.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.graph.claims import Account
from kg.resolve.blocking import near_keys
from kg.resolve.entities import Agreement, Item, Member
from kg.resolve.ledger import HEAD
from kg.resolve.profiles import Profile
from kg.resolve.resolve import rename
from kg.resources import find_packaged
from kg.stores.codec import ACCOUNT, AGREEMENT, ITEM, NAMING, PROFILE, Naming
from kg.stores.digest import Digest

TABLES = ("profile", "block", "account", "item", "agreement", "person", "need", "touched", "dirty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An agreement of the index, its component, the id it has ("": none yet); others may share `agreement.id`."""

    component: str
    id: str
    agreement: Agreement


class IdentityIndex:
    """The tables of identity in the archive's file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._make_tables()
        self.profile = lru_cache(maxsize=50_000)(self._profile)

    def start_over(self) -> None:
        """Make all tables anew, empty."""
        for table in TABLES:
            self._run(f"drop table if exists {table}")
        self._make_tables()
        self.profile.cache_clear()

    def put_documents(self, documents: Sequence[Digest]) -> None:
        """Keep documents that the index does not know; their items are in no component yet."""
        self._many("insert into account values (?, ?)", ((d.id, d.account) for d in documents))
        profiles = {key: (data, blocks) for d in documents for key, data, blocks in d.profiles}
        self._many("insert or ignore into profile values (?, ?)", ((key, data) for key, (data, _) in profiles.items()))
        blocks = ((block, key) for key, (_, blocks) in profiles.items() for block in blocks)
        self._many("insert or ignore into block values (?, ?)", blocks)
        items = ((d.id, *item) for d in documents for item in d.items)
        self._many("insert into item (document, local, profile, data) values (?, ?, ?, ?)", items)
        persons = ((leader, d.id, data) for d in documents for leader, data in d.naming)
        self._many("insert or replace into person values (?, ?, ?)", persons)

    def drop_document(self, document: str) -> None:
        """Forget what a document told; profiles that nobody has any more go too, its components are touched."""
        if self._one("select 1 from account where document = ?", document) is None:
            return
        self.touch(self._texts("select distinct component from item where document = ?", document))
        keys = self._texts("select distinct profile from item where document = ?", document)
        for table in ("account", "item", "person"):
            self._run(f"delete from {table} where document = ?", document)  # noqa: S608 - names of our own tables
        for key in keys:
            if self._one("select 1 from item where profile = ?", key) is None:
                self._run("delete from profile where key = ?", key)
                self._run("delete from block where profile = ?", key)

    def touch(self, components: Iterable[str]) -> None:
        """Mark components to be clustered anew."""
        self._many("insert or ignore into touched values (?)", ((one,) for one in components))

    def touched(self) -> set[str]:
        """Return the components to be clustered anew."""
        return self._texts("select component from touched")

    def loose_profiles(self) -> list[str]:
        """Return the keys of the profiles of items in no component, sorted."""
        return sorted(self._texts("select distinct profile from item where component is null"))

    def settle_components(self) -> None:
        """Strike all components off the list."""
        self._run("delete from touched")

    def mark_dirty(self, owners: Iterable[str]) -> None:
        """Mark owners (`agreement:ID`, `leader:ID`) whose part of the graph is to be written anew."""
        self._many("insert or ignore into dirty values (?)", ((owner,) for owner in owners))

    def dirty(self, most: int) -> list[str]:
        """Return the first owners that are to be written, `most` at most."""
        return [row[0] for row in self._connection.execute("select owner from dirty order by owner limit ?", (most,))]

    def settle_owners(self, owners: Iterable[str]) -> None:
        """Strike owners off the list."""
        self._many("delete from dirty where owner = ?", ((owner,) for owner in owners))

    def account(self, document: str) -> Account:
        """Return the account of a document that the index knows."""
        row = self._one("select data from account where document = ?", document)
        return ACCOUNT.decode(row[0]) if row is not None else _missing(document)

    def components_with(self, profile: str) -> set[str]:
        """Return the components of the items that have a profile."""
        return self._texts("select distinct component from item where profile = ?", profile)

    def component_at(self, anchor: str) -> set[str]:
        """Return the component of the item that an anchor names; none for one in no component."""
        return self._texts(f"select component from item where {_AT}", *_bounds(anchor))  # noqa: S608 - ours

    def profile_at(self, anchor: str) -> set[str]:
        """Return the profile of the item that an anchor names."""
        return self._texts(f"select profile from item where {_AT}", *_bounds(anchor))  # noqa: S608 - ours

    def agreements_at(self, anchor: str) -> set[str]:
        """Return the agreement of the item that an anchor names."""
        return self._texts(f"select agreement from item where {_AT}", *_bounds(anchor))  # noqa: S608 - ours

    def neighbours(self, profile: Profile) -> set[str]:
        """Return the keys of the profiles that may be the same agreement as `profile`, its own left out."""
        found: set[str] = set()
        for block in near_keys(profile).asked:
            found |= self._texts("select profile from block where block = ?", block)
        return found - {profile.key}

    def items_in(self, component: str) -> Iterator[tuple[Item, Profile]]:
        """Yield the items of a component with their profiles."""
        for key, data in self._all("select profile, data from item where component = ?", component):
            yield ITEM.decode(data), self.profile(key)

    def loose_items(self, profile: str) -> Iterator[tuple[Item, Profile]]:
        """Yield the items of a profile that are in no component, with the profile."""
        for (data,) in self._all("select data from item where profile = ? and component is null", profile):
            yield ITEM.decode(data), self.profile(profile)

    def place(self, rows: Iterable[tuple[str, str, Member]]) -> None:
        """Put items into components and agreements."""
        self._many(
            "update item set component = ?, agreement = ? where document = ? and local = ?",
            ((component, agreement, *member) for component, agreement, member in rows),
        )

    def entries_in(self, component: str) -> list[Entry]:
        """Return the agreements of a component."""
        return [_entry(row) for row in self._all("select * from agreement where component = ?", component)]

    def entries_called(self, base: str) -> list[Entry]:
        """Return the agreements that would have the id `base` if no other had it."""
        return [_entry(row) for row in self._all("select * from agreement where base = ?", base)]

    def drop_entries(self, components: Iterable[str]) -> None:
        """Forget the agreements of components."""
        self._many("delete from agreement where component = ?", ((one,) for one in components))

    def put_entries(self, entries: Iterable[Entry]) -> None:
        """Keep agreements; one of the same component, base and least member is replaced."""
        rows = ((e.component, *_names_of(e.agreement), e.id, AGREEMENT.encode(e.agreement)) for e in entries)
        self._many("insert or replace into agreement values (?, ?, ?, ?, ?)", rows)

    def agreement(self, id_: str) -> Agreement | None:
        """Return the agreement of an id, None if there is none."""
        row = self._one("select data from agreement where id = ?", id_)
        return None if row is None else rename(AGREEMENT.decode(row[0]), id_)

    def agreements_of(self, document: str) -> dict[str, str]:
        """Return the agreement of each local id of a document."""
        return dict(self._all("select local, agreement from item where document = ?", document))

    def documents_of(self, agreement: str) -> set[str]:
        """Return the documents with an item of an agreement."""
        return self._texts("select distinct document from item where agreement = ?", agreement)

    def leaders_of(self, document: str) -> set[str]:
        """Return the leaders that a document names."""
        return self._texts("select leader from person where document = ?", document)

    def naming(self, leader: str) -> list[Naming]:
        """Return what each document that names a leader says of it, by document."""
        rows = self._all("select data from person where leader = ? order by document", leader)
        return [NAMING.decode(row[0]) for row in rows]

    def replace_needs(self, owner: str, states: Iterable[str]) -> set[str]:
        """Keep which states an owner's lines need, and return those whose need may have changed."""
        before = self._texts("select state from need where owner = ?", owner)
        now = set(states)
        self._many("delete from need where state = ? and owner = ?", ((s, owner) for s in before - now))
        self._many("insert into need values (?, ?)", ((s, owner) for s in now - before))
        return before ^ now

    def is_needed(self, state: str) -> bool:
        """Tell whether some owner needs a state."""
        return self._one("select 1 from need where state = ? limit 1", state) is not None

    def _profile(self, key: str) -> Profile:
        row = self._one("select data from profile where key = ?", key)
        return PROFILE.decode(row[0]) if row is not None else _missing(key)

    def _make_tables(self) -> None:
        self._connection.executescript(find_packaged("kg.stores", "identity.sql").read_text("utf-8"))

    def _run(self, query: str, *values: str) -> None:
        self._connection.execute(query, values)

    def _many(self, query: str, rows: Iterable[tuple[Any, ...]]) -> None:
        self._connection.executemany(query, rows)

    def _one(self, query: str, *values: str) -> tuple[Any, ...] | None:
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return row

    def _all(self, query: str, *values: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(query, values).fetchall()

    def _texts(self, query: str, *values: str) -> set[str]:
        return {row[0] for row in self._connection.execute(query, values) if row[0] is not None}


_AT = "document >= ? and document < ? and local = ?"


def _bounds(anchor: str) -> tuple[str, str, str]:
    head, local = anchor[:HEAD], anchor[HEAD + 1 :]
    return head, f"{head}g", local


def _entry(row: tuple[Any, ...]) -> Entry:
    component, _, _, id_, data = row
    return Entry(component=component, id=id_, agreement=AGREEMENT.decode(data))


def _names_of(agreement: Agreement) -> tuple[str, str]:
    """Return what tells an agreement from others of its component: the id it would like, its least member."""
    return agreement.id, "/".join(agreement.members[0])


def _missing(key: str) -> Any:
    raise LookupError(f"the identity index does not know {key}")
