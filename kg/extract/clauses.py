"""Whose clause a verb stands in, where clauses follow one another without conjunctions (Chinese, Japanese, Korean)."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.scene import Scene
from kg.extract.title import Title


def of_attribute(scene: Scene, at: int, indexes: Sequence[int]) -> list[int]:
    """Return the actors that belong to the verb at `at`, an attribute of its agreement: none of the main verb's.

    The subject of a Chinese sentence stands before the main verb (终止1998年签署的协定), that of a Japanese or Korean
    one before a topic's particle; one who acts with another within the attribute is its subject all the same.
    """
    settings = scene.pack.settings
    if settings.boundary == "word":
        return list(indexes)
    if settings.order != "sov":
        verbs = [i for i in scene.triggers if i < at and any(e["voice"] == "active" for e in scene.items[i].triggers)]
        inside = [index for index in indexes if not verbs or index > verbs[-1]]
        ahead = [item for item in scene.items[verbs[-1] + 1 : at] if item.date is None] if verbs else []
        is_shared = bool(ahead) and "with" in ahead[0].roles
        return list(indexes) if is_shared else inside  # 退出与俄罗斯签订的条约
    topics = [i for i in range(at) if is_sentence_topic(scene, i)]
    outer = topics[-1] if topics else -1
    if any("with" in item.roles for item in scene.items[outer + 1 : at]):
        return list(indexes)
    return [index for index in indexes if index > outer]


def is_sentence_topic(scene: Scene, index: int) -> bool:
    """Tell whether a particle marks the topic of the sentence, which no attribute has (は, 은, 는; not が, 이, 가)."""
    roles = scene.items[index].roles
    return "topic" in roles and "subject" not in roles


def only_speaks(scene: Scene, index: int, at: int) -> bool:
    """Tell whether a Chinese actor only says what the verb at `at` tells of another subject (A国外长说B国已签署)."""
    settings = scene.pack.settings
    if settings.boundary != "none" or settings.order != "svo":
        return False
    said = [i for i in range(index + 1, at) if "says" in scene.items[i].roles]
    if not said or any(scene.items[i].triggers for i in range(index + 1, said[-1])):
        return False
    ahead = [i for i in range(said[-1] + 1, at) if not scene.items[i].is_mark]
    first = scene.items[ahead[0]] if ahead else None
    return first is not None and (bool(first.states) or "pair" in first.roles)


def of_own_clause(scene: Scene, at: int, indexes: Sequence[int]) -> list[int]:
    """Return the actors among `indexes` without those of an earlier clause than that of the verb at `at`.

    The last actor before the verb begins the clause; others belong to it that no verb and no topic parts from it.
    """
    if scene.pack.settings.boundary == "word":
        return list(indexes)
    indexes = [index for index in indexes if index > at or not only_speaks(scene, index, at)]
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
    rest = [i for i in range(last + 1, at) if scene.items[i].triggers or scene.in_title(i)]
    inner = next((t for t in scene.titles if rest and t.first == rest[0]), None)
    if inner is not None and is_of_clause(scene, inner, at):
        rest = [i for i in rest if i > inner.last + 1]
    return not rest


def is_of_clause(scene: Scene, title: Title, at: int) -> bool:
    """Tell whether a Chinese agreement is the subject of a clause that another verb closes (因新条约生效而终止)."""
    own = scene.items[title.last + 1 : title.last + 2]
    is_han = scene.pack.settings.boundary == "none" and scene.pack.settings.order == "svo"
    if not is_han or title.last + 1 >= at or not any(e["voice"] == "intransitive" for i in own for e in i.triggers):
        return False
    first = title.first
    while first > 1 and (
        scene.items[first - 1].roles & {"new", "this", "old"} or scene.items[first - 1].text in "《〈「"
    ):
        first -= 1
    return first > 0 and "but" in scene.items[first - 1].roles


def is_topic(scene: Scene, last: int, at: int) -> bool:
    """Tell whether the words up to `last` are the topic that the verb at `at` speaks of, no other between."""
    if scene.pack.settings.boundary == "word" or last + 1 >= at:
        return False
    if scene.pack.settings.order != "sov":
        return opens_sentence(scene, last, at)
    own, rest = scene.items[last + 1].roles, scene.items[last + 2 : at]
    others = (item.roles for item in rest if "topic" in item.roles)
    return "topic" in own and not any("subject" in own or "subject" not in roles for roles in others)
