"""The servers of the tests and of `make servers`: one table, one way to start each."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.servers.fetching import HERE, fetch_jars, find_virtuoso
from tests.servers.serving import Served, answers, free_port, has_programs, start, wait_for

PASSWORD = "loopback-only"  # noqa: S105 - of servers that live for one test run
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xms256m", "-Xmx512m")  # for servers that do not live long


@dataclass(frozen=True)
class Program:
    """How a server is started in an empty folder, or again in the folder where it ran; what it needs to be there."""

    start: Callable[[Path], Served]
    is_there: Callable[[], bool]
    needs: str
    can_be_had: Callable[[], bool] = lambda: True  # whether .ci/run fails without it


def has_java() -> bool:
    return has_programs("java", "mvn")


def java(*arguments: str, options: tuple[str, ...] = QUICK) -> list[str]:
    return ["java", *options, "--add-opens=java.base/java.nio=ALL-UNNAMED", *arguments]


def make_neo4j_home(home: Path, settings: dict[str, str] | None = None) -> None:
    """Lay an empty Neo4j home with a password, where there is none; `settings` stand in for those of the tests."""
    if (home / "conf").is_dir():
        return
    for name in ("conf", "data", "logs", "run", "plugins", "import", "lib"):
        (home / name).mkdir(parents=True, exist_ok=True)
    text = (HERE / "neo4j" / "neo4j.conf").read_text("utf-8").replace("BOLT_PORT", str(free_port()))
    told = dict(line.split("=", 1) for line in text.splitlines()) | (settings or {})
    (home / "conf" / "neo4j.conf").write_text("".join(f"{name}={value}\n" for name, value in told.items()), "utf-8")
    neo4j_admin(home, "dbms", "set-initial-password", PASSWORD)


def neo4j_admin(home: Path, *arguments: str, options: tuple[str, ...] = QUICK) -> None:
    env = {**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    command = java("-cp", fetch_jars("neo4j"), "org.neo4j.cli.AdminTool", *arguments, options=options)
    done = subprocess.run(command, env=env, cwd=home, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def start_neo4j(home: Path, options: tuple[str, ...] = QUICK) -> Served:
    """Start Neo4j in a home, laid when it is empty, and wait for its first answer."""
    import neo4j

    make_neo4j_home(home)
    main = ["-cp", fetch_jars("neo4j"), "org.neo4j.server.CommunityEntryPoint"]
    process = start(java(*main, f"--home-dir={home}", f"--config-dir={home}/conf", options=options), home)
    settings = (home / "conf" / "neo4j.conf").read_text("utf-8").splitlines()
    uri = next("bolt://" + line.partition("=")[2] for line in settings if line.startswith("server.bolt.listen"))

    def ask() -> None:
        with neo4j.GraphDatabase.driver(uri, auth=("neo4j", PASSWORD)) as driver:
            with driver.session() as session:  # not execute_query, which waits longer after each failure
                session.run("RETURN 1").consume()

    wait_for(ask, process, home / "server.log")
    return Served(uri=uri, process=process, home=home)


def start_oxigraph(home: Path, command: str = "serve") -> Served:
    """Start an oxigraph server that keeps its data in `home`."""
    port = free_port()
    program = Path(sys.executable).with_name("oxigraph")
    options = ["--location", str(home / "data"), "--bind", f"127.0.0.1:{port}"]
    process = start([str(program), command, *options], home)
    wait_for(answers(port), process, home / "server.log")
    return Served(uri=f"http://127.0.0.1:{port}", process=process, home=home)


def start_fuseki(home: Path, *options: str) -> Served:
    """Start Fuseki with one dataset, `ds`, that keeps its data in `home`."""
    port = free_port()
    (home / "data").mkdir(exist_ok=True)
    place = ["--localhost", f"--port={port}", "--tdb2", f"--loc={home / 'data'}", *(options or ("--update",)), "/ds"]
    main = ["-cp", fetch_jars("fuseki"), "org.apache.jena.fuseki.main.cmds.FusekiServerCmd", *place]
    process = start(java(*main), home, {"FUSEKI_BASE": str(home)})
    wait_for(answers(port), process, home / "server.log")
    return Served(uri=f"http://127.0.0.1:{port}/ds", process=process, home=home)


def start_virtuoso(home: Path) -> Served:
    """Start Virtuoso with its database in `home`, where everybody may update."""
    found = find_virtuoso()
    assert found is not None
    (programs, env), port, sql = found, free_port(), free_port()
    settings = (HERE / "virtuoso" / "virtuoso.ini").read_text("utf-8")
    settings = settings.replace("HTTP_PORT", str(port)).replace("SQL_PORT", str(sql))
    (home / "virtuoso.ini").write_text(settings, "utf-8")
    (home / "virtuoso.lck").unlink(missing_ok=True)  # of a server that was killed
    process = start([str(programs / "virtuoso-t"), "+configfile", "virtuoso.ini", "+foreground"], home, env)
    wait_for(answers(port), process, home / "server.log")
    grant = [str(programs / "isql-vt"), f"127.0.0.1:{sql}", "dba", "dba", 'exec=GRANT SPARQL_UPDATE TO "SPARQL";']
    subprocess.run(grant, cwd=home, env={**os.environ, **env}, check=True, capture_output=True)
    return Served(uri=f"http://127.0.0.1:{port}", process=process, home=home)


PROGRAMS = {
    "oxigraph": Program(start_oxigraph, lambda: True, ""),
    "fuseki": Program(start_fuseki, has_java, "java and mvn"),
    "neo4j": Program(start_neo4j, has_java, "java and mvn"),
    "virtuoso": Program(
        start_virtuoso,
        lambda: find_virtuoso() is not None,
        "virtuoso-t, or apt-get with its package",
        lambda: has_programs("apt-get", "dpkg"),
    ),
}
