"""Titles of Turkish: compounds mark their head, and postpositions stand between it and its subject."""

from collections.abc import Sequence

from kg.extract.items import Item
from kg.languages import Settings


def takes_no_name(item: Item) -> bool:
    """Tell whether an agreement's noun takes no name before it: a Turkish noun in lower case without possessive."""
    return "bare" in item.roles and not item.is_capital


ABOUT_REACH = 5


def is_common(item: Item) -> bool:
    """Tell whether an item is a common noun or adjective: a modifier or a plain word in lower case."""
    return item.modifier is not None or (item.is_plain and item.text.islower())


def is_about_phrase(items: Sequence[Item], index: int, first: int, settings: Settings) -> bool:
    """Tell whether a postposition "about", or the word it governs, stands before the title (Turkish "ilişkin")."""
    if settings.order != "sov" or settings.capitals != "names" or first != index + 1:
        return False
    if any("about" in item.roles for item in items[first : first + ABOUT_REACH]) and is_common(items[index]):
        return True
    if "about" in items[index].roles:
        return True
    is_governed = "about" in items[first].roles or (items[first].text[0] in "'’" and first + 1 < len(items))
    return is_governed and (items[index].is_plain or bool(items[index].states) or items[index].text[0] in "'’")


def is_izafet(items: Sequence[Item], index: int, head: int, settings: Settings) -> bool:
    """Tell whether a plain word stands directly before a possessive head: Turkish compounds leave none out."""
    is_turkish = settings.order == "sov" and settings.capitals == "names" and "bare" not in items[head].roles
    return is_turkish and index == head - 1 and items[index].is_plain and items[index].text.islower()


def is_outer_state(items: Sequence[Item], first: int, head: int, settings: Settings) -> bool:
    """Tell whether a state opens the sentence and a proper name of its own goes on: "Macaristan Roma Statüsü"."""
    if settings.order != "sov" or settings.capitals != "names" or first != 0 or head - first < 2:
        return False
    is_town = items[1].is_plain or any(e["type"] == "capital" for e in items[1].states)
    return any(e["type"] == "name" for e in items[0].states) and is_town and items[1].is_capital


def outer_end(items: Sequence[Item], first: int, head: int, settings: Settings) -> int:
    """Return the first item of a title without the states that act: a list of them opens the clause.

    The name has words of its own, and no "between" stands behind the states.
    """
    if settings.order != "sov" or settings.capitals != "names" or not opens_clause(items, first):
        return first
    index, states = first, 0
    while index < head and (items[index].states or (states and is_state_link(items, index))):
        states += bool(items[index].states)
        index += 1
    is_list = states > 1 and "between" not in items[index].roles and items[index].text not in "-–—"
    return index if is_list and index < head and items[index - 1].states else first


def opens_clause(items: Sequence[Item], first: int) -> bool:
    """Tell whether a clause begins at an item, or only a list of states with commas stands before it."""
    if first == 0:
        return True
    return first > 1 and items[first - 1].text == "," and bool(items[first - 2].states)


def is_state_link(items: Sequence[Item], index: int) -> bool:
    """Tell whether an item joins two states of a list."""
    is_between = index + 1 < len(items) and bool(items[index + 1].states)
    return is_between and (items[index].text == "," or bool(items[index].roles & {"and", "with"}))
