"""Claims of a set of documents with their ids, and the entities they are about."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.model.claim import Claim, Extraction
from kg.model.document import Document
from kg.resolve.entities import Member, PersonKey, Resolution

ID_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim with its id and document; `agreement`, `older` (replaced or main) and `by` are ids of entities."""

    id: str
    claim: Claim
    document: Document
    language: str
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
        yield from make_statements(extraction, resolution.agreement_of, resolution.leader_of)


def make_statements(
    extraction: Extraction, agreement_of: Mapping[Member, str], leader_of: Mapping[PersonKey, str]
) -> Iterator[Statement]:
    """Yield the claims of one document, each with the entities it means; doubles once."""
    document = extraction.document
    for id_, claim in {claim_id(document.id, claim): claim for claim in extraction.claims}.items():
        keys = [PersonKey(document=document.id, name=person.name, state=person.state) for person in claim.persons]
        yield Statement(
            id=id_,
            claim=claim,
            document=document,
            language=extraction.language,
            agreement=agreement_of[document.id, claim.agreement],
            older=None if claim.replaced is None else agreement_of.get((document.id, claim.replaced)),
            by=None if claim.by is None else agreement_of.get((document.id, claim.by)),
            leaders=tuple(dict.fromkeys(leader_of[key] for key in keys)),
        )
