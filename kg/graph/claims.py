"""Claims of a set of documents with their ids, and the entities they are about."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.model.claim import Claim, Extraction
from kg.model.document import Document
from kg.resolve.entities import PersonKey, Resolution

ID_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim with its id and document; `agreement`, `older` (replaced or main) and `by` are ids of entities."""

    id: str
    claim: Claim
    document: Document
    agreement: str
    older: str | None
    by: str | None
    leaders: tuple[str, ...]


def claim_id(document: str, claim: Claim) -> str:
    """Return the id of a claim, a hash of all it says and where; the same on every machine."""
    content = [
        document,
        claim.event,
        claim.status,
        claim.agreement,
        claim.replaced,
        claim.by,
        claim.date,
        claim.place,
        claim.states,
        [[person.name, person.state, person.office] for person in claim.persons],
        claim.source,
        claim.evidence.start,
        claim.evidence.end,
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:ID_LENGTH]


def find_statements(extractions: Iterable[Extraction], resolution: Resolution) -> Iterator[Statement]:
    """Yield the claims of the documents, each with the entities it means; doubles of a document once."""
    for extraction in extractions:
        seen: set[str] = set()
        for claim in extraction.claims:
            id_ = claim_id(extraction.document.id, claim)
            if id_ not in seen:
                seen.add(id_)
                yield _make_statement(id_, claim, extraction.document, resolution)


def _make_statement(id_: str, claim: Claim, document: Document, resolution: Resolution) -> Statement:
    def entity(local: str | None) -> str | None:
        return None if local is None else resolution.agreement_of.get((document.id, local))

    keys = [PersonKey(document=document.id, name=person.name, state=person.state) for person in claim.persons]
    return Statement(
        id=id_,
        claim=claim,
        document=document,
        agreement=resolution.agreement_of[document.id, claim.agreement],
        older=entity(claim.replaced),
        by=entity(claim.by),
        leaders=tuple(dict.fromkeys(resolution.leader_of[key] for key in keys)),
    )
