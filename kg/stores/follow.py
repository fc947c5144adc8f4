"""Bringing the graph up to date with the archive: only what a change to some documents touches is made anew."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from pyoxigraph import Quad

from kg.graph.claims import Statement, claim_id, make_statements
from kg.graph.document_graph import make_document_quads
from kg.graph.owned import (
    Owned,
    group_statements,
    own_agreement,
    own_leader,
    own_state,
    read_agreement,
    read_leader,
    read_state,
    with_continuators,
)
from kg.graph.vocabulary import node
from kg.model.claim import Extraction
from kg.resolve.entities import Agreement, Item, Leader
from kg.resolve.items import make_items
from kg.resolve.ledger import HEAD, Ledger
from kg.resolve.persons import merge_leader, resolve_document
from kg.resolve.profiles import Profile, make_profile
from kg.stores.archive import Archive
from kg.stores.identity import Entry, IdentityIndex
from kg.stores.itemcodec import Naming
from kg.stores.oxigraph import OxigraphStore
from kg.stores.region import Region, find_region, write_region

AT_ONCE = 2_000  # owners whose quads are written together
KEPT = 10_000  # extractions held in memory


class Follower:
    """Follows the archive with the identity index and the graph. One use a change: it remembers what it has read."""

    def __init__(self, archive: Archive, graph: OxigraphStore, ledger: Ledger) -> None:
        self._archive = archive
        self._graph = graph
        self._ledger = ledger
        self._index: IdentityIndex = archive.identity
        self._extraction = lru_cache(maxsize=KEPT)(archive.extraction)
        self._statements = lru_cache(maxsize=KEPT)(self._read_statements)

    def follow(self, pending: Sequence[str]) -> None:
        """Bring identity and graph up to date for the documents `pending`: new, changed or taken away."""
        touched: set[str] = set()
        leaders: set[str] = set()
        new: list[tuple[Item, Profile]] = []
        for id_ in pending:
            touched |= self._index.components_of(id_)
            leaders |= self._index.leaders_of(id_)
            self._index.drop_document(id_)
        for some in in_batches(pending):
            leaders |= self._take_in(some, new)
        self._resolve(touched, new)
        self._write_leaders(sorted(leaders))

    def follow_ledger(self, anchors: Iterable[str]) -> None:
        """Bring identity and graph up to date with decisions on these anchors, made or taken back."""
        self._resolve({found for one in anchors for found in self._index.component_at(one[:HEAD], one[HEAD + 1 :])})

    def _take_in(self, pending: Sequence[str], new: list[tuple[Item, Profile]]) -> set[str]:
        """Write the documents' own graphs, add their items to `new`, and return the leaders that they name."""
        leaders: set[str] = set()
        wanted: dict[str, set[Quad]] = {}
        for id_ in pending:
            extraction = self._extraction(id_)
            wanted[id_] = set() if extraction is None else set(make_document_quads(extraction))
            if extraction is not None:
                profiled = [(item, make_profile(item)) for item in make_items(extraction)]
                self._index.put_items(profiled)
                new += profiled
                naming = find_naming(extraction)
                self._index.put_persons(id_, naming)
                leaders |= {one.leader.id for one in naming}
        self._write_documents(wanted)
        return leaders

    def _write_documents(self, wanted: dict[str, set[Quad]]) -> None:
        removed: list[Quad] = []
        added: list[Quad] = []
        for id_, quads in wanted.items():
            present = set(self._graph.graph_quads(node("document", id_)))
            removed += present - quads
            added += quads - present
        self._graph.change(removed, added)

    def _resolve(self, touched: set[str], new: Sequence[tuple[Item, Profile]] = ()) -> None:
        """Cluster the region of a change anew; write the quads of its agreements and of those told of beside them."""
        core = find_region(self._index, self._ledger, touched, new)
        write_region(self._index, core)
        beside = self._find_beside(core)
        rim = find_region(self._index, self._ledger, {entry.component for entry in beside})
        agreements = {id_: agreement for id_, (agreement, _) in core.agreements.items()}
        agreements |= {entry.id: rim.agreements[entry.id][0] for entry in beside}
        for some in in_batches(sorted(core.former | agreements.keys())):
            self._write_agreements(some, agreements)

    def _find_beside(self, core: Region) -> list[Entry]:
        """Return the agreements outside the region that its documents tell of together with one in it."""
        found: set[str] = set()
        for document in sorted(core.documents):
            ids = self._index.agreements_of(document)
            outside = {id_ for id_ in ids.values() if id_ not in core.agreements}
            if outside:
                told = group_statements(self._statements(document))
                found |= {id_ for id_ in outside if _meets(told.get(id_, ()), core)}
        return [entry for entry in map(self._index.entry, sorted(found)) if entry is not None]

    def _write_agreements(self, ids: Sequence[str], agreements: dict[str, Agreement]) -> None:
        owned = {id_: self._own(agreements[id_]) for id_ in ids if id_ in agreements}
        present = {quad for id_ in ids for quad in read_agreement(self._graph.match, id_)}
        self._write(present, {f"agreement:{id_}": owned.get(id_) for id_ in ids})

    def _own(self, agreement: Agreement) -> Owned:
        documents = sorted({document for document, _ in agreement.members})
        statements = [one for document in documents for one in self._statements(document)]
        return own_agreement(agreement, group_statements(statements).get(agreement.id, ()))

    def _write_leaders(self, ids: Sequence[str]) -> None:
        for some in in_batches(ids):
            present = {quad for id_ in some for quad in read_leader(self._graph.match, id_)}
            self._write(present, {f"leader:{id_}": self._own_leader(id_) for id_ in some})

    def _own_leader(self, id_: str) -> Owned | None:
        naming = self._index.naming(id_)
        if not naming:
            return None
        claims = (claim for one in naming for claim in one.claims)
        return own_leader(merge_leader([one.leader for one in naming]), claims)

    def _write(self, present: set[Quad], owned: dict[str, Owned | None]) -> None:
        """Write the quads of some owners (None: it is no more), and the states that come or go with them."""
        wanted = {quad for one in owned.values() if one is not None for quad in one.quads}
        changed: set[str] = set()
        for owner, one in owned.items():
            needs = with_continuators(() if one is None else one.states)
            changed |= self._index.replace_needs(owner, needs)
        for code in sorted(changed):
            present |= set(read_state(self._graph.match, code))
            wanted |= own_state(code) if self._index.is_needed(code) else frozenset()
        self._graph.change(present - wanted, wanted - present)

    def _read_statements(self, document: str) -> list[Statement]:
        extraction = self._extraction(document)
        if extraction is None:
            return []
        leaders = {key: leader.id for key, leader in resolve_document(extraction).items()}
        agreements = {(document, local): id_ for local, id_ in self._index.agreements_of(document).items()}
        return list(make_statements(extraction, agreements, leaders))


def in_batches(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ids in order, `AT_ONCE` at a time."""
    left = iter(ids)
    while some := tuple(islice(left, AT_ONCE)):
        yield some


def find_naming(extraction: Extraction) -> list[Naming]:
    """Return the leaders that a document names, with the claims that do."""
    document = extraction.document.id
    leader_of = {(key.name, key.state): leader for key, leader in resolve_document(extraction).items()}
    found: defaultdict[str, list[Leader]] = defaultdict(list)
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for claim in extraction.claims:
        for person in claim.persons:
            leader = leader_of[person.name, person.state]
            found[leader.id].append(leader)
            claims[leader.id].add(claim_id(document, claim))
    return [Naming(leader=merge_leader(found[id_]), claims=tuple(sorted(claims[id_]))) for id_ in sorted(found)]


def _meets(statements: Iterable[Statement], core: Region) -> bool:
    """Tell whether one of the statements speaks of an agreement of the region too."""
    return any(id_ in core.agreements for one in statements for id_ in _agreements_of(one))


def _agreements_of(statement: Statement) -> Iterator[str]:
    return (id_ for id_ in (statement.agreement, statement.older, statement.by) if id_ is not None)
