"""The derived graph as lines: entities, direct edges, and which document's agreements and claims they come from."""

import hashlib
from collections.abc import Iterator

from kg.graph.claims import Statement
from kg.graph.document_graph import local_node
from kg.graph.lines import DERIVED_GRAPH, LABEL, NAME, TYPE, Pair, dated, decimal, describe, literal, node, term, worded
from kg.graph.summary import Summary
from kg.graph.view import Edge, EdgeType
from kg.graph.vocabulary import BASE, DCTERMS, ELI
from kg.resolve.entities import Agreement, Leader, Reason
from kg.resolve.states import former_states, name_state

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


def agreement_lines(agreement: Agreement, summary: Summary) -> Iterator[str]:
    """Yield the lines that describe one agreement."""
    subject = node("agreement", agreement.id)
    yield from describe(subject, _describe_agreement(agreement, summary), DERIVED_GRAPH)
    for document, local in agreement.members:
        yield f"{local_node(document, local)} {term('denotes')} {subject} {DERIVED_GRAPH} ."
    for reason in agreement.reasons:
        yield f"{local_node(*reason.member)} {term('identityReason')} {literal(_explain(reason))} {DERIVED_GRAPH} ."


def _describe_agreement(agreement: Agreement, summary: Summary) -> Iterator[Pair]:
    yield TYPE, term("Agreement")
    yield TYPE, term("LegalResource", ELI)
    yield LABEL, literal(agreement.names[0].text if agreement.names else agreement.id)
    yield term("kind"), term(f"kind-{agreement.kind}")
    for name in agreement.names:
        yield NAME, worded(name.text, name.language)
    if agreement.year is not None:
        yield term("year"), dated(f"{agreement.year:04d}")
    for subject in agreement.subjects:
        yield term("subject", DCTERMS), literal(subject)
    for alias in agreement.aliases:
        yield term("formerId"), literal(alias)
    for property_, date in summary.dates:
        yield term(property_), dated(date)


def _explain(reason: Reason) -> str:
    signs = "; ".join(reason.evidence)
    other = "" if reason.other is None else f" with {reason.other[0][:16]}/{reason.other[1]}"
    return f"{reason.score:g}{other}: {signs}"


def leader_lines(leader: Leader) -> Iterator[str]:
    """Yield the lines that describe one leader."""
    pairs = [(TYPE, term("Leader")), (LABEL, literal(leader.label))]
    pairs += [(NAME, literal(name)) for name in leader.names]
    if leader.office:
        pairs.append((term("office"), literal(leader.office)))
    yield from describe(node("leader", leader.id), pairs, DERIVED_GRAPH)


def state_lines(code: str) -> Iterator[str]:
    """Yield the lines that describe one state or organisation, with the former states it continues."""
    subject, former = node("state", code), former_states().get(code)
    pairs = [(TYPE, term("State")), (LABEL, literal(name_state(code))), (term("code"), literal(code))]
    if former is not None:
        pairs.append((term("existedUntil"), dated(former.last)))
    yield from describe(subject, pairs, DERIVED_GRAPH)
    if former is not None and former.continuator is not None:
        yield f"{node('state', former.continuator)} {term('continues')} {subject} {DERIVED_GRAPH} ."


def statement_lines(statement: Statement) -> Iterator[str]:
    """Yield which entities a claim is about."""
    pairs = [(term("about"), node("agreement", statement.agreement))]
    if statement.older is not None:
        pairs.append((term("aboutOlder"), node("agreement", statement.older)))
    if statement.by is not None:
        pairs.append((term("aboutBy"), node("agreement", statement.by)))
    pairs += [(term("leader"), node("leader", leader)) for leader in statement.claim.leaders]
    yield from describe(node("claim", statement.id), pairs, DERIVED_GRAPH)


def edge_lines(edge: Edge) -> Iterator[str]:
    """Yield the edge as a node with its claims, and as a direct triple where it is done (or a planned replacement)."""
    source, target = f"<{BASE}{edge.source}>", f"<{BASE}{edge.target}>"
    direct = PROPERTIES[edge.type] if edge.status in (None, "done") else None
    if edge.status == "planned":
        direct = PLANNED.get(edge.type)
    if direct is not None:
        yield f"{source} {term(direct)} {target} {DERIVED_GRAPH} ."
    pairs = [(TYPE, term("Edge")), (term("edgeType"), term(PROPERTIES[edge.type]))]
    pairs += [(term("from"), source), (term("to"), target)]
    if edge.status is not None:
        pairs.append((term("status"), term(f"status-{edge.status}")))
    if edge.date is not None:
        pairs.append((term("date"), dated(edge.date)))
    if edge.confidence is not None:
        pairs.append((term("confidence"), decimal(edge.confidence)))
    pairs += [(term("claim"), node("claim", claim)) for claim in edge.claims]
    yield from describe(node("edge", edge_id(edge)), pairs, DERIVED_GRAPH)


def edge_id(edge: Edge) -> str:
    """Return the id of an edge, a hash of its type, ends and status."""
    content = "\n".join((edge.type, edge.source, edge.target, edge.status or ""))
    return hashlib.sha256(content.encode()).hexdigest()[:20]
