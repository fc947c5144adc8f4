"""Words that stand for agreements listed shortly before: both, the former, the latter."""

from collections.abc import Sequence

from kg.extract.acts import ENDS
from kg.extract.annexes import annexes_of
from kg.extract.arguments import LIMITS, is_pointed_at
from kg.extract.ellipsis import may_be_understood
from kg.extract.items import Item
from kg.extract.rivals import rival_cost
from kg.extract.scene import Scene, group_of, is_list
from kg.extract.title import Title
from kg.languages import Entry
from kg.model import Event

POINTERS = frozenset(["both", "first", "second"])
PRONOUN_REACH = 9
REACH = 9.0
SENTENCES = 3


def listed_numbers(scene: Scene) -> tuple[int, ...]:
    """Return the clusters of the last list of agreements in a sentence, in its order; empty if there is none."""
    numbers: tuple[int, ...] = ()
    for title in scene.titles:
        group = group_of(scene, title)
        if group[0] is title and is_list(scene, group) and not annexes_of(scene, title):
            numbers = tuple(dict.fromkeys(t.cluster for t in group if t.cluster >= 0))
    return numbers if len(numbers) > 1 else ()


def remember_lists(scenes: Sequence[Scene]) -> None:
    """Give each sentence the list of agreements that was told in the few sentences before it."""
    last: tuple[int, tuple[int, ...]] = (-1, ())
    told: list[tuple[int, int]] = []
    for scene in scenes:
        if last[1] and scene.number - last[0] <= SENTENCES:
            scene.listed = last[1]
        else:
            recent = dict.fromkeys(cluster for number, cluster in told if scene.number - number <= SENTENCES - 1)
            scene.listed = tuple(recent) if len(recent) == 2 else ()
        told.extend((scene.number, t.cluster) for t in scene.titles if t.cluster >= 0 and t.rank == "head")
        found = listed_numbers(scene)
        if found:
            last = (scene.number, found)
        elif scene.listed and any(is_pointer(scene, index) for index in range(len(scene.items))):
            last = (scene.number, scene.listed)


def add_pointed(scenes: Sequence[Scene]) -> None:
    """Make mentions of "the first" and "the second" that stand for one of two agreements listed before."""
    for scene in scenes:
        for index, item in enumerate(scene.items):
            if len(scene.listed) != 2 or not item.roles & {"first", "second"} or not is_pointer(scene, index):
                continue
            title = Title(index, index, index, None, is_back=True, sentence=scene.number)
            title.start, title.end = item.start, item.end
            title.cluster = scene.listed[0] if "first" in item.roles else scene.listed[1]
            scene.add(title)


def is_pointer(scene: Scene, index: int) -> bool:
    """Tell whether an item points at listed agreements by itself: no noun of its own follows ("both sides")."""
    item = scene.items[index]
    if not item.roles & POINTERS or scene.in_title(index):
        return False
    after = scene.items[index + 1] if index + 1 < len(scene.items) else None
    return after is None or is_clause_word(after) or opens_verb(scene, after)


def opens_verb(scene: Scene, item: Item) -> bool:
    """Tell whether an item is the first part of a verb that ends further on ("Beide traten im Juni in Kraft")."""
    word = item.text.lower()
    return any(entry.form.first == word for at in scene.triggers for entry in scene.items[at].triggers)


def is_clause_word(item: Item) -> bool:
    """Tell whether an item goes on with the clause: a verb, a mark, a relative word, a date, no noun."""
    goes_on = {"not_title", "which", "and", "in", "on", "by", "but"}
    return bool(item.triggers or item.modality or item.roles & goes_on) or item.is_mark or item.date is not None


def pointed_at(scene: Scene, at: int) -> tuple[int, ...]:
    """Return the clusters that a pointing word beside the trigger at `at` stands for, empty if there is none."""
    if not scene.listed:
        return ()
    near = [i for i in range(len(scene.items)) if is_pointer(scene, i) and scene.distance(at, i) <= REACH]
    if not near:
        return ()
    roles = scene.items[min(near, key=lambda i: (i > at, scene.distance(at, i)))].roles
    if "both" in roles:
        return scene.listed
    return scene.listed[:1] if "first" in roles else scene.listed[-1:]


def meant_by_pronoun(scene: Scene, at: int, entry: Entry) -> int | None:
    """Return the agreement that a pronoun beside the trigger means: the last of another clause of its sentence.

    "They agreed on a memorandum; A and B signed it."
    """
    reach = range(max(0, at - PRONOUN_REACH), at)
    pronouns = [i for i in reach if "pronoun" in scene.items[i].roles and "the" not in scene.items[i].roles]
    is_free = scene.pack.settings.order == "sov" or scene.pack.settings.adverbs == "either"  # objects may come first
    if not pronouns or not is_free or entry["need"] == "near" or entry["voice"] == "noun":
        return None
    before = [t for t in scene.titles if t.last < pronouns[0] and t.cluster >= 0 and t.rank == "head"]
    if not before or any(title.first > pronouns[0] for title in scene.titles):
        return None
    between = scene.items[before[-1].last + 1 : pronouns[0]]
    is_clause = any(item.text in ";；" for item in between)
    return before[-1].cluster if is_clause and rival_cost(scene, at, entry) > LIMITS["name"] else None


def left_out(scene: Scene, at: int, entry: Entry, focus: int | None, events: frozenset[Event]) -> tuple[int, ...]:
    """Return the clusters of the agreements that a sentence only points at ("both") or leaves out."""
    pointed = pointed_at(scene, at)
    if pointed:
        is_sure = entry["need"] != "near" and rival_cost(scene, at, entry) >= LIMITS["name"]
        return pointed if is_sure else ()
    own = meant_by_pronoun(scene, at, entry)
    if own is not None:
        return (own,)
    if focus is None or (entry["event"] in ENDS and is_pointed_at(scene, at)):
        return ()  # "that withdrawal" was told before
    return (focus,) if may_be_understood(scene, at, entry, events) else ()
