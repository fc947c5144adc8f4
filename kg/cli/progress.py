"""A count of what is done, on a terminal only."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def count(items: Iterable[T], noun: str) -> Iterator[T]:
    """Yield the items; on a terminal a line on stderr says how many there were, in a pipe nothing does."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    for number, item in enumerate(items, 1):
        sys.stderr.write(f"\r{number} {noun}")
        sys.stderr.flush()
        yield item
    sys.stderr.write("\r\033[K")
