"""Names in the Arabic construct state: what follows a noun without an article names it."""

from collections.abc import Sequence

from kg.extract.items import Item

ARABIC_VERBS = frozenset("يتسنأ")  # a word that begins so behind a bare noun may be a verb


def is_arabic_tail(items: Sequence[Item], index: int, head: int) -> bool:
    """Tell whether an unknown word, or one with the article, goes on with the name of a noun in the construct state."""
    item, before = items[index], items[index - 1]
    if not is_owner(items[head - 1 : head], items[head], item):
        return False
    is_defined = item.text.startswith("ال") and (item.is_plain or bool(item.lookalikes)) and not item.roles
    if index == head + 1 and is_body(items, index):
        return True
    if index == head + 1 or (index == head + 2 and before.is_plain):
        return item.is_plain or is_defined
    return index <= head + 4 and is_defined and (before.text.startswith("ال") or before.modifier is not None)


def is_owner(article: Sequence[Item], head: Item, item: Item) -> bool:
    """Tell whether an unknown Arabic word names the agreement before it: no article, no ending of the indefinite."""
    is_definite = head.text.startswith("ال") or any("the" in i.roles and i.end == head.start for i in article)
    is_foreign = len(item.text) > 3 and item.text[-1] in "او"  # a name (نافتا), though it begins as a verb does
    is_preposition = item.text[-1] == "ى" and not item.text.startswith("ال")
    is_word = len(item.text) > 1 and not is_preposition and (is_foreign or item.text[0] not in ARABIC_VERBS)
    return is_word and not is_definite and head.text[-1] != "ا"


def is_body(items: Sequence[Item], index: int) -> bool:
    """Tell whether a general word for an organisation leads to its name (ميثاق منظمة إيغاد)."""
    behind = items[index + 1 : index + 2]
    is_general = any(entry["class"] == "joined" for entry in items[index].lookalikes)
    return is_general and any(e["type"] == "organisation" for item in behind for e in item.states)
