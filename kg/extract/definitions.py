"""Sentences that say what an agreement is: "The Lima Accord (LA) is a treaty between A and B"."""

from collections.abc import Sequence

from kg.extract.brackets import CLOSERS, OPENERS, find_close
from kg.extract.items import Item
from kg.extract.scene import COMMAS, Scene
from kg.extract.title import Title

REACH = 12
LINKS = frozenset(["the", "a", "and", "with", "between", "not_title", "topic", "new", "by", "pronoun", "in"])
ROUND = frozenset("(（")
QUOTES = frozenset('》」』»”"')


def is_definition(scene: Scene, before: Title, title: Title) -> bool:
    """Tell whether a mention is only what the one before, a name, is said to be."""
    if not (before.is_named or before.is_proper) or (before.year and title.year and before.year != title.year):
        return False
    if scene.titles[0] is not before or any(item.triggers for item in scene.items[: before.first]):
        return False
    between = without_bracket(scene.items[before.last + 1 : title.first])
    if not between or len(between) > REACH or not all(may_describe(item) for item in between):
        return False
    copula = scene.pack.settings.copula
    if scene.pack.settings.order == "sov":
        return "topic" in between[0].roles and ends_with_copula(scene, title, copula)
    opening = between[between[0].text in QUOTES :]
    return bool(opening) and opening[0].text.lower() in copula and opening[-1].text not in COMMAS


def without_bracket(between: Sequence[Item]) -> Sequence[Item]:
    """Return the items behind a name without the brackets that may follow it directly."""
    if not between or between[0].text not in ROUND:
        return between
    close = find_close(between, 0, CLOSERS[OPENERS.index(between[0].text)])
    return [] if close is None else between[close + 1 :]


def may_describe(item: Item) -> bool:
    """Tell whether an item may stand between a copula and the noun: no verb, no denial, nothing it is only part of."""
    if item.triggers or item.modality or item.noun is not None:
        return False
    return not item.roles or bool(item.roles & LINKS) or item.text in "的の"


def ends_with_copula(scene: Scene, title: Title, copula: tuple[str, ...]) -> bool:
    """Tell whether a copula or the end of the sentence stands behind a mention (…条約である。, …조약이다.)."""
    behind = scene.items[title.last + 1] if title.last + 1 < len(scene.items) else None
    return behind is None or behind.text in copula or behind.text in "。." or behind.text.startswith(copula)
