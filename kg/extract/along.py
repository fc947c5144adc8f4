"""Agreements told of beside another: "the treaty was signed together with a protocol on fishing" speaks of two."""

from collections.abc import Sequence

from kg.extract.scene import Scene
from kg.extract.title import Title
from kg.languages import Entry
from kg.model import Event

SIGNINGS = frozenset([Event.SIGNATURE, Event.INITIALLING])
BETWEEN = frozenset(["the", "a", "this", "new"])


def told_along(scene: Scene, at: int, entry: Entry, title: Title) -> list[Title]:
    """Return the agreements that are signed together with `title` by the trigger `entry` at `at`."""
    if entry["event"] not in SIGNINGS or entry["voice"] == "participle":
        return []
    others = [other for other in scene.titles if other.cluster >= 0 and other is not title and not other.is_back]
    return [other for other in others if stands_along(scene, other) and not is_parted(scene, at, other)]


def first_alone(scene: Scene, titles: Sequence[Title]) -> Title:
    """Return the first of `titles` that no "together with" adds to another, the first of all if there is none."""
    return next((title for title in titles if not stands_along(scene, title)), titles[0])


def stands_along(scene: Scene, title: Title) -> bool:
    """Tell whether "together with" stands before a mention, behind it where particles do."""
    if scene.pack.settings.order == "sov":
        return any("along" in item.roles for item in scene.items[title.last + 1 : title.last + 2])
    index = title.first - 1
    while index > 0 and scene.items[index].roles & BETWEEN and "along" not in scene.items[index].roles:
        index -= 1
    return index >= 0 and "along" in scene.items[index].roles


def is_parted(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether another verb stands between a trigger and a mention."""
    low, high = (at, title.first) if title.first > at else (title.last, at)
    return any(low < other < high for other in scene.triggers)
