"""Pushing to real SPARQL servers and reading them: oxigraph and Fuseki."""

import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kg.errors import QueryError, StoreError
from kg.graph.vocabulary import DERIVED
from kg.queries.canned import CannedQuery, ParameterType, find_queries
from kg.queries.find import find_one
from kg.queries.run import run_query
from kg.queries.trials import find_trials
from kg.stores.embedded import EmbeddedStore
from kg.stores.endpoint import find_endpoint
from kg.stores.sparql import SparqlStore
from kg.stores.upload import SEALS, find_current, upload
from tests.servers.serving import Served, free_port

QUERIES = tuple(find_queries())
SERVERS = ("oxigraph_server", "fuseki_server", "virtuoso_server")


@pytest.fixture(scope="module", params=SERVERS)
def server(request: pytest.FixtureRequest) -> Served:
    served: Served = request.getfixturevalue(request.param)
    return served


@pytest.fixture
def store(server: Served, embedded: EmbeddedStore) -> SparqlStore:
    upload(embedded.graph.quads, SparqlStore(server.uri))
    return SparqlStore(server.uri)


def content_of(store: SparqlStore) -> set[str]:
    return {str(quad) for quad in store.quads() if quad.graph_name != SEALS}


def test_a_push_makes_the_server_hold_the_dataset(store: SparqlStore, embedded: EmbeddedStore) -> None:
    assert content_of(store) == {str(quad) for quad in embedded.graph.quads()}


def test_a_second_push_writes_nothing(store: SparqlStore, embedded: EmbeddedStore) -> None:
    assert upload(embedded.graph.quads, store).written == 0


def test_only_the_graphs_that_changed_are_written(store: SparqlStore, embedded: EmbeddedStore) -> None:
    quads = list(embedded.graph.quads())
    victim = next(quad.graph_name for quad in quads if "urn:kg:document:" in str(quad.graph_name))
    fewer = [quad for quad in quads if quad.graph_name != victim]
    report = upload(lambda: fewer, store)
    assert (report.written, report.deleted) == (0, 1)
    assert content_of(store) == set(map(str, fewer))
    assert upload(lambda: quads, store).written == len(quads) - len(fewer)


def test_of_a_graph_that_all_share_only_what_changed_is_written(store: SparqlStore, embedded: EmbeddedStore) -> None:
    quads = list(embedded.graph.quads())
    victim = next(quad for quad in quads if quad.graph_name == DERIVED)
    fewer = [quad for quad in quads if quad != victim]
    same = [quad for quad in fewer if (quad.subject, quad.graph_name) == (victim.subject, DERIVED)]
    assert upload(lambda: fewer, store).written == len(same)
    assert content_of(store) == set(map(str, fewer))


def test_the_state_that_was_pushed_is_known_again(store: SparqlStore, embedded: EmbeddedStore) -> None:
    quads = list(embedded.graph.quads())
    assert find_current(store, "monday") is None
    upload(lambda: quads, store, stamp="monday")
    assert find_current(store, "monday") == upload(lambda: quads, store, stamp="monday")
    with pytest.raises(KeyboardInterrupt):
        upload(lambda: quads[: len(quads) // 2] + quads[-1:], store, cut, stamp="tuesday")
    assert [find_current(store, day) for day in ("monday", "tuesday", "")] == [None, None, None]


def cut(done: int, total: int) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("at", [2, 3])
def test_a_push_that_was_cut_off_is_repaired_by_the_next(store: SparqlStore, embedded: EmbeddedStore, at: int) -> None:
    quads = list(embedded.graph.quads())
    upload(lambda: quads[: len(quads) // 3], store)
    with pytest.raises(KeyboardInterrupt):
        upload(lambda: quads[: len(quads) // at * 2], store, cut)
    upload(lambda: quads, store)
    assert content_of(store) == set(map(str, quads))


def test_what_a_cut_off_push_left_goes(store: SparqlStore, embedded: EmbeddedStore) -> None:
    upload(list, store)
    with pytest.raises(KeyboardInterrupt):
        upload(embedded.graph.quads, store, cut)
    upload(list, store)
    assert content_of(store) == set()


@pytest.mark.parametrize("missing", ["graphs", "update"])
def test_updates_or_whole_graphs_do_where_the_other_is_missing(
    store: SparqlStore, embedded: EmbeddedStore, missing: str
) -> None:
    if getattr(store.endpoint, "graphs" if missing == "update" else "update") is None:
        pytest.skip("this server has no Graph Store Protocol where it could be found")
    upload(list, store)
    whole = store.endpoint
    lame = SparqlStore(
        store.location, replace(whole, update=None) if missing == "update" else replace(whole, graphs=None)
    )
    quads = list(embedded.graph.quads())
    for some in (quads[:900], quads[100:1200]):
        upload(lambda some=some: some, lame)  # type: ignore[misc]  # a lambda with a default
        assert content_of(store) == set(map(str, some))
    upload(list, lame)
    assert content_of(store) == set()


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_every_canned_query_gives_the_rows_of_the_embedded_store(
    query: CannedQuery, embedded: EmbeddedStore, store: SparqlStore
) -> None:
    from kg.export.store_source import source_of

    for values in list(find_trials(query, source_of(embedded).view()))[:6]:
        expected = run_query(embedded, query, values, lambda _, name: name)
        assert run_query(store, query, values, lambda _, name: name) == expected


def test_names_are_found_on_a_server(store: SparqlStore) -> None:
    assert find_one(store, ParameterType.AGREEMENT, "Договор о дружбе и взаимной помощи").startswith("agreement:")


def test_a_syntax_error_is_one_line(store: SparqlStore) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query") as caught:
        store.select("SELECT ?x WHERE {")
    assert "\n" not in str(caught.value)


def test_an_address_where_nothing_listens_is_said() -> None:
    with pytest.raises(StoreError, match="no server answers there"):
        find_endpoint(f"http://127.0.0.1:{free_port()}/ds")


@pytest.fixture
def web_page() -> Iterator[str]:
    class Page(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<html>hello</html>")

        do_GET = do_HEAD = do_POST  # noqa: N815 - names of the library

        def log_message(self, format: str, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page) as page:
        thread = threading.Thread(target=page.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{page.server_address[1]}"
        page.shutdown()
        thread.join()


def test_a_web_page_is_no_endpoint(web_page: str) -> None:
    with pytest.raises(StoreError, match=r"no SPARQL endpoint there \(it answers 200 text/html\)"):
        find_endpoint(web_page)
