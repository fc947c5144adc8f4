"""Cypher without a server: the projection in ladybug gives the rows of SPARQL, and lets nobody write."""

from collections.abc import Iterator

import pytest

from kg.errors import QueryError
from kg.graph.view import GraphView
from kg.queries.canned import CannedQuery, find_queries, find_twin
from kg.queries.run import run_query
from kg.queries.trials import find_trials
from kg.queries.twins import run_twin
from kg.stores.embedded import EmbeddedStore
from kg.stores.ladybug import LadybugStore, build_projection

QUERIES = tuple(find_queries())


@pytest.fixture(scope="module")
def ladybug(view: GraphView, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LadybugStore]:
    path = tmp_path_factory.mktemp("ladybug") / "graph"
    build_projection(view, path)
    store = LadybugStore(path)
    yield store
    store.close()


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_ladybug_gives_the_rows_of_sparql(
    query: CannedQuery, embedded: EmbeddedStore, view: GraphView, ladybug: LadybugStore
) -> None:
    twin = find_twin(query)
    assert twin is not None
    for values in list(find_trials(query, view))[:20]:
        expected = run_query(embedded, query, values, lambda _, name: name)
        assert run_twin(ladybug, twin, values).rows == expected.rows, values


def test_the_projection_holds_all_nodes_and_edges(view: GraphView, ladybug: LadybugStore) -> None:
    (nodes,) = ladybug.query("MATCH (n) RETURN count(*) AS found", {})
    (edges,) = ladybug.query("MATCH ()-[r]->() RETURN count(*) AS found", {})
    assert (nodes["found"], edges["found"]) == (len(view.nodes), len(view.edges))


def test_awkward_words_survive(view: GraphView, ladybug: LadybugStore) -> None:
    rows = ladybug.query("MATCH (c:Claim) RETURN c.id AS id, c.quote AS quote", {})
    assert {row["id"]: row["quote"] for row in rows} == {
        node.id: node.properties["quote"] for node in view.nodes if node.type == "Claim"
    }


@pytest.mark.parametrize("text", ["CREATE (:State {id: 'x'})", "MATCH (n:State) DETACH DELETE n", "DROP TABLE State"])
def test_users_queries_cannot_write(ladybug: LadybugStore, text: str) -> None:
    with pytest.raises(QueryError, match="queries only read"):
        list(ladybug.query(text, {}))


def test_rows_and_time_are_limited(ladybug: LadybugStore) -> None:
    assert len(list(ladybug.query("MATCH (n) RETURN n.id AS id", {}, limit=3))) == 3
    slow = "UNWIND range(1, 30000) AS a UNWIND range(1, 30000) AS b WITH a + b AS c RETURN sum(c) AS n"
    with pytest.raises(QueryError, match=r"longer than 0\.2 seconds"):
        list(ladybug.query(slow, {}, seconds=0.2))


def test_a_syntax_error_is_one_line(ladybug: LadybugStore) -> None:
    with pytest.raises(QueryError, match="not a Cypher query") as caught:
        list(ladybug.query("MATCH (n RETURN n", {}))
    assert "\n" not in str(caught.value)
