"""The derived graph as quads: entities, direct edges, and which document's agreements and claims they come from."""

import hashlib
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.claims import Statement
from kg.graph.document_graph import local_node
from kg.graph.summary import Summary
from kg.graph.view import Edge, EdgeType
from kg.graph.vocabulary import (
    ALT_LABEL,
    BASE,
    DCTERMS,
    DERIVED,
    ELI,
    RDF_TYPE,
    RDFS_LABEL,
    date_literal,
    decimal,
    node,
    term,
)
from kg.resolve.entities import Agreement, Leader, Reason
from kg.resolve.states import former_states, name_state

Pair = tuple[NamedNode, NamedNode | Literal]
PROPERTIES = {
    EdgeType.SUPERSEDES: "supersedes",
    EdgeType.SUPPLEMENTS: "supplements",
    EdgeType.AMENDS: "amends",
    EdgeType.SIGNED_BY: "signedBy",
    EdgeType.SIGNATORY: "signatory",
    EdgeType.RATIFIED_BY: "ratifiedBy",
    EdgeType.ACCEDED_BY: "accededBy",
    EdgeType.SUSPENDED_BY: "suspendedBy",
    EdgeType.LEFT_BY: "leftBy",
    EdgeType.ENDED_BY: "endedBy",
    EdgeType.PARTY_TO: "partyTo",
    EdgeType.ACTS_FOR: "actsFor",
}
PLANNED = {EdgeType.SUPERSEDES: "willSupersede"}


def derived(subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
    """Return a quad of the derived graph."""
    return Quad(subject, predicate, value, DERIVED)


def agreement_quads(agreement: Agreement, summary: Summary) -> Iterator[Quad]:
    """Yield the quads that describe one agreement."""
    subject = node("agreement", agreement.id)
    for predicate, value in _describe_agreement(agreement, summary):
        yield derived(subject, predicate, value)
    for document, local in agreement.members:
        yield derived(local_node(document, local), term("denotes"), subject)
    for reason in agreement.reasons:
        yield derived(local_node(*reason.member), term("identityReason"), Literal(_explain(reason)))


def _describe_agreement(agreement: Agreement, summary: Summary) -> Iterator[Pair]:
    yield RDF_TYPE, term("Agreement")
    yield RDF_TYPE, term("LegalResource", ELI)
    yield RDFS_LABEL, Literal(agreement.names[0].text if agreement.names else agreement.id)
    yield term("kind"), term(f"kind-{agreement.kind}")
    for name in agreement.names:
        yield ALT_LABEL, Literal(name.text, language=name.language)
    if agreement.year is not None:
        yield term("year"), date_literal(f"{agreement.year:04d}")
    for subject in agreement.subjects:
        yield term("subject", DCTERMS), Literal(subject)
    for alias in agreement.aliases:
        yield term("formerId"), Literal(alias)
    for property_, date in summary.dates:
        yield term(property_), date_literal(date)


def _explain(reason: Reason) -> str:
    signs = "; ".join(reason.evidence)
    other = "" if reason.other is None else f" with {reason.other[0][:16]}/{reason.other[1]}"
    return f"{reason.score:g}{other}: {signs}"


def leader_quads(leader: Leader) -> Iterator[Quad]:
    """Yield the quads that describe one leader."""
    subject = node("leader", leader.id)
    yield derived(subject, RDF_TYPE, term("Leader"))
    yield derived(subject, RDFS_LABEL, Literal(leader.label))
    for name in leader.names:
        yield derived(subject, ALT_LABEL, Literal(name))
    if leader.office:
        yield derived(subject, term("office"), Literal(leader.office))


def state_quads(code: str) -> Iterator[Quad]:
    """Yield the quads that describe one state or organisation, with the former states it continues."""
    subject = node("state", code)
    yield derived(subject, RDF_TYPE, term("State"))
    yield derived(subject, RDFS_LABEL, Literal(name_state(code)))
    yield derived(subject, term("code"), Literal(code))
    former = former_states().get(code)
    if former is not None:
        yield derived(subject, term("existedUntil"), date_literal(former.last))
        if former.continuator is not None:
            yield derived(node("state", former.continuator), term("continues"), subject)


def statement_quads(statement: Statement) -> Iterator[Quad]:
    """Yield which entities a claim is about."""
    subject = node("claim", statement.id)
    yield derived(subject, term("about"), node("agreement", statement.agreement))
    if statement.older is not None:
        yield derived(subject, term("aboutOlder"), node("agreement", statement.older))
    if statement.by is not None:
        yield derived(subject, term("aboutBy"), node("agreement", statement.by))
    for leader in statement.leaders:
        yield derived(subject, term("leader"), node("leader", leader))


def edge_quads(edge: Edge) -> Iterator[Quad]:
    """Yield the edge as a node with its claims, and as a direct triple where it is done (or a planned replacement)."""
    source, target = NamedNode(BASE + edge.source), NamedNode(BASE + edge.target)
    direct = PROPERTIES[edge.type] if edge.status in (None, "done") else None
    if edge.status == "planned":
        direct = PLANNED.get(edge.type)
    if direct is not None:
        yield derived(source, term(direct), target)
    subject = node("edge", edge_id(edge))
    yield derived(subject, RDF_TYPE, term("Edge"))
    yield derived(subject, term("edgeType"), term(PROPERTIES[edge.type]))
    yield derived(subject, term("from"), source)
    yield derived(subject, term("to"), target)
    if edge.status is not None:
        yield derived(subject, term("status"), term(f"status-{edge.status}"))
    if edge.date is not None:
        yield derived(subject, term("date"), date_literal(edge.date))
    if edge.confidence is not None:
        yield derived(subject, term("confidence"), decimal(edge.confidence))
    for claim in edge.claims:
        yield derived(subject, term("claim"), node("claim", claim))


def edge_id(edge: Edge) -> str:
    """Return the id of an edge, a hash of its type, ends and status."""
    content = "\n".join((edge.type, edge.source, edge.target, edge.status or ""))
    return hashlib.sha256(content.encode()).hexdigest()[:20]
