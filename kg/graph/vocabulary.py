"""The IRIs of the graph: terms of the ontology, of the vocabularies it uses, and of the things it holds."""

from functools import cache, lru_cache

from pyoxigraph import NamedNode

NS = "urn:kg:ns:"
BASE = "urn:kg:"
DERIVED = NamedNode("urn:kg:graph:derived")

RDF_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
RDFS_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
ALT_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "https://schema.org/"
ELI = "http://data.europa.eu/eli/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"

PREFIXES = {
    "kg": NS,
    "agreement": f"{BASE}agreement:",
    "claim": f"{BASE}claim:",
    "document": f"{BASE}document:",
    "leader": f"{BASE}leader:",
    "state": f"{BASE}state:",
    "dcterms": DCTERMS,
    "eli": ELI,
    "oa": OA,
    "prov": PROV,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": SCHEMA,
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": XSD,
}


@cache
def term(name: str, namespace: str = NS) -> NamedNode:
    """Return the term `name` of a vocabulary, of kg's own by default."""
    return NamedNode(namespace + name)


@lru_cache(maxsize=50_000)
def node(kind: str, key: str) -> NamedNode:
    """Return the IRI of a thing: `node("agreement", "ru-kp-2024-treaty")`."""
    return NamedNode(f"{BASE}{kind}:{key}")


def short_id(iri: str) -> str:
    """Return the id of a thing, its IRI without `urn:kg:`."""
    return iri.removeprefix(BASE)


def key_of(iri: str) -> str:
    """Return the key of a thing, its IRI without `urn:kg:TYPE:`."""
    return iri.removeprefix(BASE).split(":", 1)[1]
