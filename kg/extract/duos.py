"""Two persons told of together, and the words that stand for both of them later ("the two leaders", 兩人, 두 정상)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.people import PersonMention
from kg.extract.scene import Scene
from kg.extract.sides import AGENT_LIMIT, agent_side, is_agent_place, is_excluded
from kg.languages import Entry

LINKS = frozenset(["and", "with", "of", "old"])


def add_duos(scenes: Sequence[Scene]) -> None:
    """Let each sentence know which two persons were told of together last, up to itself."""
    last: list[PersonMention] = []
    for scene in scenes:
        last = find_duo(scene) or last
        scene.duo = last


def find_duo(scene: Scene) -> list[PersonMention]:
    """Return the last two persons of a sentence that only "and" or "with" joins, beside their offices and states."""
    found: list[PersonMention] = []
    for one, other in pairwise(scene.people):
        between = scene.items[one.last + 1 : other.first]
        is_joined = any(item.roles & {"and", "with"} for item in between)
        plain = (item.office is not None or item.states or item.roles & LINKS for item in between)
        if is_joined and all(plain) and (one.sure or other.sure or len(between) == 1):
            found = [one, other]
    return found


def meant_persons(scene: Scene, at: int, entry: Entry) -> list[PersonMention]:
    """Return the two persons that a word for both stands for beside the verb at `at`, none without such a word."""
    side = agent_side(scene, at, entry)
    for index, item in enumerate(scene.items):
        if "duo" not in item.roles or is_excluded(scene, index) or scene.distance(at, index) > AGENT_LIMIT:
            continue
        says = any(near.roles & {"says", "announced"} for near in scene.items[index:at])  # what they tell of
        if is_agent_place(scene, at, index, side) and not says:
            return [replace(person, first=index, last=index) for person in scene.duo]
    return []
