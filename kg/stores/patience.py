"""Waiting for an answer no longer than is sensible, where a library would wait for ever."""

from collections.abc import Callable
from threading import Thread


def wait_for(work: Callable[[], None], seconds: float) -> bool:
    """Do some work and say whether it ended within so many seconds; what it raises is raised here.

    Work that did not end goes on in a thread that does not keep the process alive.
    """
    failed: list[Exception] = []

    def run() -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001 - handed to whoever waits
            failed.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    return not thread.is_alive()
