"""Lists in which each thing stands once."""

from collections.abc import Iterable
from typing import TypeVar

Thing = TypeVar("Thing")


def add_new(known: list[Thing], more: Iterable[Thing]) -> None:
    """Append to `known` what it does not hold yet, in order and once; not `known.extend(... if not in known)`.

    Compiled code makes a list of such a generator first, which then does not see what it appends itself.
    """
    for thing in more:
        if thing not in known:
            known.append(thing)
