"""Starts the servers of the tests for a person to play with: `make servers`; Ctrl-C stops them."""

import signal
import sys
import tempfile
from pathlib import Path

from tests.servers.programs import PASSWORD, PROGRAMS
from tests.servers.serving import Served, stop


def main() -> None:
    running: list[Served] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            for name, program in PROGRAMS.items():
                if not program.is_there():
                    print(f"{name}: needs {program.needs}", file=sys.stderr)  # noqa: T201 - a program for a terminal
                    continue
                (home := Path(folder) / name).mkdir()
                running.append(program.start(home))
                print(f"{name}: kg push {running[-1].uri}", flush=True)  # noqa: T201
            print(f"for Neo4j: export KG_USER=neo4j KG_PASSWORD={PASSWORD}\nCtrl-C stops them", flush=True)  # noqa: T201
            signal.pause()
        except KeyboardInterrupt:
            pass
        finally:
            for served in running:
                stop(served)


if __name__ == "__main__":
    main()
