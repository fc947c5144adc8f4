"""A line between a client and a server that can be cut, or fall silent, after some bytes."""

import contextlib
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum


class Fault(Enum):
    """What happens to a connection when enough bytes of the client have passed."""

    CUT = "cut"  # it ends, and nobody answers there any more
    CUT_ONCE = "cut once"  # the server still gets what was sent, its answer is lost; later connections are whole
    SILENT = "silent"  # it stays open and nothing passes


@dataclass
class Line:
    """The address to connect to, how many bytes a client may send, and whether that has happened."""

    server: tuple[str, int]
    fault: Fault
    after: int
    listener: socket.socket
    broken: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])


@contextmanager
def faulty_line(uri: str, fault: Fault, after: int) -> Iterator[Line]:
    """Give a line to the server at `uri`; its port stands in for the server's."""
    host, _, port = uri.partition("://")[2].partition("/")[0].partition(":")
    listener = socket.create_server(("127.0.0.1", 0))
    line = Line((host, int(port)), fault, after, listener)
    threads: list[threading.Thread] = []
    threads.append(threading.Thread(target=_accept, args=(line, threads)))
    threads[0].start()
    try:
        yield line
    finally:
        line.ended.set()
        for thread in list(threads):
            thread.join()


def _accept(line: Line, threads: list[threading.Thread]) -> None:
    while not line.ended.is_set() and not (line.fault is Fault.CUT and line.broken.is_set()):
        ready, _, _ = select.select([line.listener], [], [], 0.05)
        if ready:
            with contextlib.suppress(OSError):
                client = line.listener.accept()[0]
                thread = threading.Thread(target=_carry, args=(line, client))
                threads.append(thread)
                thread.start()
    line.listener.close()


def _carry(line: Line, client: socket.socket) -> None:
    """Pass bytes both ways until one side ends or the fault comes."""
    with contextlib.suppress(OSError), client, socket.create_connection(line.server) as server:
        others = {client: server, server: client}
        while not line.ended.is_set():
            for ready in select.select(list(others), [], [], 0.05)[0]:
                data = ready.recv(1 << 16)
                if not data:
                    return
                if ready is client:
                    line.after -= len(data)
                if line.after < 0 and not line.broken.is_set():
                    line.broken.set()
                    _break(line, server, data)
                    return
                if line.fault is not Fault.SILENT or not line.broken.is_set():
                    others[ready].sendall(data)


def _break(line: Line, server: socket.socket, data: bytes) -> None:
    if line.fault is Fault.CUT_ONCE:
        server.sendall(data)
        line.ended.wait(1)  # the server does what it was told, and nobody hears of it
    if line.fault is Fault.SILENT:
        line.ended.wait()
