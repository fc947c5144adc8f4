"""Acts that are taken back: "revoked its ratification of the treaty" tells of no ratification and no end."""

from kg.extract.items import Item
from kg.extract.scene import Scene, first_part
from kg.languages import Entry
from kg.model import Event, Status

ENDINGS = frozenset([Event.TERMINATION, Event.WITHDRAWAL, Event.SUSPENSION])
ACTS = frozenset([Event.RATIFICATION, Event.SIGNATURE, Event.ACCESSION])
REACH = 2


def is_taken_back(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether the trigger at `at` is an act that the sentence takes back, or the verb that does so."""
    if scene.pack.settings.order != "svo" or scene.pack.settings.boundary != "word":
        return False
    if entry["voice"] == "noun" and entry["event"] in ACTS:
        is_behind = any(has_event(scene, before, ENDINGS) for before in neighbours(scene, at, -1))
        return is_behind or final_verb(scene, at) is not None
    if entry["voice"] != "active" or entry["event"] not in ENDINGS:
        return False
    nouns = [i for i in scene.triggers if is_noun_of_act(scene, i)]
    return any(i in neighbours(scene, at, 1) or final_verb(scene, i) == at for i in nouns)


def stands_for_noun(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether an article makes a noun of a participle: "los firmados con Chile" are other agreements."""
    settings = scene.pack.settings
    if entry["voice"] != "participle" or settings.title != "after" or settings.order != "svo" or not at:
        return False
    before = scene.items[at - 1]
    return "the" in before.roles and not scene.in_title(at - 1) and not before.noun and not scene.in_title(at + 1)


def parts_acts(item: Item) -> bool:
    """Tell whether an item between two verbs makes them two acts: a mark, "but"."""
    return item.is_mark or "but" in item.roles


def holds_act(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a German verb's parts hold the noun of another act ("schloss die Ratifizierung des Vertrags ab")."""
    if scene.pack.settings.capitals != "all":
        return False
    if entry["voice"] == "noun" and entry["event"] in ENDINGS:  # "hob die Aussetzung des Vertrags auf"
        ends = ((v, e) for v in scene.triggers if v > at for e in scene.items[v].triggers if e["event"] in ENDINGS)
        openings = [first_part(scene, verb, end) for verb, end in ends]
        return any(opening is not None and opening < at for opening in openings)
    first = first_part(scene, at, entry)
    if first is None or entry["event"] not in (Event.SIGNATURE, Event.TERMINATION):
        return False
    inside = range(first + 1, at)
    is_end = entry["event"] == Event.TERMINATION
    return any(is_noun_of_end(scene, i) if is_end else is_noun_of_act(scene, i) for i in scene.triggers if i in inside)


def is_noun_of_end(scene: Scene, index: int) -> bool:
    """Tell whether a trigger is the noun of an end that may be lifted."""
    return any(e["event"] in ENDINGS and e["voice"] == "noun" for e in scene.items[index].triggers)


def is_refused(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a verb beside the act at `at` says that just this act was refused ("rejected the ratification")."""
    if (
        entry["status"] == Status.DENIED
        or entry["event"] != Event.RATIFICATION
        or entry["voice"] not in ("noun", "active")
    ):
        return False
    place = scene.triggers.index(at)
    beside = [i for i in scene.triggers[max(0, place - 1) : place + 2] if i != at]
    near = (i for i in beside if not any(map(parts_acts, scene.items[min(i, at) + 1 : max(i, at)])))
    return any(
        e["event"] == entry["event"] and e["status"] == Status.DENIED for i in near for e in scene.items[i].triggers
    )


def neighbours(scene: Scene, at: int, step: int) -> list[int]:
    """Return the next trigger on one side of `at`, if only an article or a possessive stands between."""
    for index in range(at + step, at + (REACH + 1) * step, step):
        if not 0 <= index < len(scene.items) or scene.items[index].is_mark or scene.in_title(index):
            return []
        if scene.items[index].triggers:
            return [index]
    return []


def has_event(scene: Scene, index: int, events: frozenset[Event]) -> bool:
    """Tell whether a trigger is a verb of one of the events."""
    return any(e["event"] in events and e["voice"] == "active" for e in scene.items[index].triggers)


def is_noun_of_act(scene: Scene, index: int) -> bool:
    """Tell whether a trigger is the noun of an act that may be taken back."""
    return any(e["event"] in ACTS and e["voice"] == "noun" for e in scene.items[index].triggers)


def final_verb(scene: Scene, at: int) -> int | None:
    """Return the verb that ends a German clause behind the agreement of a noun, None if it takes nothing back."""
    last = next((title.last for title in scene.titles if at < title.first <= at + 4), None)
    if last is None or scene.pack.settings.adverbs != "either" or last + 1 >= len(scene.items):
        return None
    return last + 1 if has_event(scene, last + 1, ENDINGS) else None


def is_count(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a number stands before a verbal noun: "60 ratifications" are counted, none is told."""
    return entry["voice"] == "noun" and at > 0 and scene.items[at - 1].text.isdigit() and not scene.items[at - 1].date
