"""Processes that serve: started on free loopback ports in temporary folders, waited for, stopped."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

PATIENCE = 90  # seconds to the first answer


@dataclass(frozen=True)
class Served:
    """A server that answers: its address, its process and its folder."""

    uri: str
    process: "subprocess.Popen[bytes]"
    home: Path


def has_programs(*names: str) -> bool:
    return all(shutil.which(name) for name in names)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(ask: Callable[[], object], process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Wait until the server answers `ask`."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            ask()
        except Exception:  # noqa: BLE001 - whatever a server that is not ready does
            if process.poll() is not None or time.monotonic() > until:
                pytest.fail(f"the server did not start:\n{log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(0.2)
        else:
            return


def stop(served: Served) -> None:
    served.process.terminate()
    try:
        served.process.wait(20)
    except subprocess.TimeoutExpired:
        kill(served)


def kill(served: Served) -> None:
    """End a server at once, as a power cut would."""
    served.process.kill()
    served.process.wait()


def start(command: list[str], home: Path, env: dict[str, str] | None = None) -> "subprocess.Popen[bytes]":
    with (home / "server.log").open("ab") as log:
        return subprocess.Popen(command, stdout=log, stderr=log, cwd=home, env={**os.environ, **(env or {})})


def answers(port: int) -> Callable[[], object]:
    """Return the question whether somebody listens on a port."""
    return lambda: socket.create_connection(("127.0.0.1", port)).close()
