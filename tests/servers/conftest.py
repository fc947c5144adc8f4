"""The servers, each started once a session; where one cannot be had its tests are skipped and counted."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.export.store_source import source_of
from kg.graph.view import GraphView
from kg.stores.embedded import EmbeddedStore
from tests.conftest import RunKg
from tests.paths import FIRST_ARTICLE
from tests.servers.parity import filled_store
from tests.servers.programs import PROGRAMS, Program
from tests.servers.serving import Served, stop

MISSING = "this server needs "


@pytest.fixture(scope="module")
def embedded() -> EmbeddedStore:
    return filled_store()


@pytest.fixture(scope="module")
def view(embedded: EmbeddedStore) -> GraphView:
    return source_of(embedded).view()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("loaded") / "store"


@pytest.fixture
def store(folder: Path, run_kg: RunKg) -> str:
    run_kg("load", str(FIRST_ARTICLE), "--store", str(folder))
    return str(folder)


def need(name: str) -> Program:
    """Return a server's program. Where it cannot be had the test is skipped; under .ci/run it fails if it should be."""
    program = PROGRAMS[name]
    if not program.is_there():
        if os.environ.get("KG_CI") and program.can_be_had():
            pytest.fail(f"not to be skipped here: {MISSING}{program.needs}")
        pytest.skip(MISSING + program.needs)
    return program


def serve(name: str, folders: pytest.TempPathFactory) -> Iterator[Served]:
    served = need(name).start(folders.mktemp(name))
    yield served
    stop(served)


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve("neo4j", tmp_path_factory)


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve("oxigraph", tmp_path_factory)


@pytest.fixture(scope="session")
def fuseki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve("fuseki", tmp_path_factory)


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    yield from serve("virtuoso", tmp_path_factory)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests of servers were skipped, where any were."""
    skipped = [str(one.longrepr) for one in terminalreporter.stats.get("skipped", []) if MISSING in str(one.longrepr)]
    for needs in sorted({program.needs for program in PROGRAMS.values()}):
        if count := sum(MISSING + needs in reason for reason in skipped):
            terminalreporter.write_line(f"{count} tests of real servers were skipped: they need {needs}")
