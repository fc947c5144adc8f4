"""A document's own graph: its claims as nodes, each with the words it rests on. Depends on that document alone."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.claims import claim_id
from kg.graph.confidence import claim_confidence
from kg.graph.vocabulary import DCTERMS, OA, PROV, RDF_TYPE, SCHEMA, date_literal, decimal, integer, node, term
from kg.graph.voices import sketch_of, write_sketch
from kg.model.claim import Claim, Evidence, Extraction, LocalAgreement
from kg.model.document import Document

CONTEXT = 32  # code points of a quote's prefix and suffix
Pair = tuple[NamedNode, NamedNode | Literal]


def make_document_quads(extraction: Extraction) -> Iterator[Quad]:
    """Yield the quads of the document's graph, which the document's IRI names."""
    document = extraction.document
    graph = node("document", document.id)
    yield from _quads(graph, graph, _describe_document(document, extraction.language))
    for local in extraction.agreements:
        yield from _quads(local_node(document.id, local.id), graph, _describe_agreement(local, extraction))
    written: set[str] = set()
    for claim in extraction.claims:
        id_ = claim_id(document.id, claim)
        if id_ not in written:
            written.add(id_)
            yield from _quads(node("claim", id_), graph, _describe_claim(claim, document))
            confidence = decimal(claim_confidence(extraction.language, claim.event))
            yield Quad(node("claim", id_), term("confidence"), confidence, graph)
            yield from _evidence_quads(claim.evidence, id_, document, graph)


def local_node(document: str, local: str) -> NamedNode:
    """Return the IRI of an agreement as one document knows it."""
    return NamedNode(f"urn:kg:local:{document}/{local}")


def _quads(subject: NamedNode, graph: NamedNode, pairs: Iterator[Pair]) -> Iterator[Quad]:
    for predicate, value in pairs:
        yield Quad(subject, predicate, value, graph)


def _describe_document(document: Document, language: str) -> Iterator[Pair]:
    yield RDF_TYPE, term("Document")
    yield RDF_TYPE, term("NewsArticle", SCHEMA)
    yield term("language", DCTERMS), Literal(language)
    yield term("length"), integer(len(document.text))
    yield term("sketch"), Literal(write_sketch(sketch_of(document.text)))
    optional = (
        (term("name"), document.name),
        (term("url", SCHEMA), document.url),
        (term("publisher", DCTERMS), document.outlet),
        (term("title", DCTERMS), document.title),
    )
    yield from ((predicate, Literal(value)) for predicate, value in optional if value)
    if document.published:
        yield term("issued", DCTERMS), date_literal(document.published)


def _describe_agreement(local: LocalAgreement, extraction: Extraction) -> Iterator[Pair]:
    yield RDF_TYPE, term("LocalAgreement")
    yield term("document"), node("document", extraction.document.id)
    yield term("kind"), term(f"kind-{local.kind}")
    for name in dict.fromkeys(local.names):
        yield term("writtenName"), Literal(name, language=extraction.language)
    if local.year is not None:
        yield term("year"), date_literal(f"{local.year:04d}")
    for code in dict.fromkeys(local.parties):
        yield term("namesParty"), node("state", code)


def _describe_claim(claim: Claim, document: Document) -> Iterator[Pair]:
    yield RDF_TYPE, term("Claim")
    yield term("event"), term(f"event-{claim.event}")
    yield term("status"), term(f"status-{claim.status}")
    yield term("aboutLocal"), local_node(document.id, claim.agreement)
    yield term("wasDerivedFrom", PROV), node("document", document.id)
    yield term("wasGeneratedBy", PROV), node("rule", _safe(claim.rule))
    yield term("evidence"), evidence_node(document.id, claim.evidence)
    if claim.replaced is not None:
        yield term("olderLocal"), local_node(document.id, claim.replaced)
    if claim.by is not None:
        yield term("byLocal"), local_node(document.id, claim.by)
    if claim.date is not None:
        yield term("date"), date_literal(claim.date)
    for predicate, value in (("place", claim.place), ("source", claim.source)):
        if value:
            yield term(predicate), Literal(value)
    for code in dict.fromkeys(claim.states):
        yield term("state"), node("state", code)
    for name in dict.fromkeys(person.name for person in claim.persons):
        yield term("personName"), Literal(name)


def evidence_node(document: str, evidence: Evidence) -> NamedNode:
    """Return the IRI of a quote: claims from the same words share it."""
    return NamedNode(f"urn:kg:evidence:{document}/{evidence.start}-{evidence.end}")


def _evidence_quads(evidence: Evidence, claim: str, document: Document, graph: NamedNode) -> Iterator[Quad]:
    """Yield the Web Annotation whose body is the claim and whose target the quote, by its words and its position."""
    root = evidence_node(document.id, evidence)
    target, quote, position = (NamedNode(f"{root.value}/{part}") for part in ("target", "quote", "position"))
    yield Quad(root, RDF_TYPE, term("Annotation", OA), graph)
    yield Quad(root, term("hasBody", OA), node("claim", claim), graph)
    yield Quad(root, term("hasTarget", OA), target, graph)
    yield Quad(target, term("hasSource", OA), node("document", document.id), graph)
    yield Quad(target, term("hasSelector", OA), quote, graph)
    yield Quad(target, term("hasSelector", OA), position, graph)
    yield Quad(quote, RDF_TYPE, term("TextQuoteSelector", OA), graph)
    yield Quad(quote, term("exact", OA), Literal(evidence.quote), graph)
    yield Quad(
        quote, term("prefix", OA), Literal(document.text[max(0, evidence.start - CONTEXT) : evidence.start]), graph
    )
    yield Quad(quote, term("suffix", OA), Literal(document.text[evidence.end : evidence.end + CONTEXT]), graph)
    yield Quad(position, RDF_TYPE, term("TextPositionSelector", OA), graph)
    yield Quad(position, term("start", OA), integer(evidence.start), graph)
    yield Quad(position, term("end", OA), integer(evidence.end), graph)


def _safe(rule: str) -> str:
    """Return a rule's name as part of an IRI."""
    return "".join(c if c.isalnum() or c in "-._:" else "-" for c in rule)
