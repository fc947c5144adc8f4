"""Brackets and quotation marks: what they enclose."""

from collections.abc import Sequence

from kg.extract.items import Item

OPENERS = "([（［"
CLOSERS = ")]）］"
REACH = 60


def find_close(items: Sequence[Item], index: int, close: str) -> int | None:
    """Return the index of the mark that closes the quotation opened at `index`."""
    depth = 0
    opener = items[index].text
    for end in range(index + 1, min(len(items), index + REACH)):
        if items[end].text == close:
            if depth == 0:
                return end
            depth -= 1
        elif items[end].text == opener:
            depth += 1
    return None
