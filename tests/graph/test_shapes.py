"""The graph conforms to the shapes, and a graph that shows no sentence does not."""

import pytest
from rdflib import RDF, Graph, URIRef

from kg.graph.lines import write_quad
from kg.resources import find_data
from kg.stores.embedded import EmbeddedStore, memory_store
from kg.stores.integrity import find_faults, read_graph, validate_graph
from tests.gold_extractions import read_gold
from tests.paths import GOLD

NS = "urn:kg:ns:"


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    filled = memory_store()
    filled.load(one for one in read_gold(GOLD / "dev") if "/rf-kndr" in (one.document.name or ""))
    return filled


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(find_data("ontology") / "shapes.ttl", format="turtle")


def test_the_graph_conforms(store: EmbeddedStore, shapes: Graph) -> None:
    assert list(validate_graph(read_graph(store), shapes)) == []
    assert list(find_faults(store)) == []


def test_an_edge_without_a_claim_is_refused(store: EmbeddedStore, shapes: Graph) -> None:
    graph = read_graph(store)
    edge = next(graph.subjects(RDF.type, URIRef(f"{NS}Edge")))
    graph.remove((edge, URIRef(f"{NS}claim"), None))
    assert {fault.rule for fault in validate_graph(graph, shapes)} == {
        "an edge needs a claim",
        "an edge needs a sentence",
    }


def test_a_claim_without_a_sentence_is_refused(store: EmbeddedStore, shapes: Graph) -> None:
    graph = read_graph(store)
    claim = next(graph.subjects(RDF.type, URIRef(f"{NS}Claim")))
    graph.remove((claim, URIRef(f"{NS}evidence"), None))
    assert "a claim needs its evidence" in {fault.rule for fault in validate_graph(graph, shapes)}


@pytest.mark.parametrize("predicate", ["claim", "about", "aboutOlder", "evidence"])
def test_the_quick_rules_see_what_is_missing(predicate: str) -> None:
    broken = memory_store()
    broken.load(one for one in read_gold(GOLD / "dev") if one.document.name == "ru/rf-kndr-belta")
    gone = [write_quad(quad) for quad in broken.quads() if quad.predicate.value == NS + predicate]
    assert gone
    broken.graph.change(gone, [])
    assert list(find_faults(broken))


def test_every_term_of_the_graph_is_in_the_ontology(store: EmbeddedStore) -> None:
    ontology = Graph().parse(find_data("ontology") / "kg.ttl", format="turtle")
    defined = {str(subject) for subject in ontology.subjects()}
    used = {term.value for quad in store.quads() for term in (quad.predicate, quad.object) if hasattr(term, "value")}
    assert {term for term in used if term.startswith(NS)} <= defined


def test_every_term_of_the_ontology_has_labels_in_english_and_indonesian() -> None:
    ontology = Graph().parse(find_data("ontology") / "kg.ttl", format="turtle")
    label = URIRef("http://www.w3.org/2000/01/rdf-schema#label")
    terms = {subject for subject in ontology.subjects(RDF.type, None) if str(subject) != NS}
    for term in terms:
        languages = {text.language for text in ontology.objects(term, label) if hasattr(text, "language")}
        assert {"en", "id"} <= languages, term
