"""Pushing to a real Neo4j."""

import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import neo4j
import pytest

from kg.errors import StoreError
from kg.graph.view import GraphView
from kg.stores.neo4j import Login, Neo4jStore, refuse_old
from kg.stores.push import INDEXES, NO_NAMES, find_current, push
from tests.export.sample import NEW, VIEW
from tests.servers.programs import PASSWORD
from tests.servers.serving import Served, free_port

LAID = 6 + len(INDEXES)  # constraints and indexes that a push makes first
LOGIN = Login(user="neo4j", password=PASSWORD)
WRONG = Login(user="neo4j", password=PASSWORD[::-1])

Content = tuple[dict[str, tuple[str, dict[str, Any]]], set[tuple[str, ...]]]


class Failing:
    """The store, which breaks off before the nth statement that writes."""

    def __init__(self, store: Neo4jStore, after: int) -> None:
        self.store, self.left = store, after

    def write(
        self,
        statement: str,
        rows: Sequence[object] = (),
        *,
        columns: Sequence[str] = (),
        names: Mapping[str, str] = NO_NAMES,
        again: str | None = None,
    ) -> None:
        self.left -= 1
        if self.left < 0:
            raise StoreError("cut off")
        self.store.write(statement, rows, columns=columns, names=names, again=again)

    def read(self, statement: str, rows: Sequence[object] = ()) -> Iterator[dict[str, Any]]:
        return self.store.read(statement, rows)


def wipe(served: Served, statement: str = "MATCH (n) DETACH DELETE n") -> None:
    with neo4j.GraphDatabase.driver(served.uri, auth=("neo4j", PASSWORD)) as driver:
        driver.execute_query(statement)


@pytest.fixture
def store(neo4j_server: Served) -> Iterator[Neo4jStore]:
    wipe(neo4j_server)
    with Neo4jStore(neo4j_server.uri, LOGIN) as connected:
        yield connected


def content_of(store: Neo4jStore) -> Content:
    nodes = {row["values"]["id"]: (row["labels"][0], row["values"]) for row in store.read("read_nodes")}
    edges = {
        (row["start"], row["end"], *(f"{name}={value}" for name, value in sorted(row["values"].items())))
        for row in store.read("read_edges")
    }
    return nodes, edges


def content_expected(view: GraphView) -> Content:
    nodes = {node.id: (node.type.value, {**node.properties, "id": node.id, "label": node.label}) for node in view.nodes}
    edges = set()
    for edge in view.edges:
        values = {
            "key": edge.type.value + (f"/{edge.status}" if edge.status else ""),
            "status": edge.status,
            "date": edge.date,
            "quote": edge.quote,
            "claims": list(edge.claims) or None,
        }
        known = [f"{name}={value}" for name, value in sorted(values.items()) if value is not None]
        edges.add((edge.source, edge.target, *known))
    return nodes, edges


def without(view: GraphView, name: str) -> GraphView:
    return GraphView(
        nodes=tuple(node for node in view.nodes if node.id != name),
        edges=tuple(edge for edge in view.edges if name not in {edge.source, edge.target}),
    )


def test_a_push_writes_all_nodes_and_edges_as_they_are(store: Neo4jStore) -> None:
    report = push(VIEW, store)
    assert content_of(store) == content_expected(VIEW)
    assert (report.written, report.deleted, report.unchanged) == (len(VIEW.nodes) + len(VIEW.edges), 0, 0)


def test_a_second_push_writes_nothing(store: Neo4jStore) -> None:
    push(VIEW, store)
    report = push(VIEW, store)
    assert (report.written, report.deleted) == (0, 0)


def test_only_what_changed_is_written(store: Neo4jStore) -> None:
    push(VIEW, store)
    nodes = tuple(replace(node, label="Neuer Name") if node.id == NEW else node for node in VIEW.nodes)
    changed = GraphView(nodes=nodes, edges=(*VIEW.edges[:-1], replace(VIEW.edges[-1], date="2025-01-17")))
    report = push(changed, store)
    assert (report.written, report.deleted) == (2, 0)
    assert content_of(store) == content_expected(changed)


def test_what_is_withdrawn_disappears_and_comes_back(store: Neo4jStore) -> None:
    push(VIEW, store)
    fewer = without(VIEW, "claim:c1")
    assert push(fewer, store).deleted == 3
    assert content_of(store) == content_expected(fewer)
    push(VIEW, store)
    assert content_of(store) == content_expected(VIEW)


def test_an_empty_graph_takes_everything_away_but_other_peoples_data(store: Neo4jStore, neo4j_server: Served) -> None:
    wipe(neo4j_server, "CREATE (:Note {id: 'mine'})-[:ON]->(:Agreement {id: 'mine too'})")
    push(VIEW, store)
    push(GraphView(nodes=(), edges=()), store)
    assert set(content_of(store)[0]) == {"mine", "mine too"}


@pytest.mark.parametrize("after", range(0, 10, 2))
def test_a_push_that_was_cut_off_is_repaired_by_the_next(store: Neo4jStore, after: int) -> None:
    push(without(VIEW, NEW), store)
    with pytest.raises(StoreError, match="cut off"):
        push(without(VIEW, "claim:c1"), Failing(store, LAID + after))
    push(VIEW, store)
    assert content_of(store) == content_expected(VIEW)


def test_what_a_cut_off_push_left_goes_when_nothing_else_is_in_its_bucket(store: Neo4jStore) -> None:
    with pytest.raises(StoreError, match="cut off"):
        push(VIEW, Failing(store, LAID + 6))
    push(GraphView(nodes=(), edges=()), store)
    assert content_of(store) == ({}, set())


def test_edges_that_stand_there_already_are_not_doubled(store: Neo4jStore, neo4j_server: Served) -> None:
    push(VIEW, store)
    wipe(neo4j_server, "MATCH (s:KgSeal) DELETE s")
    push(VIEW, store)
    assert len(list(store.read("read_edges"))) == len(VIEW.edges)


def test_the_state_that_was_pushed_is_known_again(store: Neo4jStore) -> None:
    assert find_current(store, "monday") is None
    push(VIEW, store, stamp="monday")
    assert find_current(store, "monday") == push(VIEW, store, stamp="monday")
    assert find_current(store, "tuesday") is None
    with pytest.raises(StoreError, match="cut off"):
        push(without(VIEW, NEW), Failing(store, LAID + 3), stamp="tuesday")
    assert [find_current(store, day) for day in ("monday", "tuesday", "")] == [None, None, None]


def test_users_queries_cannot_write(store: Neo4jStore) -> None:
    for text in ("CREATE (n:State {id: 'x'})", "MATCH (n) DETACH DELETE n"):
        assert not store.is_reading(text, {})
        with pytest.raises(StoreError, match="only kg push writes"):
            list(store.query(text, {}))
    assert store.is_reading("MATCH (n) RETURN n.id", {})


def test_rows_are_limited(store: Neo4jStore) -> None:
    assert len(list(store.query("UNWIND range(1, 100) AS n RETURN n", {}, limit=7))) == 7


def test_a_query_has_a_time_limit(store: Neo4jStore) -> None:
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN a"
    begun = time.monotonic()
    with pytest.raises(StoreError, match="time limit"):
        list(store.query(text, {}, seconds=0.5))
    assert time.monotonic() - begun < 10


def test_a_syntax_error_is_one_line(store: Neo4jStore) -> None:
    with pytest.raises(StoreError) as caught:
        list(store.query("MATCH (n RETURN n", {}))
    assert "\n" not in str(caught.value)


def test_a_wrong_password_is_said_and_not_shown(neo4j_server: Served) -> None:
    with pytest.raises(StoreError, match="user name or password is wrong") as caught:
        Neo4jStore(neo4j_server.uri, WRONG)
    assert WRONG.password not in repr(caught.value) + repr(WRONG)


def test_a_missing_database_is_said(neo4j_server: Served) -> None:
    with pytest.raises(StoreError, match="no such database"), Neo4jStore(neo4j_server.uri, LOGIN, "nowhere") as store:
        list(store.query("RETURN 1", {}))


def test_an_address_where_nothing_listens_is_said() -> None:
    with pytest.raises(StoreError, match="no server answers there"):
        Neo4jStore(f"bolt://127.0.0.1:{free_port()}", LOGIN)


def test_a_server_without_tls_is_said(neo4j_server: Served) -> None:
    with pytest.raises(StoreError, match=r"no secure connection|no server answers"):
        Neo4jStore(neo4j_server.uri.replace("bolt:", "bolt+s:"), LOGIN)


def test_a_password_in_the_address_is_refused() -> None:
    with pytest.raises(StoreError, match="KG_PASSWORD") as caught:
        Neo4jStore("bolt://neo4j:verysecret@127.0.0.1:7687", None)
    assert "verysecret" not in str(caught.value)


def test_an_old_server_is_refused() -> None:
    with pytest.raises(StoreError, match=r"Neo4j/4\.4\.1 is too old"):
        refuse_old("bolt://127.0.0.1", "Neo4j/4.4.1")


def test_nothing_of_the_driver_is_loaded_before_it_is_needed() -> None:
    code = "import sys, kg.stores.neo4j, kg.stores.push; sys.exit('neo4j' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
