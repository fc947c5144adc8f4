"""The extract record: an extraction as one JSON object, in the vocabulary of the gold corpus."""

from typing import NotRequired, TypedDict

from kg.model import Claim, Extraction, LocalAgreement


class SpanRecord(TypedDict):
    """A span of the text in code points, the end exclusive."""

    start: int
    end: int


class AgreementRecord(TypedDict):
    """An agreement of the document; `id` holds within it."""

    id: str
    names: list[str]
    kind: str
    year: int | None
    parties: list[str]
    mentions: list[SpanRecord]


class FactRecord(TypedDict):
    """A claim; `quote` is the document's text from `start` to `end`, `rule` names what made it."""

    event: str
    agreement: str
    replaced: NotRequired[str]
    by: NotRequired[str]
    status: str
    date: str | None
    place: str | None
    states: list[str]
    persons: list[str]
    source: str | None
    quote: str
    start: int
    end: int
    rule: str


class ExtractRecord(TypedDict):
    """What `kg extract` prints for a document."""

    id: str
    sha256: str
    lang: str
    url: str | None
    published: str | None
    agreements: list[AgreementRecord]
    facts: list[FactRecord]


def to_record(extraction: Extraction) -> ExtractRecord:
    """Return the record of an extraction; its id is the document's name, or its hash where it has none."""
    document = extraction.document
    return {
        "id": document.name or document.id,
        "sha256": document.id,
        "lang": extraction.language,
        "url": document.url,
        "published": document.published,
        "agreements": [_to_agreement(agreement) for agreement in extraction.agreements],
        "facts": [_to_fact(claim) for claim in extraction.claims],
    }


def _to_agreement(agreement: LocalAgreement) -> AgreementRecord:
    return {
        "id": agreement.id,
        "names": list(agreement.names),
        "kind": agreement.kind.value,
        "year": agreement.year,
        "parties": list(agreement.parties),
        "mentions": [{"start": mention.start, "end": mention.end} for mention in agreement.mentions],
    }


def _to_fact(claim: Claim) -> FactRecord:
    fact: FactRecord = {
        "event": claim.event.value,
        "agreement": claim.agreement,
        "status": claim.status.value,
        "date": claim.date,
        "place": claim.place,
        "states": list(claim.states),
        "persons": [person.name for person in claim.persons],
        "source": claim.source,
        "quote": claim.evidence.quote,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "rule": claim.rule,
    }
    if claim.replaced is not None:
        fact["replaced"] = claim.replaced
    if claim.by is not None:
        fact["by"] = claim.by
    return fact
