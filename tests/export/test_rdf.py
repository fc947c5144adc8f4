"""The RDF formats on a real graph, read back by rdflib (the writers are pyoxigraph's and our own)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

from kg.export import Source, find_format, write_export
from kg.export.context import read_context
from kg.export.store_source import source_of
from kg.graph.vocabulary import PREFIXES
from kg.stores.embedded import memory_store
from tests.gold_extractions import read_gold
from tests.paths import GOLD

CHOSEN = ("/ruir-alvefagh", "/rf-kndr-belta", "/nk-ru-ltn", "/dca-goodnews", "/919-channela")


@pytest.fixture(autouse=True)
def _literals_as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)


@pytest.fixture(scope="module")
def source() -> Source:
    store = memory_store()
    store.load(one for one in read_gold(GOLD / "dev") if (one.document.name or "").endswith(CHOSEN))
    return source_of(store)


def export(name: str, source: Source, tmp_path: Path) -> Path:
    path = tmp_path / f"graph{find_format(name).suffix}"
    write_export(find_format(name), source, path)
    return path


def term_of(text: str) -> str:
    """A term in rdflib's N-Triples form, so that both sides escape letters alike."""
    graph = rdflib.Graph().parse(data=f"<urn:s> <urn:p> {text} .", format="nt")
    return str(next(graph.objects()).n3())


def text_of(term: object) -> str:
    return str(term).strip("<>")


def expected_triples(source: Source) -> set[tuple[str, str, str]]:
    return {(text_of(quad.subject), quad.predicate.value, term_of(str(quad.object))) for quad in source.quads()}


def triples_of(graph: rdflib.Graph) -> Iterator[tuple[str, str, str]]:
    for subject, predicate, value in graph:
        yield str(subject), str(predicate), value.n3()


@pytest.mark.parametrize(("name", "parser"), [("turtle", "turtle"), ("ntriples", "nt"), ("rdfxml", "xml")])
def test_formats_of_triples_keep_every_triple(name: str, parser: str, source: Source, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(data=export(name, source, tmp_path).read_text("utf-8"), format=parser)
    assert set(triples_of(graph)) == expected_triples(source)


@pytest.mark.filterwarnings(
    "ignore:(Dataset|ConjunctiveGraph).*deprecated:DeprecationWarning"
)  # rdflib's parsers use what rdflib deprecates
@pytest.mark.parametrize(("name", "parser"), [("nquads", "nquads"), ("jsonld", "json-ld")])
def test_formats_of_quads_keep_every_graph(name: str, parser: str, source: Source, tmp_path: Path) -> None:
    dataset = rdflib.Dataset()
    dataset.parse(data=export(name, source, tmp_path).read_text("utf-8"), format=parser)
    found = {
        (str(graph.identifier), *triple) for graph in dataset.graphs() for triple in triples_of(graph) if len(graph)
    }
    assert found == {
        (text_of(quad.graph_name), text_of(quad.subject), quad.predicate.value, term_of(str(quad.object)))
        for quad in source.quads()
    }


def test_nquads_are_sorted_and_each_once(source: Source, tmp_path: Path) -> None:
    lines = export("nquads", source, tmp_path).read_text("utf-8").splitlines()
    graphs = [line.rsplit(" ", 2)[1] for line in lines]
    assert graphs == sorted(graphs)
    assert len(lines) == len(set(lines))


def test_every_property_has_a_short_name_in_jsonld(source: Source, tmp_path: Path) -> None:
    shape = json.loads(export("jsonld", source, tmp_path).read_text("utf-8"))
    keys = {key for graph in shape["@graph"] for node in graph["@graph"] for key in node}
    assert {key for key in keys if ":" in key} == set()
    assert keys - {"@id", "@type"} <= set(read_context())


def test_the_context_file_is_what_the_export_holds(source: Source, tmp_path: Path) -> None:
    assert json.loads(export("jsonld", source, tmp_path).read_text("utf-8"))["@context"] == read_context()


def test_the_context_has_the_prefixes_of_the_graph() -> None:
    assert PREFIXES.items() <= read_context().items()


def test_turtle_uses_the_prefixes(source: Source, tmp_path: Path) -> None:
    text = export("turtle", source, tmp_path).read_text("utf-8")
    assert "a eli:LegalResource , kg:Agreement" in text
