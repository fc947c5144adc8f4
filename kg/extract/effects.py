"""What takes effect: an agreement, or only an act on it ("the withdrawal becomes effective")."""

from kg.extract.acts import ENDS
from kg.extract.items import Item
from kg.extract.scene import Scene, once
from kg.model import Event

EFFECT_REACH = 16

OPENING = frozenset('«“„"‘')
CLOSING = frozenset('»”“"’')


@once
def takes_effect_of(scene: Scene, at: int) -> int | None:
    """Return the verbal noun that takes effect at `at` ("the withdrawal becomes effective"): no agreement does."""
    if not any(entry["event"] == Event.ENTRY_INTO_FORCE for entry in scene.items[at].triggers):
        return None
    subject = subject_behind(scene, at)
    if subject is not None:
        return subject
    if at and "and" in scene.items[at - 1].roles and scene.pack.settings.order == "svo":
        return None  # the second verb of an agreement that is the subject of the first
    index = at
    while index > max(0, at - EFFECT_REACH):
        index = before_phrase(scene, index - 1)
        if scene.in_title(index) and scene.pack.settings.order == "svo" and is_complement(scene, index):
            index = next(title.first for title in scene.titles if title.first <= index <= title.last)
            continue  # "the withdrawal from the agreement became effective"
        if scene.in_title(index) or scene.items[index].is_mark:
            return None
        if is_act_noun(scene, index):
            return None if is_adverbial(scene, index) else index
    return None


def before_phrase(scene: Scene, index: int) -> int:
    """Return the item before a phrase that commas close ("the withdrawal, notified in March, took effect")."""
    if scene.items[index].text != "," or scene.pack.settings.order != "svo" or scene.pack.settings.boundary != "word":
        return index
    opening = [i for i in range(max(0, index - EFFECT_REACH), index) if scene.items[i].text == ","]
    return opening[-1] - 1 if opening and opening[-1] > 0 else index


def subject_behind(scene: Scene, at: int) -> int | None:
    """Return the verbal noun directly behind a verb whose subject may follow it, None if there is none."""
    settings = scene.pack.settings
    index = opening_of(scene, at) + 1
    while settings.order == "vso" and index < len(scene.items) and "the" in scene.items[index].roles:
        index += 1
    if (settings.adverbs != "either" and settings.order != "vso") or index >= len(scene.items):
        return None
    return index if is_other_noun(scene.items[index]) and not scene.in_title(index) else None


def opening_of(scene: Scene, at: int) -> int:
    """Return the item of a verb's first part where its form has a gap for the subject (Arabic "دخل … حيز التنفيذ")."""
    firsts = {e.form.first for e in scene.items[at].triggers} if scene.pack.settings.order == "vso" else set()
    near = range(at - 1, max(-1, at - EFFECT_REACH), -1)
    return next((i for i in near if scene.items[i].text in firsts - {None}), at)


def act_in_effect(scene: Scene, at: int) -> int | None:
    """Return the verb by which the act that the noun at `at` names takes effect, None if no verb says so."""
    return next((verb for verb in scene.triggers if takes_effect_of(scene, verb) == at), None)


def is_act_noun(scene: Scene, index: int) -> bool:
    """Tell whether an item is a verbal noun, or a Turkish verb that makes one of the noun behind it."""
    return is_other_noun(scene.items[index]) or is_turkish_act(scene, index)


def is_turkish_act(scene: Scene, index: int) -> bool:
    """Tell whether a verb on leaving or ending stands before the noun that takes effect (Turkish)."""
    settings = scene.pack.settings
    is_end = any(e["event"] in ENDS for e in scene.items[index].triggers)
    return settings.order == "sov" and settings.boundary == "word" and is_end and scene.items[index + 1].is_plain


def is_doubted(scene: Scene, at: int) -> bool:
    """Tell whether quotation marks stand around a verb alone: the article does not say so (they "ratified" it)."""
    around = scene.items[max(0, at - 1) : at + 2]
    is_word = " " not in scene.items[at].text and scene.pack.settings.boundary == "word"
    is_noun = any(entry["voice"] == "noun" for entry in scene.items[at].triggers)
    return is_word and not is_noun and len(around) == 3 and around[0].text in OPENING and around[2].text in CLOSING


def is_adverbial(scene: Scene, index: int) -> bool:
    """Tell whether a noun stands behind a preposition, or where verbs come last before no subject's particle."""
    if scene.pack.settings.order == "sov":
        after = scene.items[index + 1].roles
        if scene.pack.settings.boundary == "word":
            is_end = any(entry["event"] in ENDS for entry in scene.items[index].triggers)
            return not is_end or bool(after & {"but", "in", "with", "by", "oblique", "from", "to"})
        roles = scene.items[index].roles | after
        return not roles & {"topic", "of"}  # 国会の承認を経て発効する
    before = index - 1
    while before > 0 and scene.items[before].roles & {"the", "a"}:
        before -= 1
    return before >= 0 and bool(scene.items[before].roles & {"but", "in", "with", "oblique", "by", "for"})


def is_other_noun(item: Item) -> bool:
    """Tell whether an item is a verbal noun of an event other than entry into force."""
    return any(e["voice"] == "noun" and e["event"] != Event.ENTRY_INTO_FORCE for e in item.triggers)


def is_complement(scene: Scene, index: int) -> bool:
    """Tell whether an item is of a title that a verbal noun governs: only links and states stand between."""
    title = next(t for t in scene.titles if t.first <= index <= t.last)
    for before in reversed(scene.items[: title.first]):
        if any(entry["voice"] == "noun" for entry in before.triggers):
            return True
        if not (before.roles & {"of", "the", "from", "to"} or before.states):
            return False
    return False
