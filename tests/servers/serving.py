"""Real servers on loopback: fetched once into a cache, started on free ports in temporary folders."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("KG_SERVERS", Path.home() / ".cache" / "kg-servers"))
PASSWORD = "loopback-only"  # noqa: S105 - of servers that live for one test run
NO_JAVA = "needs java and mvn"


@dataclass(frozen=True)
class Served:
    """A server that answers: its address, its process and its folder."""

    uri: str
    process: "subprocess.Popen[bytes]"
    home: Path


def has_java() -> bool:
    return all(shutil.which(name) for name in ("java", "mvn"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch_jars(name: str) -> str:
    """Return the class path of a server's jars, fetched through Maven when they are not there yet."""
    folder = CACHE / name
    pom = (HERE / name / "pom.xml").read_bytes()
    stamp = folder / "pom.xml"
    if not stamp.is_file() or stamp.read_bytes() != pom:
        folder.mkdir(parents=True, exist_ok=True)
        command = ["mvn", "-B", "-q", "-f", str(HERE / name / "pom.xml"), "dependency:copy-dependencies"]
        subprocess.run([*command, f"-DoutputDirectory={folder / 'lib'}", "-DincludeScope=runtime"], check=True)
        stamp.write_bytes(pom)
    return f"{folder / 'lib'}/*"


def wait_for(ask: Callable[[], object], process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the server answers `ask`."""
    until = time.monotonic() + 90
    while True:
        try:
            ask()
        except Exception:  # noqa: BLE001 - whatever a server that is not ready does
            if process.poll() is not None or time.monotonic() > until:
                pytest.fail(f"the server did not start:\n{log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(0.2)
        else:
            return


def stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start(command: list[str], home: Path, env: dict[str, str]) -> "subprocess.Popen[bytes]":
    with (home / "server.log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=home, env={**os.environ, **env})


def java(*arguments: str) -> list[str]:
    """Return a command of Java that starts quickly: its second compiler pays only for servers that live longer."""
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms256m", "-Xmx512m"]
    return ["java", *quick, "--add-opens=java.base/java.nio=ALL-UNNAMED", *arguments]


def make_neo4j_home(home: Path, bolt: int) -> str:
    """Lay an empty Neo4j home with a password; return the class path."""
    jars = fetch_jars("neo4j")
    for name in ("conf", "data", "logs", "run", "plugins", "import", "lib"):
        (home / name).mkdir(parents=True, exist_ok=True)
    settings = (HERE / "neo4j" / "neo4j.conf").read_text("utf-8").replace("BOLT_PORT", str(bolt))
    (home / "conf" / "neo4j.conf").write_text(settings, "utf-8")
    neo4j_admin(home, jars, "dbms", "set-initial-password", PASSWORD)
    return jars


def neo4j_admin(home: Path, jars: str, *arguments: str) -> None:
    env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = java("-cp", jars, "org.neo4j.cli.AdminTool", *arguments)
    done = subprocess.run(command, env=env, cwd=home, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def start_neo4j(home: Path, bolt: int, jars: str) -> Served:
    """Start Neo4j in a home that is laid, and wait for its first answer."""
    import neo4j

    main = ["-cp", jars, "org.neo4j.server.CommunityEntryPoint", f"--home-dir={home}", f"--config-dir={home}/conf"]
    process = start(java(*main), home, {})
    uri = f"bolt://127.0.0.1:{bolt}"

    def ask() -> None:
        with neo4j.GraphDatabase.driver(uri, auth=("neo4j", PASSWORD)) as driver:
            with driver.session() as session:  # not execute_query, which waits longer after each failure
                session.run("RETURN 1").consume()

    wait_for(ask, process, home / "server.log")
    return Served(uri=uri, process=process, home=home)


def start_oxigraph(home: Path) -> Served:
    """Start an empty oxigraph server that keeps its data in `home`."""
    port = free_port()
    program = Path(sys.executable).with_name("oxigraph")
    command = [str(program), "serve", "--location", str(home / "data"), "--bind", f"127.0.0.1:{port}"]
    process = start(command, home, {})
    wait_for(lambda: socket.create_connection(("127.0.0.1", port)).close(), process, home / "server.log")
    return Served(uri=f"http://127.0.0.1:{port}", process=process, home=home)


def start_fuseki(home: Path) -> Served:
    """Start an empty Fuseki with one dataset, `ds`, that keeps its data in `home`."""
    port = free_port()
    (home / "data").mkdir()
    options = ["--localhost", f"--port={port}", "--tdb2", f"--loc={home / 'data'}", "--update", "--ping", "/ds"]
    main = ["-cp", fetch_jars("fuseki"), "org.apache.jena.fuseki.main.cmds.FusekiServerCmd", *options]
    process = start(java(*main), home, {"FUSEKI_BASE": str(home)})
    wait_for(lambda: socket.create_connection(("127.0.0.1", port)).close(), process, home / "server.log")
    return Served(uri=f"http://127.0.0.1:{port}/ds", process=process, home=home)
