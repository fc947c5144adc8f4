"""One question, two query languages, many engines, one answer: rows are compared exactly, in order."""

from collections.abc import Iterator

import pytest
import rdflib
from rdflib.query import ResultRow

from kg.graph.view import GraphView
from kg.queries.canned import CannedQuery, find_queries, find_twin
from kg.queries.run import bind_value, run_query
from kg.queries.trials import find_trials
from kg.queries.twins import CypherServer, run_twin
from kg.stores.binding import bind_parameters
from kg.stores.embedded import EmbeddedStore
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.push import push
from tests.servers.programs import PASSWORD
from tests.servers.serving import Served

QUERIES = tuple(find_queries())


@pytest.fixture(scope="module")
def neo4j(neo4j_server: Served, view: GraphView) -> Iterator[Neo4jStore]:
    with Neo4jStore(neo4j_server.uri, Login(user="neo4j", password=PASSWORD)) as store:
        push(view, store)
        yield store


def compare(query: CannedQuery, embedded: EmbeddedStore, view: GraphView, server: CypherServer) -> int:
    """Run a query and its twin with every set of parameters; return how many rows there were."""
    twin = find_twin(query)
    assert twin is not None
    rows = 0
    for values in find_trials(query, view):
        expected = run_query(embedded, query, values, lambda _, name: name)
        found = run_twin(server, twin, values)
        assert found.rows == expected.rows, values
        assert not found.rows or found.columns == expected.columns
        rows += len(found.rows)
    return rows


@pytest.fixture(scope="module")
def through_rdflib(embedded: EmbeddedStore) -> rdflib.Dataset:
    """The dataset as rdflib sees it through oxrdflib.

    rdflib's own engine is not held to this: it makes a group of no rows, and cannot order unbound values.
    """
    lines = "".join(f"{quad} .\n" for quad in embedded.quads())
    dataset = rdflib.Dataset(store="Oxigraph", default_union=True)
    dataset.parse(data=lines, format="ox-nq")
    return dataset


@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph).*deprecated:DeprecationWarning")  # of rdflib's plugins
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_rdflib_reaches_the_same_rows(
    query: CannedQuery, embedded: EmbeddedStore, view: GraphView, through_rdflib: rdflib.Dataset
) -> None:
    for values in list(find_trials(query, view))[:6]:
        bound = {one.name: bind_value(one, values[one.name], lambda _, name: name) for one in query.parameters}
        rows = [
            tuple(None if cell is None else str(cell) for cell in row)
            for row in through_rdflib.query(bind_parameters(query.text, bound))
            if isinstance(row, ResultRow)
        ]
        assert rows == embedded.select(query.text, bound).texts()


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_neo4j_gives_the_rows_of_sparql(
    query: CannedQuery, embedded: EmbeddedStore, view: GraphView, neo4j: Neo4jStore
) -> None:
    assert compare(query, embedded, view, neo4j) > 0, "no run of this query has a row: the test would prove nothing"
