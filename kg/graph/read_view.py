"""The property-graph view of a dataset: reads the quads back into nodes and edges."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.derived_graph import PROPERTIES
from kg.graph.view import Edge, EdgeType, GraphView, Node, NodeType, Value
from kg.graph.vocabulary import BASE, DCTERMS, NS, OA, PROV, SCHEMA, key_of, short_id

Facts = dict[str, list[str]]  # the values of one subject by predicate
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ALT = "http://www.w3.org/2004/02/skos/core#altLabel"
EDGE_TYPES = {f"{NS}{name}": type_ for type_, name in PROPERTIES.items()}
# Properties of nodes: the name in the view, and the predicate it comes from.
SHOWN: dict[NodeType, tuple[tuple[str, str], ...]] = {
    NodeType.STATE: (("code", f"{NS}code"), ("until", f"{NS}existedUntil")),
    NodeType.LEADER: (("office", f"{NS}office"),),
    NodeType.AGREEMENT: (
        ("kind", f"{NS}kind"),
        ("year", f"{NS}year"),
        ("signed", f"{NS}signed"),
        ("in_force_from", f"{NS}inForceFrom"),
        ("applied_from", f"{NS}appliedFrom"),
        ("ended", f"{NS}ended"),
        ("documents", f"{NS}documentCount"),
        ("disputed", f"{NS}disputed"),
        ("awaited", f"{NS}awaited"),
    ),
    NodeType.CLAIM: (
        ("event", f"{NS}event"),
        ("status", f"{NS}status"),
        ("date", f"{NS}date"),
        ("place", f"{NS}place"),
        ("source", f"{NS}source"),
        ("rule", f"{PROV}wasGeneratedBy"),
        ("confidence", f"{NS}confidence"),
    ),
    NodeType.DOCUMENT: (
        ("name", f"{NS}name"),
        ("url", f"{SCHEMA}url"),
        ("title", f"{DCTERMS}title"),
        ("outlet", f"{DCTERMS}publisher"),
        ("published", f"{DCTERMS}issued"),
        ("language", f"{DCTERMS}language"),
    ),
}
PLAIN_EDGES = (  # edges that are no claim's: the predicate alone
    (f"{NS}about", EdgeType.ABOUT),
    (f"{NS}aboutOlder", EdgeType.ABOUT_OLDER),
    (f"{NS}aboutBy", EdgeType.ABOUT_BY),
    (f"{PROV}wasDerivedFrom", EdgeType.STATED_IN),
    (f"{NS}continues", EdgeType.CONTINUES),
)
NUMBERS: dict[str, type[int] | type[float]] = {"year": int, "documents": int, "confidence": float}
MANY = frozenset({"disputed", "awaited"})  # shown as one text


def read_view(quads: Iterable[Quad]) -> GraphView:
    """Return the nodes and edges that the quads of a dataset describe."""
    subjects = _by_subject(quads)
    nodes = sorted((node for node in _find_nodes(subjects)), key=lambda node: node.id)
    edges = sorted(_find_edges(subjects), key=lambda e: (e.type, e.source, e.target, e.status or ""))
    return GraphView(nodes=tuple(nodes), edges=tuple(edges))


def _by_subject(quads: Iterable[Quad]) -> dict[str, Facts]:
    subjects: defaultdict[str, Facts] = defaultdict(dict)
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            subjects[quad.subject.value].setdefault(quad.predicate.value, []).append(quad.object.value)
    return subjects


def _find_nodes(subjects: dict[str, Facts]) -> Iterator[Node]:
    types = {f"{NS}{type_.value}": type_ for type_ in NodeType}
    for iri, facts in subjects.items():
        type_ = next((types[name] for name in facts.get(TYPE, ()) if name in types), None)
        if type_ is not None:
            yield Node(
                id=short_id(iri), type=type_, label=_label(iri, type_, facts), properties=_read(facts, type_, subjects)
            )


def _label(iri: str, type_: NodeType, facts: Facts) -> str:
    if type_ is NodeType.CLAIM:
        return " ".join(_plain(value) for name in ("event", "status") for value in facts.get(f"{NS}{name}", ()))
    found = [*facts.get(LABEL, ()), *facts.get(f"{DCTERMS}title", ()), *facts.get(f"{NS}name", ())]
    return found[0] if found else key_of(iri)[:16]


def _read(facts: Facts, type_: NodeType, subjects: dict[str, Facts]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, predicate in SHOWN[type_]:
        if predicate in facts:
            found = sorted(map(_plain, facts[predicate])) if name in MANY else [_plain(facts[predicate][0])]
            text = " | ".join(found)
            values[name] = NUMBERS[name](text) if name in NUMBERS else text
    if facts.get(ALT):
        values["names"] = " | ".join(sorted(set(facts[ALT])))
    if type_ is NodeType.CLAIM:
        values.update(_read_evidence(facts, subjects))
    return values


def _read_evidence(facts: Facts, subjects: dict[str, Facts]) -> dict[str, Value]:
    """Return quote, start and end of a claim, and the document it is in."""
    (document,), (evidence,) = facts[f"{PROV}wasDerivedFrom"], facts[f"{NS}evidence"]
    quote, position = subjects[f"{evidence}/quote"], subjects[f"{evidence}/position"]
    return {
        "document": key_of(document),
        "quote": quote[f"{OA}exact"][0],
        "start": int(position[f"{OA}start"][0]),
        "end": int(position[f"{OA}end"][0]),
    }


def _find_edges(subjects: dict[str, Facts]) -> Iterator[Edge]:
    for iri, facts in subjects.items():
        if f"{NS}Edge" in facts.get(TYPE, ()):
            yield _make_edge(facts, subjects)
        for predicate, type_ in PLAIN_EDGES:
            for target in facts.get(predicate, ()):
                yield Edge(type=type_, source=short_id(iri), target=short_id(target))


def _make_edge(facts: Facts, subjects: dict[str, Facts]) -> Edge:
    claims = sorted(key_of(claim) for claim in facts[f"{NS}claim"])
    first = subjects.get(f"{BASE}claim:{claims[0]}", {})
    quotes = [text for e in first.get(f"{NS}evidence", ()) for text in subjects[f"{e}/quote"][f"{OA}exact"]]
    status, date, confidence = (facts.get(f"{NS}{name}") for name in ("status", "date", "confidence"))
    return Edge(
        type=EDGE_TYPES[facts[f"{NS}edgeType"][0]],
        source=short_id(facts[f"{NS}from"][0]),
        target=short_id(facts[f"{NS}to"][0]),
        status=_plain(status[0]) if status else None,
        date=date[0] if date else None,
        claims=tuple(claims),
        quote=quotes[0] if quotes else None,
        confidence=float(confidence[0]) if confidence else None,
    )


def _plain(value: str) -> str:
    """Return a value without the namespace and the family of a term: `urn:kg:ns:event-signature` is signature."""
    if value.startswith(NS):
        return value.removeprefix(NS).partition("-")[2]
    return value.removeprefix(f"{BASE}rule:")
