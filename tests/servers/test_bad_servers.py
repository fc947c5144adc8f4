"""Servers and lines to them that fail: one clear line for each, and the next push repairs what was half written."""

import contextlib
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.view import GraphView
from kg.stores.compare import compare_quads, compare_view
from kg.stores.embedded import EmbeddedStore
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.push import push
from kg.stores.sparql import SparqlStore
from kg.stores.upload import SEALS, upload
from tests.conftest import RunKg
from tests.servers.conftest import need
from tests.servers.programs import PASSWORD, PROGRAMS, make_neo4j_home, start_fuseki, start_neo4j, start_oxigraph
from tests.servers.proxy import Fault, faulty_line
from tests.servers.serving import Served, stop

LOGIN = Login(user="neo4j", password=PASSWORD)
ENV = {"KG_USER": "neo4j", "KG_PASSWORD": PASSWORD}
LOST = "the connection was lost|no server answers there|no HTTP server answers"
SILENCE = "no answer|the connection was lost"
NOTHING = GraphView(nodes=(), edges=())
SOON = {  # three seconds, and a line is dead
    "server.bolt.connection_keep_alive": "1s",
    "server.bolt.connection_keep_alive_probes": "3",
}
PARTS = [0.3, 0.6, 0.9]  # of the bytes of a push


@pytest.fixture(scope="module")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    need("neo4j")
    make_neo4j_home(home := tmp_path_factory.mktemp("odd"), SOON)
    served = start_neo4j(home)
    yield served
    stop(served)


def push_to(uri: str, view: GraphView) -> None:
    with Neo4jStore(uri, LOGIN) as store:
        push(view, store)


@pytest.fixture(scope="module")
def bytes_of_a_push(neo4j: Served, view: GraphView) -> int:
    push_to(neo4j.uri, NOTHING)
    with faulty_line(neo4j.uri, Fault.CUT, after=10**9) as line:
        push_to(f"bolt://127.0.0.1:{line.port}", view)
        return 10**9 - line.after


@pytest.mark.parametrize(
    ("fault", "part", "said"), [*((Fault.CUT, part, LOST) for part in PARTS), (Fault.SILENT, 0.6, SILENCE)]
)
def test_a_push_to_neo4j_over_a_line_that_fails_is_repaired(  # noqa: PLR0913 - fixtures
    neo4j: Served,
    view: GraphView,
    bytes_of_a_push: int,
    part: float,
    fault: Fault,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kg.stores.neo4j.RETRIED", 1.0)
    monkeypatch.setattr("kg.stores.neo4j.ACQUIRED", 3.0)
    push_to(neo4j.uri, NOTHING)
    with faulty_line(neo4j.uri, fault, int(bytes_of_a_push * part)) as line:
        with pytest.raises(StoreError, match=said) as caught:
            push_to(f"bolt://127.0.0.1:{line.port}", view)
    assert "\n" not in str(caught.value)
    with Neo4jStore(neo4j.uri, LOGIN) as store:
        push(view, store)
        assert compare_view(view, store) == []
        assert len(list(store.read("read_edges"))) == len(view.edges)


@pytest.mark.parametrize("part", PARTS)
def test_a_batch_whose_answer_was_lost_is_not_written_twice(
    neo4j: Served, view: GraphView, bytes_of_a_push: int, part: float
) -> None:
    push_to(neo4j.uri, NOTHING)
    with faulty_line(neo4j.uri, Fault.CUT_ONCE, int(bytes_of_a_push * part)) as line:
        push_to(f"bolt://127.0.0.1:{line.port}", view)
        assert line.broken.is_set()
    with Neo4jStore(neo4j.uri, LOGIN) as store:
        assert compare_view(view, store) == []
        assert len(list(store.read("read_edges"))) == len(view.edges)


@pytest.mark.parametrize("name", ["oxigraph_server", "fuseki_server", "virtuoso_server"])
@pytest.mark.parametrize(
    ("fault", "after", "said"),
    [(Fault.CUT, 400_000, LOST), (Fault.CUT_ONCE, 400_000, LOST), (Fault.SILENT, 20_000, SILENCE)],
)
def test_an_upload_over_a_line_that_fails_is_repaired(  # noqa: PLR0913 - fixtures
    name: str,
    fault: Fault,
    said: str,
    after: int,
    embedded: EmbeddedStore,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    served: Served = request.getfixturevalue(name)
    upload(list, SparqlStore(served.uri))
    with monkeypatch.context() as impatient, faulty_line(served.uri, fault, after) as line:
        for constant in ("SECONDS", "LONG"):
            impatient.setattr(f"kg.stores.http.{constant}", 3.0)
        place = served.uri.partition("://")[2].partition("/")
        with pytest.raises(StoreError, match=said) as caught:
            upload(embedded.graph.quads, SparqlStore(f"http://127.0.0.1:{line.port}/{place[2]}"))
    assert "\n" not in str(caught.value)
    store = SparqlStore(served.uri)
    upload(embedded.graph.quads, store)
    there = (quad for quad in store.quads() if quad.graph_name != SEALS)
    assert compare_quads(embedded.graph.quads(), there) == []


def refusal(run_kg: RunKg, store: str, *arguments: str) -> str:
    """Push, which must fail with one line; return the line."""
    result = run_kg("push", *arguments, "--store", store, env=ENV)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.stderr
    return result.stderr


def test_a_missing_database_is_said(run_kg: RunKg, store: str, neo4j: Served) -> None:
    assert "there is no such database" in refusal(run_kg, store, neo4j.uri, "--database", "nowhere")


@pytest.mark.parametrize("scheme", ["bolt+s", "bolt+ssc", "neo4j+s"])
def test_a_server_without_tls_is_said(run_kg: RunKg, store: str, neo4j: Served, scheme: str) -> None:
    said = refusal(run_kg, store, neo4j.uri.replace("bolt", scheme, 1))
    assert "no secure connection" in said or "try bolt://" in said


def test_a_bolt_port_is_no_sparql_endpoint(run_kg: RunKg, store: str, neo4j: Served) -> None:
    assert "no HTTP server answers there" in refusal(run_kg, store, neo4j.uri.replace("bolt:", "http:"))


def test_a_missing_dataset_is_said(run_kg: RunKg, store: str, fuseki_server: Served) -> None:
    assert "no SPARQL endpoint there" in refusal(run_kg, store, f"{fuseki_server.uri}2")


def test_a_neo4j_that_only_reads_is_said(run_kg: RunKg, store: str, tmp_path: Path) -> None:
    need("neo4j")
    stop(start_neo4j(tmp_path))  # it cannot be made when it must not be written
    with (tmp_path / "conf" / "neo4j.conf").open("a", encoding="utf-8") as settings:
        settings.write("\nserver.databases.read_only=neo4j\n")
    served = start_neo4j(tmp_path)
    try:
        assert "this database only lets us read" in refusal(run_kg, store, served.uri)
    finally:
        stop(served)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("oxigraph", lambda home: start_oxigraph(home, "serve-read-only")),
        ("fuseki", lambda home: start_fuseki(home, "--ping")),
    ],
)
def test_an_endpoint_that_only_reads_is_said(
    name: str, start: Callable[[Path], Served], run_kg: RunKg, store: str, tmp_path: Path
) -> None:
    need(name)
    stop(PROGRAMS[name].start(tmp_path))
    served = start(tmp_path)
    try:
        assert "does not let us write" in refusal(run_kg, store, served.uri)
    finally:
        stop(served)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[None]:
    """Put a disk of a few megabytes at a folder; skip where that is not allowed."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount a small disk here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def enlarge(folder: Path) -> None:
    subprocess.run(["mount", "-o", "remount,size=900m", str(folder)], check=True)


def test_a_full_disk_of_oxigraph_is_said_and_repaired(embedded: EmbeddedStore, tmp_path: Path) -> None:
    with small_disk(tmp_path, 1):
        served = start_oxigraph(tmp_path)
        try:
            with pytest.raises(StoreError, match="No space left on device"):
                upload(embedded.graph.quads, SparqlStore(served.uri))
            stop(served)  # RocksDB writes no more until it is opened anew
            enlarge(tmp_path)
            served = start_oxigraph(tmp_path)
            store = SparqlStore(served.uri)
            upload(embedded.graph.quads, store)
            there = (quad for quad in store.quads() if quad.graph_name != SEALS)
            assert compare_quads(embedded.graph.quads(), there) == []
        finally:
            stop(served)


def test_a_full_disk_of_neo4j_is_said_and_repaired(
    view: GraphView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("neo4j")
    monkeypatch.setattr("kg.stores.neo4j.PATIENCE", 20.0)  # Neo4j may wait for ever where only its log finds no room
    with small_disk(tmp_path, 600):
        served = start_neo4j(tmp_path)
        try:
            fill(tmp_path / "filler")
            with pytest.raises(StoreError) as error:
                push_to(served.uri, view)
            assert served.uri in str(error.value)
            assert "\n" not in str(error.value)
        finally:
            stop(served)
        (tmp_path / "filler").unlink()
        enlarge(tmp_path)
        served = start_neo4j(tmp_path)
        try:
            push_to(served.uri, view)
            with Neo4jStore(served.uri, LOGIN) as server:
                assert compare_view(view, server) == []
        finally:
            stop(served)


def fill(path: Path) -> None:
    """Take what room is left on a disk."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as stream:
        while True:
            stream.write(b"0" * 65536)
