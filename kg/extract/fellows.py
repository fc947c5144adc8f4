"""Whether two persons are told of together: what may stand between their names."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.items import Item

LIST_COMMAS = frozenset(",،、")
LINKS = frozenset(["and", "with", "the", "a", "of", "for", "by", "pronoun", "old"])
REACH = 14
PLAIN = 2  # words of an office that the lexicon lacks: "his Malian counterpart", "alors"


def are_coordinated(items: Sequence[Item], end: int, start: int) -> bool:
    """Tell whether only "and" or "with" and what somebody is stand between the names that end and start there.

    "Minister A and his counterpart, B", "A, then president of X, and B", "A of X, B of Y".
    """
    between = items[end + 1 : start]
    if len(between) == 1 and between[0].text in LIST_COMMAS:
        return True  # of a list
    if not between or len(between) > REACH or not all(is_light(item) for item in between):
        return False
    plain = [item for item in between if is_lower(item)]
    if len(plain) > PLAIN or (plain and not any(item.office is not None for item in between)):
        return False
    joins = sum(1 for item in between if item.roles & {"and", "with"})
    commas = sum(1 for item in between if item.text in LIST_COMMAS)
    if joins == 0:
        return commas > 0 and between[-1].text in LIST_COMMAS and is_described(between)
    return joins == 1 and (commas <= 1 or any(item.office is not None for item in between))


def is_light(item: Item) -> bool:
    """Tell whether an item tells what somebody is, or links such things."""
    if item.triggers or item.noun is not None or item.date is not None:
        return False
    is_told = item.office is not None or bool(item.states) or item.modifier is not None or bool(item.roles & LINKS)
    return is_told or item.text in LIST_COMMAS or item.text in "'’s" or is_lower(item)


def is_lower(item: Item) -> bool:
    """Tell whether an item is a word without a capital that means nothing to us, or one like "then"."""
    if item.is_mark or item.is_capital or not item.text.islower() or item.text == "s" or item.office is not None:
        return False
    return item.is_plain or (bool(item.roles) and item.roles <= {"not_title", "but", "old"})


def is_described(between: Sequence[Item]) -> bool:
    """Tell whether an office or "of" a state stands behind the first of two names in a list."""
    for item, after in pairwise(between):
        if item.office is not None or ("of" in item.roles and after.states):
            return True
        if item.text in LIST_COMMAS and item is not between[0]:
            return False
    return False
