"""The servers, each started once a session; without Java their tests are skipped and counted."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.serving import (
    NO_JAVA,
    Served,
    fetch_jars,
    free_port,
    has_java,
    java,
    make_neo4j_home,
    start,
    start_neo4j,
    stop,
    wait_for,
)


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
    home, port = tmp_path_factory.mktemp("oxigraph"), free_port()
    program = Path(sys.executable).with_name("oxigraph")
    process = start([str(program), "serve", "--location", str(home / "data"), "--bind", f"127.0.0.1:{port}"], home, {})
    wait_for(lambda: socket.create_connection(("127.0.0.1", port)).close(), process, home / "server.log")
    yield Served(uri=f"http://127.0.0.1:{port}", process=process, home=home)
    stop(process)


@pytest.fixture(scope="session")
def fuseki_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    if not has_java():
        pytest.skip(NO_JAVA)
    home, port = tmp_path_factory.mktemp("fuseki"), free_port()
    (home / "data").mkdir()
    jars = fetch_jars("fuseki")
    options = ["--localhost", f"--port={port}", "--tdb2", f"--loc={home / 'data'}", "--update", "--ping", "/ds"]
    main = ["-cp", jars, "org.apache.jena.fuseki.main.cmds.FusekiServerCmd", *options]
    process = start(java(*main), home, {"FUSEKI_BASE": str(home)})
    wait_for(lambda: socket.create_connection(("127.0.0.1", port)).close(), process, home / "server.log")
    yield Served(uri=f"http://127.0.0.1:{port}/ds", process=process, home=home)
    stop(process)
