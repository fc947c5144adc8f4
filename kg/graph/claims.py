"""Claims of a set of documents with their ids, and the entities they are about."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.graph.voices import Voice, voice_of
from kg.model.claim import Claim, Extraction
from kg.model.terms import Event, Status
from kg.resolve.entities import PersonKey, Resolution

ID_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the derived graph needs of a claim; `agreement`, `replaced` and `by` are the document's own ids."""

    id: str
    event: Event
    status: Status
    agreement: str
    replaced: str | None = None
    by: str | None = None
    date: str | None = None
    states: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What the derived graph needs of a document: who speaks, in which language, and what is told."""

    voice: Voice
    language: str
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A claim with who makes it; `agreement`, `older` (replaced or main) and `by` are ids of entities."""

    claim: Told
    voice: Voice
    language: str
    agreement: str
    older: str | None
    by: str | None

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id


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


def identify_claims(extraction: Extraction) -> dict[str, Claim]:
    """Return the claims of a document by id; those that say the same of the same words are one."""
    document = extraction.document.id
    return {claim_id(document, claim): claim for claim in extraction.claims}


def make_account(extraction: Extraction, claims: Mapping[str, Claim], leader_of: Mapping[PersonKey, str]) -> Account:
    """Return the account of one document from its claims by id."""
    document = extraction.document
    return Account(
        voice=voice_of(document),
        language=extraction.language,
        claims=tuple(_tell(key, claim, document.id, leader_of) for key, claim in claims.items()),
    )


def _tell(key: str, claim: Claim, document: str, leader_of: Mapping[PersonKey, str]) -> Told:
    persons = [PersonKey(document=document, name=person.name, state=person.state) for person in claim.persons]
    return Told(
        id=key,
        event=claim.event,
        status=claim.status,
        agreement=claim.agreement,
        replaced=claim.replaced,
        by=claim.by,
        date=claim.date,
        states=claim.states,
        leaders=tuple(dict.fromkeys(leader_of[person] for person in persons)),
    )


def find_statements(extractions: Iterable[Extraction], resolution: Resolution) -> Iterator[Statement]:
    """Yield the claims of the documents, each with the entities it means; doubles of a document once."""
    for extraction in extractions:
        account = make_account(extraction, identify_claims(extraction), resolution.leader_of)
        agreement_of = {
            local.id: resolution.agreement_of[extraction.document.id, local.id] for local in extraction.agreements
        }
        yield from make_statements(account, agreement_of)


def make_statements(account: Account, agreement_of: Mapping[str, str]) -> Iterator[Statement]:
    """Yield the claims of one document with the entities that `agreement_of` has for the document's own ids."""
    for claim in account.claims:
        yield Statement(
            claim=claim,
            voice=account.voice,
            language=account.language,
            agreement=agreement_of[claim.agreement],
            older=None if claim.replaced is None else agreement_of.get(claim.replaced),
            by=None if claim.by is None else agreement_of.get(claim.by),
        )


def group_statements(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Return the statements that concern each agreement: as its own, the older one or the amending one."""
    concerned: dict[str, list[Statement]] = {}
    for statement in statements:
        for id_ in {statement.agreement, statement.older, statement.by}:
            if id_ is not None:
                concerned.setdefault(id_, []).append(statement)
    return concerned
