"""Starts the servers of the tests for a person to play with: `make servers`; Ctrl-C stops them."""

import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.servers.serving import (
    NO_JAVA,
    PASSWORD,
    Served,
    free_port,
    has_java,
    make_neo4j_home,
    start_fuseki,
    start_neo4j,
    start_oxigraph,
    stop,
)


def neo4j(home: Path) -> Served:
    bolt = free_port()
    return start_neo4j(home, bolt, make_neo4j_home(home, bolt))


def main() -> None:
    starters: dict[str, Callable[[Path], Served]] = {"oxigraph": start_oxigraph}
    if has_java():
        starters |= {"fuseki": start_fuseki, "neo4j": neo4j}
    else:
        print(f"Neo4j and Fuseki: {NO_JAVA}", file=sys.stderr)  # noqa: T201 - a program for a terminal
    with tempfile.TemporaryDirectory() as folder:
        running: list[Served] = []
        try:
            for name, start in starters.items():
                (home := Path(folder) / name).mkdir()
                running.append(start(home))
                print(f"{name}: kg push {running[-1].uri}", flush=True)  # noqa: T201
            print(f"for Neo4j: export KG_USER=neo4j KG_PASSWORD={PASSWORD}\nCtrl-C stops them", flush=True)  # noqa: T201
            signal.pause()
        except KeyboardInterrupt:
            pass
        finally:
            for served in running:
                stop(served.process)


if __name__ == "__main__":
    main()
