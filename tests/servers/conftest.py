"""The servers, each started once a session; without Java their tests are skipped and counted."""

from collections.abc import Iterator

import pytest

from kg.export.store_source import source_of
from kg.graph.view import GraphView
from kg.stores.embedded import EmbeddedStore
from tests.servers.parity import filled_store
from tests.servers.serving import (
    NO_JAVA,
    Served,
    free_port,
    has_java,
    make_neo4j_home,
    start_fuseki,
    start_neo4j,
    start_oxigraph,
    stop,
)


@pytest.fixture(scope="module")
def embedded() -> EmbeddedStore:
    return filled_store()


@pytest.fixture(scope="module")
def view(embedded: EmbeddedStore) -> GraphView:
    return source_of(embedded).view()


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not has_java():
        pytest.skip(NO_JAVA)
    home, bolt = tmp_path_factory.mktemp("neo4j"), free_port()
    served = start_neo4j(home, bolt, make_neo4j_home(home, bolt))
    yield served
    stop(served.process)


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = start_oxigraph(tmp_path_factory.mktemp("oxigraph"))
    yield served
    stop(served.process)


@pytest.fixture(scope="session")
def fuseki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not has_java():
        pytest.skip(NO_JAVA)
    served = start_fuseki(tmp_path_factory.mktemp("fuseki"))
    yield served
    stop(served.process)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests of servers were skipped, where any were."""
    skipped = [one for one in terminalreporter.stats.get("skipped", []) if NO_JAVA in str(one.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests of real servers were skipped: they need java and mvn")
