"""Triggers whose agreement is left out: which of them may speak of the agreement in focus."""

from collections.abc import Iterator
from itertools import pairwise

from kg.extract.acts import OWN_ACTS
from kg.extract.agents import find_states
from kg.extract.items import Item
from kg.extract.pairs import is_pronoun_form
from kg.extract.rivals import rival_cost
from kg.extract.scene import Scene, first_part
from kg.languages import Entry
from kg.model import Event

ELLIPTIC = frozenset(
    [
        Event.SIGNATURE,
        Event.INITIALLING,
        Event.RATIFICATION,
        Event.ENTRY_INTO_FORCE,
        Event.PROVISIONAL_APPLICATION,
    ]
)
OBJECTS = frozenset(["object", "to", "this", "the"])
LASTING = frozenset([Event.EXPIRY, Event.EXTENSION, Event.ENTRY_INTO_FORCE])
RIVAL_REACH = 12.0
SENTENCE_REACH = 8
AFTER_OBJECT = frozenset(["in", "on", "and", "but", "by", "from", "that", "which", "with", "respectively"])


def may_be_understood(scene: Scene, at: int, entry: Entry, told: frozenset[Event]) -> bool:
    """Tell whether the trigger at `at`, with no agreement in its sentence, may speak of the one in focus.

    `told` are the events that the document elsewhere tells of that agreement. Treaty words need no more than an
    empty place for the object; general words ("withdraw", "join") go on with what was told, with a state that acts.
    """
    reach = RIVAL_REACH / 2 if entry["voice"] == "noun" else RIVAL_REACH
    is_pointed = scene.pack.settings.order == "svo" and has_object_pronoun(scene, at, entry)
    is_clear = is_pointed or ends_clause(scene, at)
    if entry["need"] == "near" and not (entry["event"] == Event.WITHDRAWAL and is_clear):
        return False
    if rival_cost(scene, at, entry) < reach and not is_pointed:
        return False
    event = Event(entry["event"])
    if entry["voice"] == "participle" and is_attribute_of_another(scene, at):
        return False
    is_first = entry["agent"] == "after" and at == 0
    is_open = is_first or entry["voice"] != "active" or has_pronoun(scene, at) or has_no_object(scene, at)
    if not (is_open or is_pointed):
        return False
    if (not entry["need"] and (event in ELLIPTIC or is_pronoun_form(entry))) or has_object_pronoun(scene, at, entry):
        return True
    if is_pronoun_form(entry) and goes_on_alone(scene, at) and event in OWN_ACTS and find_states(scene, at, entry):
        return True  # "Venezuela lo denunció en 2012"
    opens = entry["voice"] == "passive" and at == 0 and event in ELLIPTIC  # "Fue suscrito en Lima"
    if opens or event in told or (event in LASTING and opens_with_pronoun(scene, at, entry)):
        return True
    return event in OWN_ACTS and bool(told & OWN_ACTS) and bool(find_states(scene, at, entry))


def ends_clause(scene: Scene, at: int) -> bool:
    """Tell whether nothing but a date or a mark stands behind a verb ("Oslo will not leave.", not "left Senegal")."""
    behind = scene.items[at + 1] if at + 1 < len(scene.items) else None
    return behind is None or behind.is_mark or behind.date is not None or "in" in behind.roles


def goes_on_alone(scene: Scene, at: int) -> bool:
    """Tell whether no verb with an object of its own stands before: a pronoun may stand for that."""
    before = [scene.items[other] for other in scene.triggers if other < at]
    return all(is_pronoun_form(entry) for item in before for entry in item.triggers)


def is_attribute_of_another(scene: Scene, at: int) -> bool:
    """Tell whether a participle stands behind a word that is no agreement ("a rumour signed in secret").

    Where attributes stand before their noun, one without an agreement behind it is another's, or no attribute.
    """
    settings = scene.pack.settings
    if settings.order == "sov":
        return True
    return settings.order == "svo" and settings.title == "after" and at > 0 and scene.items[at - 1].is_plain


def opens_with_pronoun(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether the subject of an intransitive or passive verb is a pronoun that opens its sentence."""
    is_subject = entry["voice"] in ("intransitive", "passive") and scene.pack.settings.order == "svo"
    return is_subject and at <= SENTENCE_REACH and "pronoun" in scene.items[0].roles


def has_pronoun(scene: Scene, at: int) -> bool:
    """Tell whether a pronoun that may stand for an agreement is beside the trigger."""
    return any("pronoun" in item.roles for item in scene.items[max(0, at - 4) : at + 4])


def has_object_pronoun(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a pronoun alone is the object of the verb at `at` ("have not acceded to it")."""
    if entry["voice"] != "active" or at + 1 >= len(scene.items):
        return False
    if scene.pack.settings.code == "id" and scene.items[at].text.endswith("nya"):
        return True
    if holds_pronoun(scene, at, entry) or follows_clitic(scene, at):
        return True
    if scene.pack.settings.order == "sov":
        return at > 0 and "pronoun" in scene.items[at - 1].roles
    if scene.pack.settings.boundary == "none" and at and "pronoun" in scene.items[at - 1].roles:
        return True  # 将其延长
    if "pronoun" in scene.items[at + 1].roles and has_no_object(scene, at + 1):
        return True
    if scene.pack.settings.adverbs == "either" and at == 1 and "pronoun" in scene.items[0].roles:
        return True  # objects may come first
    before = scene.items[max(0, at - 4) : at]
    return any("to" in a.roles and "pronoun" in b.roles for a, b in pairwise(before))


def holds_pronoun(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a pronoun alone stands between the parts of a verb ("setzte ihn im Mai aus")."""
    first = first_part(scene, at, entry)
    if first is None or first + 1 >= at:
        return False
    return "pronoun" in scene.items[first + 1].roles and "the" not in scene.items[first + 1].roles


def follows_clitic(scene: Scene, at: int) -> bool:
    """Tell whether an object pronoun stands directly before a Romance verb ("lo prorrogaron")."""
    settings = scene.pack.settings
    is_romance = settings.title == "after" and settings.order == "svo" and settings.script == "latin"
    return is_romance and at > 0 and scene.items[at - 1].roles >= {"pronoun", "the"}


def has_no_object(scene: Scene, at: int) -> bool:
    """Tell whether nothing stands in the object's place of the trigger at `at`."""
    if scene.pack.settings.order == "sov" and any("object" in item.roles for item in clause_before(scene, at)):
        return False
    step = -1 if scene.pack.settings.order == "sov" else 1
    index = at + step
    if not 0 <= index < len(scene.items):
        return True
    item = scene.items[index]
    is_adverbial = item.is_mark or item.date is not None or bool(item.roles & AFTER_OBJECT)
    is_subject = bool(item.roles & {"subject", "topic"}) and "object" not in item.roles
    is_particle = scene.pack.settings.boundary != "word" and bool(item.roles) and not item.roles & OBJECTS
    is_particle = is_particle or (step < 0 and scene.pack.settings.boundary != "word" and is_subject)
    return is_adverbial or (step < 0 and (bool(item.states or item.modality) or is_particle))


def clause_before(scene: Scene, at: int) -> Iterator[Item]:
    """Yield the items before `at` back to the clause's beginning: another trigger or a clause word."""
    for index in range(at - 1, -1, -1):
        item = scene.items[index]
        if item.triggers or "but" in item.roles:
            return
        yield item


def has_subject_pronoun(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a pronoun opens the sentence of a passive or intransitive verb: it stands for an earlier one."""
    if entry["voice"] not in ("passive", "intransitive") or scene.pack.settings.order == "sov" or at > 4:
        return False
    return bool(scene.items) and "pronoun" in scene.items[0].roles
