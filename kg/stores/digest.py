"""Digests: all that the store derives from one document alone, encoded, so that other processes can make them."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.errors import StoreError
from kg.graph.claims import Account, identify_claims, make_account
from kg.graph.document_graph import document_lines
from kg.model.claim import Extraction
from kg.resolve.blocking import near_keys
from kg.resolve.entities import Leader
from kg.resolve.items import make_items
from kg.resolve.persons import merge_leader, resolve_document
from kg.resolve.profiles import make_profile
from kg.stores.codec import ACCOUNT, EXTRACTION, ITEM, NAMING, PROFILE, Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One document for the archive (`record`), the graph (`lines`) and the identity index (the rest), as bytes."""

    id: str
    name: str | None
    url: str | None
    record: bytes
    lines: str  # of N-Quads, the document's own graph
    account: bytes
    profiles: tuple[tuple[str, bytes, tuple[str, ...]], ...]  # key, profile, the blocks it is found by
    items: tuple[tuple[str, str, bytes], ...]  # local id, key of the profile, item
    naming: tuple[tuple[str, bytes], ...]  # id of a leader, what is said of it
    agreements: int
    claims: int


def digest(extraction: Extraction) -> Digest:
    """Return the digest of a document; it depends on the extraction alone."""
    document, claims = extraction.document, identify_claims(extraction)
    leaders = resolve_document(extraction)
    account = make_account(extraction, claims, {key: leader.id for key, leader in leaders.items()})
    profiled = [(item, make_profile(item)) for item in make_items(extraction, leaders)]
    profiles = {profile.key: profile for _, profile in profiled}
    return Digest(
        id=document.id,
        name=document.name,
        url=document.url,
        record=zlib.compress(EXTRACTION.encode(extraction), 1),
        lines="\n".join(document_lines(extraction, claims)),
        account=ACCOUNT.encode(account),
        profiles=tuple((key, PROFILE.encode(p), tuple(near_keys(p).owned)) for key, p in profiles.items()),
        items=tuple((item.member[1], profile.key, ITEM.encode(item)) for item, profile in profiled),
        naming=tuple((one.leader.id, NAMING.encode(one)) for one in _find_naming(account, leaders.values())),
        agreements=len(extraction.agreements),
        claims=len(extraction.claims),
    )


def read_record(record: object) -> Extraction:
    """Return the extraction of a record. Raises StoreError if it is none."""
    if not isinstance(record, bytes):
        raise StoreError("the archive is damaged: a record is no blob")
    return EXTRACTION.decode(zlib.decompress(record))


def _find_naming(account: Account, leaders: Iterable[Leader]) -> Iterator[Naming]:
    """Yield the leaders that a document names, with the claims that do."""
    claims: defaultdict[str, set[str]] = defaultdict(set)
    for told in account.claims:
        for leader in told.leaders:
            claims[leader].add(told.id)
    for id_ in sorted(claims):
        found = [leader for leader in leaders if leader.id == id_]
        yield Naming(leader=merge_leader(found), claims=tuple(sorted(claims[id_])))
