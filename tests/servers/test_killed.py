"""A server that is killed during a push: the next push repairs it."""

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.export.store_source import source_of
from kg.stores.compare import compare_view
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.push import push
from kg.stores.sparql import SparqlStore
from kg.stores.upload import SEALS, upload
from tests.servers.parity import filled_store
from tests.servers.serving import (
    NO_JAVA,
    PASSWORD,
    free_port,
    has_java,
    make_neo4j_home,
    start_neo4j,
    start_oxigraph,
    stop,
)

LOGIN = Login(user="neo4j", password=PASSWORD)


@pytest.mark.skipif(not has_java(), reason=NO_JAVA)
def test_a_push_to_a_killed_neo4j_is_repaired(tmp_path: Path) -> None:
    view = source_of(filled_store()).view()
    bolt = free_port()
    jars = make_neo4j_home(tmp_path, bolt)
    served = start_neo4j(tmp_path, bolt, jars)

    def kill(done: int, total: int) -> None:
        if done < total and served.process.poll() is None:
            served.process.kill()
            served.process.wait()

    with pytest.raises(StoreError), Neo4jStore(served.uri, LOGIN) as store:
        push(view, store, kill)
    again = start_neo4j(tmp_path, bolt, jars)
    try:
        with Neo4jStore(again.uri, LOGIN) as store:
            assert compare_view(view, store) != []
            push(view, store)
            assert compare_view(view, store) == []
    finally:
        stop(again.process)


def test_a_push_to_a_killed_oxigraph_is_repaired(tmp_path: Path) -> None:
    quads = list(filled_store().graph.quads())
    served = start_oxigraph(tmp_path)

    def kill(done: int, total: int) -> None:
        if done < total and served.process.poll() is None:
            served.process.kill()
            served.process.wait()

    store = SparqlStore(served.uri)
    with pytest.raises(StoreError):
        upload(quads, store, kill)
    again = start_oxigraph(tmp_path)
    try:
        store = SparqlStore(again.uri)
        upload(quads, store)
        assert {str(quad) for quad in store.quads() if quad.graph_name != SEALS} == set(map(str, quads))
    finally:
        stop(again.process)
