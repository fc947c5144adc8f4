"""A server that is killed during a push: the next push makes it what an undisturbed push makes."""

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.view import GraphView
from kg.stores.compare import compare_quads, compare_view
from kg.stores.embedded import EmbeddedStore
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.push import Progress, push
from kg.stores.sparql import SparqlStore
from kg.stores.upload import SEALS, upload
from tests.servers.conftest import need
from tests.servers.programs import PASSWORD
from tests.servers.serving import Served, kill, stop

LOGIN = Login(user="neo4j", password=PASSWORD)


def killing(served: Served) -> Progress:
    """Return a progress that kills the server when the first part has arrived."""

    def progress(done: int, total: int) -> None:
        if done < total and served.process.poll() is None:
            kill(served)

    return progress


def start_again(name: str, home: Path) -> Served:
    program = need(name)
    return program.start(home)


def test_a_push_to_a_killed_neo4j_is_repaired(view: GraphView, tmp_path: Path) -> None:
    served = start_again("neo4j", tmp_path)
    with pytest.raises(StoreError), Neo4jStore(served.uri, LOGIN) as store:
        push(view, store, killing(served))
    served = start_again("neo4j", tmp_path)
    try:
        with Neo4jStore(served.uri, LOGIN) as store:
            assert compare_view(view, store) != []
            push(view, store)
            assert compare_view(view, store) == []
    finally:
        stop(served)


@pytest.mark.parametrize("name", ["oxigraph", "fuseki", "virtuoso"])
def test_a_push_to_a_killed_sparql_server_is_repaired(
    name: str, embedded: EmbeddedStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.stores.upload.CHUNK", 1000)
    served = start_again(name, tmp_path)
    with pytest.raises(StoreError):
        upload(embedded.graph.quads, SparqlStore(served.uri), killing(served))
    served = start_again(name, tmp_path)
    try:
        store = SparqlStore(served.uri)
        upload(embedded.graph.quads, store)
        there = [quad for quad in store.quads() if quad.graph_name != SEALS]
        assert compare_quads(embedded.graph.quads(), there) == []
    finally:
        stop(served)
