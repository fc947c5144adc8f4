"""Who does what a verbal noun says, and who is only told of it."""

from kg.extract.acts import OWN_ACTS
from kg.extract.clauses import is_sentence_topic
from kg.extract.scene import COMMAS, Scene
from kg.extract.sides import is_excluded
from kg.extract.whereabouts import is_place
from kg.languages import Entry
from kg.model import Event

# Organisations that conclude treaties as parties.
PARTIES = frozenset(["EU", "EURATOM", "ECSC", "MERCOSUR", "EAEU", "EFTA", "AES", "GCC", "CAN", "CARICOM", "NATO"])

BY_REACH = 9
VERB_REACH = 8


def acts_in_noun(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a state before the verb at `at` acts in a verbal noun ("after withdrawals by A and B, C will")."""
    before = index - 1
    has_ended = False
    while before > 0 and is_listed(scene, before) and not has_ended:
        behind = scene.items[before + 1 : index]
        has_ended = "and" in scene.items[before].roles and any(item.text in COMMAS for item in behind)
        before -= 1
    if index > at or before < 1 or "by" not in scene.items[before].roles:
        return False
    return any(entry["voice"] == "noun" for entry in scene.items[before - 1].triggers) and before - 1 != at


def is_agent_of_other(scene: Scene, at: int, index: int) -> bool:
    """Tell whether "by" ties somebody to another verb before the one at `at` ("signed by X, is yet to be ratified")."""
    settings = scene.pack.settings
    if index > at or (settings.order, settings.boundary) != ("svo", "word"):
        return False
    by = next((i for i in range(index - 1, max(-1, index - BY_REACH), -1) if "by" in scene.items[i].roles), None)
    if by is None:
        return False
    return any(by - VERB_REACH <= other < by and other != at for other in scene.triggers)


def listed_by(scene: Scene, at: int) -> list[int]:
    """Return the states that "by" names directly behind a verbal noun, none without it ("withdrawals by A, B")."""
    by = at + 1
    while by < len(scene.items) and (scene.in_title(by) or scene.items[by].roles & {"of", "the"}):
        by += 1  # "the ratification of the treaty by A"
    if scene.pack.settings.order == "sov" or by >= len(scene.items) or "by" not in scene.items[by].roles:
        return []
    index = by + 1
    found: list[int] = []
    while index < len(scene.items) and is_listed(scene, index):
        if scene.items[index].states:
            found.append(index)
        if scene.items[index].text in COMMAS and any("and" in item.roles for item in scene.items[by + 1 : index]):
            break
        index += 1
    return found


def is_listed(scene: Scene, index: int) -> bool:
    """Tell whether an item is of a list of states: a state, a comma, an article or "and"."""
    item = scene.items[index]
    return bool(item.states) or item.text in COMMAS or bool(item.roles & {"and", "the"})


def acts_by_noun(scene: Scene, at: int, index: int) -> bool:
    """Tell whether "by" ties a state behind a verbal noun to another noun ("withdrawal and declarations by A")."""
    by = next((i for i in range(index - 1, at, -1) if "by" in scene.items[i].roles), None)
    if by is None or scene.pack.settings.order != "svo" or by - 1 <= at or scene.in_title(by - 1):
        return False
    return scene.items[by - 1].is_plain


def is_destination(scene: Scene, index: int) -> bool:
    """Tell whether a state is only where somebody travels ("flew to Peru to sign")."""
    before = scene.items[max(0, index - 3) : index]
    return bool(before) and "to" in before[-1].roles and any("visit" in item.roles for item in before)


def is_mere_body(scene: Scene, index: int) -> bool:
    """Tell whether an organisation is none that makes treaties: it neither ratifies nor leaves one (the OSCE)."""
    codes = {entry["code"] for entry in scene.items[index].states if entry["type"] == "organisation"}
    return bool(codes) and not codes & PARTIES


def is_addressee(scene: Scene, index: int) -> bool:
    """Tell whether a state is only told of what another one does ("Estonia notified the UN of its withdrawal")."""
    verb = index - 1
    while verb > 0 and "the" in scene.items[verb].roles:
        verb -= 1
    if scene.pack.settings.order != "svo" or verb < 1 or "says" not in scene.items[verb].roles:
        return False
    return any(item.states for item in scene.items[max(0, verb - 2) : verb])


def opens_relative(scene: Scene, index: int, at: int) -> bool:
    """Tell whether the verb at `at` stands in the relative clause behind a state ("with Italy, which withdrew")."""
    behind = [item for item in scene.items[index + 1 : at] if item.text not in COMMAS]
    return scene.pack.settings.order == "svo" and bool(behind) and "which" in behind[0].roles


def topic_states(scene: Scene, at: int, entry: Entry) -> list[int]:
    """Return the states of the topic that a Japanese or Korean sentence has, however far before its verb.

    Only where no other subject stands between, for acts of a party ("A、Bの首脳は…に署名し、…を破棄した").
    """
    settings = scene.pack.settings
    if settings.order != "sov" or settings.boundary == "word" or entry["voice"] != "active":
        return []
    topics = [i for i in range(at) if is_sentence_topic(scene, i)]
    if not topics or entry["event"] not in {*OWN_ACTS, Event.SIGNATURE}:
        return []
    if any("subject" in item.roles for item in scene.items[topics[-1] + 1 : at]):
        return []
    found: list[int] = []
    for index in range(topics[-1] - 1, -1, -1):
        item = scene.items[index]
        if item.triggers or scene.in_title(index) or (item.is_mark and item.text not in "、,·・"):
            break
        if item.states and not is_place(scene, index) and not is_excluded(scene, index):
            found.insert(0, index)
    return found
