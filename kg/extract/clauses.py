"""Whose clause a verb stands in, where clauses follow one another without conjunctions (Chinese, Japanese, Korean)."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.scene import Scene


def of_own_clause(scene: Scene, at: int, indexes: Sequence[int]) -> list[int]:
    """Return the actors among `indexes` without those of an earlier clause than that of the verb at `at`.

    The last actor before the verb begins the clause; others belong to it that no verb and no topic parts from it.
    """
    if scene.pack.settings.boundary == "word":
        return list(indexes)
    before = sorted(index for index in indexes if index < at)
    cut = 0
    for place, (one, other) in enumerate(pairwise(before)):
        if is_parted(scene, one, other):
            cut = place + 1
    kept = {index for index in before[cut:] if not is_inner_party(scene, index, at)}
    kept = kept or set(before[cut:])
    return [index for index in indexes if index > at or index in kept]


def is_inner_party(scene: Scene, index: int, at: int) -> bool:
    """Tell whether an actor belongs to a clause inside that of the verb at `at` (ロシアと締結した協定を破棄)."""
    if scene.pack.settings.order != "sov" or not any(
        "with" in item.roles for item in scene.items[index + 1 : index + 3]
    ):
        return False
    if any(item.states for item in scene.items[index + 2 : index + 4]):
        return False  # one of two parties
    return any(scene.items[i].triggers and not scene.in_title(i) for i in range(index + 1, at))


def is_parted(scene: Scene, one: int, other: int) -> bool:
    """Tell whether a verb stands between two actors, or a topic's particle that makes the first another subject."""
    between = range(one + 1, other)
    if any(scene.items[i].triggers and not scene.in_title(i) for i in between):
        return scene.pack.settings.order == "sov" or "with" not in scene.items[other - 1].roles  # 与苏联签署的
    if scene.pack.settings.order != "sov" or not any("topic" in scene.items[i].roles for i in between):
        return False
    behind = scene.items[other + 1 : other + 4]
    return any("topic" in item.roles for item in behind) and not any("with" in item.roles for item in behind)


def opens_sentence(scene: Scene, last: int, at: int) -> bool:
    """Tell whether a title up to `last` opens a Chinese sentence and no other verb or title stands before `at`."""
    title = next((t for t in scene.titles if t.last == last), None)
    if title is None or any(not item.roles and not item.is_mark for item in scene.items[: title.first]):
        return False
    rest = range(last + 1, at)
    return not any(scene.items[i].triggers or scene.in_title(i) for i in rest)


def is_topic(scene: Scene, last: int, at: int) -> bool:
    """Tell whether the words up to `last` are the topic that the verb at `at` speaks of, no other between."""
    if scene.pack.settings.boundary == "word" or last + 1 >= at:
        return False
    if scene.pack.settings.order != "sov":
        return opens_sentence(scene, last, at)
    own, rest = scene.items[last + 1].roles, scene.items[last + 2 : at]
    others = (item.roles for item in rest if "topic" in item.roles)
    return "topic" in own and not any("subject" in own or "subject" not in roles for roles in others)
