"""Agreements that a clause away from its verb names: the noun that verbs share, and what a cleft sentence ends with."""

from kg.extract.scene import COMMAS, Scene
from kg.extract.title import Title
from kg.model import Event

EQUALS = frozenset("是为為")


def shared_noun(scene: Scene, at: int) -> Title | None:
    """Return the agreement that a later attribute stands before, for a verb without one of its own in SOV languages.

    ("ソウルで首相が署名し、翌年発効した合意書": both verbs are of it.)
    """
    settings = scene.pack.settings
    if settings.order != "sov" or settings.boundary == "word" or has_own_title(scene, at):
        return None
    if not any(entry["voice"] in ("active", "passive") for entry in scene.items[at].triggers):
        return None
    later = next((i for i in scene.triggers if i > at), None)
    if later is None or not any(entry["voice"] == "participle" for entry in scene.items[later].triggers):
        return None
    first = later + 1 + (scene.items[later + 1].is_mark if later + 1 < len(scene.items) else 0)
    title = next((title for title in scene.titles if title.first == first), None)
    between = range(at + 1, later)
    if title is None or any("topic" in scene.items[i].roles or scene.in_title(i) for i in between):
        return None
    return title


def has_own_title(scene: Scene, at: int) -> bool:
    """Tell whether an agreement stands between the verb at `at` and the verb or comma behind a verb before it."""
    before = [i for i in range(at) if scene.items[i].triggers or scene.items[i].text in COMMAS - {"、"}]
    low = before[-1] if before else -1
    return any(low < title.last < at for title in scene.titles)


def cleft_older(scene: Scene, at: int) -> Title | None:
    """Return what a Chinese cleft sentence says was replaced (它取代的是《…条约》), None if it is none."""
    settings = scene.pack.settings
    if settings.boundary != "none" or settings.order == "sov" or not scene.items[at].text.endswith("的"):
        return None
    if not any(entry["event"] == Event.REPLACEMENT for entry in scene.items[at].triggers):
        return None
    behind = [i for i in range(at + 1, min(at + 4, len(scene.items))) if scene.items[i].text not in COMMAS]
    if not behind or scene.items[behind[0]].text not in EQUALS:
        return None
    return next((title for title in scene.titles if title.first > behind[0]), None)
