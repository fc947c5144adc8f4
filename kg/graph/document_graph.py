"""A document's own graph: its claims as nodes, each with the words it rests on. Depends on that document alone."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from kg.graph.confidence import claim_confidence
from kg.graph.lines import TYPE, Pair, dated, decimal, describe, literal, node, term, whole, worded
from kg.graph.vocabulary import DCTERMS, OA, PROV, SCHEMA
from kg.graph.voices import sketch_of, write_sketch
from kg.model.claim import Claim, Evidence, Extraction, LocalAgreement
from kg.model.document import Document

CONTEXT = 32  # code points of a quote's prefix and suffix
_CLAIM, _EVENT, _STATUS, _ABOUT = (term(name) for name in ("Claim", "event", "status", "aboutLocal"))
_EVIDENCE, _CONFIDENCE, _OLDER, _BY = (term(name) for name in ("evidence", "confidence", "olderLocal", "byLocal"))
_DATE, _PLACE, _SOURCE = (term(name) for name in ("date", "place", "source"))
_STATE, _PERSON = (term(name) for name in ("state", "personName"))
_DERIVED, _GENERATED = (term(name, PROV) for name in ("wasDerivedFrom", "wasGeneratedBy"))
_ANNOTATION, _QUOTE, _POSITION = (
    term(name, OA) for name in ("Annotation", "TextQuoteSelector", "TextPositionSelector")
)
_BODY, _HAS_TARGET, _HAS_SOURCE, _HAS_SELECTOR = (
    term(name, OA) for name in ("hasBody", "hasTarget", "hasSource", "hasSelector")
)
_EXACT, _PREFIX, _SUFFIX, _START, _END = (term(name, OA) for name in ("exact", "prefix", "suffix", "start", "end"))


def document_lines(extraction: Extraction, claims: Mapping[str, Claim]) -> list[str]:
    """Return the lines of the document's graph, which its IRI names, from its claims by id."""
    document, id_ = extraction.document, extraction.document.id
    graph = node("document", id_)
    lines = describe(graph, _describe_document(document, extraction.language), graph)
    for local in extraction.agreements:
        pairs = _describe_agreement(local, extraction.language, graph)
        lines += describe(local_node(id_, local.id), pairs, graph)
    evidence: dict[Evidence, str] = {}
    for key, claim in claims.items():
        root = evidence.get(claim.evidence)
        if root is None:
            root = evidence[claim.evidence] = f"urn:kg:evidence:{id_}/{claim.evidence.start}-{claim.evidence.end}"
            lines += _evidence_lines(root, claim.evidence, document.text, graph)
        confidence = decimal(claim_confidence(extraction.language, claim.event))
        lines += _claim_lines(key, claim, id_, root, graph)
        lines.append(f"{node('claim', key)} {_CONFIDENCE} {confidence} {graph} .")
    return lines


def local_node(document: str, local: str) -> str:
    """Return the IRI of an agreement as one document knows it."""
    return f"<urn:kg:local:{document}/{local}>"


def _describe_document(document: Document, language: str) -> Iterator[Pair]:
    yield TYPE, term("Document")
    yield TYPE, term("NewsArticle", SCHEMA)
    yield term("language", DCTERMS), literal(language)
    yield term("length"), whole(len(document.text))
    yield term("sketch"), literal(write_sketch(sketch_of(document.text)))
    optional = (
        (term("name"), document.name),
        (term("url", SCHEMA), document.url),
        (term("publisher", DCTERMS), document.outlet),
        (term("title", DCTERMS), document.title),
    )
    yield from ((predicate, literal(value)) for predicate, value in optional if value)
    if document.published:
        yield term("issued", DCTERMS), dated(document.published)


def _describe_agreement(local: LocalAgreement, language: str, document: str) -> Iterator[Pair]:
    yield TYPE, term("LocalAgreement")
    yield term("document"), document
    yield term("kind"), term(f"kind-{local.kind}")
    for name in dict.fromkeys(local.names):
        yield term("writtenName"), worded(name, language)
    if local.year is not None:
        yield term("year"), dated(f"{local.year:04d}")
    for code in dict.fromkeys(local.parties):
        yield term("namesParty"), node("state", code)


def _claim_lines(key: str, claim: Claim, document: str, evidence: str, graph: str) -> list[str]:
    subject, end = node("claim", key), f"{graph} ."
    lines = [
        f"<{evidence}> {_BODY} {subject} {end}",
        f"{subject} {TYPE} {_CLAIM} {end}",
        f"{subject} {_EVENT} {term(f'event-{claim.event}')} {end}",
        f"{subject} {_STATUS} {term(f'status-{claim.status}')} {end}",
        f"{subject} {_ABOUT} {local_node(document, claim.agreement)} {end}",
        f"{subject} {_DERIVED} {graph} {end}",
        f"{subject} {_GENERATED} {node('rule', _safe(claim.rule))} {end}",
        f"{subject} {_EVIDENCE} <{evidence}> {end}",
    ]
    return lines + describe(subject, _describe_claim(claim, document), graph)


def _describe_claim(claim: Claim, document: str) -> Iterator[Pair]:
    """Yield what not every claim has."""
    if claim.replaced is not None:
        yield _OLDER, local_node(document, claim.replaced)
    if claim.by is not None:
        yield _BY, local_node(document, claim.by)
    if claim.date is not None:
        yield _DATE, dated(claim.date)
    if claim.place:
        yield _PLACE, literal(claim.place)
    if claim.source:
        yield _SOURCE, literal(claim.source)
    for code in dict.fromkeys(claim.states):
        yield _STATE, node("state", code)
    for name in dict.fromkeys(person.name for person in claim.persons):
        yield _PERSON, literal(name)


def _evidence_lines(root: str, evidence: Evidence, text: str, graph: str) -> tuple[str, ...]:
    """Return the Web Annotation whose target is the quote, by its words and its position; its bodies are claims."""
    start, end, last = evidence.start, evidence.end, f"{graph} ."
    return (
        f"<{root}> {TYPE} {_ANNOTATION} {last}",
        f"<{root}> {_HAS_TARGET} <{root}/target> {last}",
        f"<{root}/target> {_HAS_SOURCE} {graph} {last}",
        f"<{root}/target> {_HAS_SELECTOR} <{root}/quote> {last}",
        f"<{root}/target> {_HAS_SELECTOR} <{root}/position> {last}",
        f"<{root}/quote> {TYPE} {_QUOTE} {last}",
        f"<{root}/quote> {_EXACT} {literal(evidence.quote)} {last}",
        f"<{root}/quote> {_PREFIX} {literal(text[max(0, start - CONTEXT) : start])} {last}",
        f"<{root}/quote> {_SUFFIX} {literal(text[end : end + CONTEXT])} {last}",
        f"<{root}/position> {TYPE} {_POSITION} {last}",
        f"<{root}/position> {_START} {whole(start)} {last}",
        f"<{root}/position> {_END} {whole(end)} {last}",
    )


@lru_cache(maxsize=10_000)
def _safe(rule: str) -> str:
    """Return a rule's name as part of an IRI."""
    return "".join(c if c.isalnum() or c in "-._:" else "-" for c in rule)
