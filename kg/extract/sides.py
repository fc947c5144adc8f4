"""Where the agents of a trigger stand, and who is only a witness."""

from kg.extract.passives import passive_word
from kg.extract.people import PersonMention
from kg.extract.scene import COMMAS, Scene, once, side_of
from kg.languages import Entry

AGENT_SIDE = {
    ("active", "svo"): "before",
    ("active", "sov"): "before",
    ("active", "vso"): "after",
    ("passive", "svo"): "by",
    ("passive", "sov"): "by",
    ("passive", "vso"): "by",
    ("noun", "svo"): "either",
    ("noun", "sov"): "either",
    ("noun", "vso"): "either",
    ("participle", "svo"): "by",
    ("participle", "sov"): "before",
    ("participle", "vso"): "by",
}
AGENT_LIMIT = 14.0


@once
def agent_side(scene: Scene, at: int, entry: Entry) -> str:
    """Return where the agents of the trigger at `at` stand: before, after, by, either or none."""
    side = entry["agent"] or AGENT_SIDE.get((entry["voice"], scene.pack.settings.order), "none")
    is_usual = side != "after" or scene.pack.settings.order != "vso" or has_subject_behind(scene, at)
    return side if is_usual else "before"


def has_subject_behind(scene: Scene, at: int) -> bool:
    """Tell whether a state, a person or an office stands behind a verb before anything that may be no subject.

    Where verbs come first their subject follows; in headlines and behind "that" it may precede them.
    """
    opens = not any(item.states or item.office is not None for item in scene.items[:at])
    for index in range(at + 1, min(at + 8, len(scene.items))):
        item = scene.items[index]
        if item.states or item.office is not None or scene.in_name(index):
            return True
        if scene.in_title(index) and not opens:
            return False
        if scene.in_title(index):
            continue  # the object may stand between: "signed the agreement for the one side the minister X"
        if item.is_mark or item.triggers or item.roles & {"with", "by", "but", "in", "on"}:
            return False
    return False


def is_agent_place(scene: Scene, at: int, index: int, side: str) -> bool:
    """Tell whether an item stands where the agents of the trigger at `at` stand."""
    stands = side_of(at, index, index)
    if stands == "before" and is_before_passive(scene, at, index):
        return False
    if side in ("either", stands) or (stands == "before" and is_relative_subject(scene, at, index)):
        return True
    after_by = any("by" in scene.items[i].roles for i in range(min(at, index), max(at, index) + 1))
    if scene.pack.settings.order == "sov" or scene.pack.settings.boundary == "none":
        after_by = after_by or any("by" in item.roles for item in scene.items[index + 1 : index + 3])
        after_by = after_by or stands_between(scene, index)
        if scene.pack.settings.order == "svo" and stands == "before":  # 由…签署
            after_by = after_by or any("by" in item.roles for item in scene.items[max(0, index - 8) : index])
    elif stands == "before":
        after_by = after_by or any("by" in item.roles for item in scene.items[max(0, index - 4) : index])
    if side == "by" and stands == "after" and (is_bare_agent(scene, at, index) or is_from(scene, at, index)):
        return True
    links = [i for i in range(max(0, index - 4), index) if scene.items[i].roles & {"with", "between"}]
    if scene.pack.settings.boundary == "none":
        links = [i for i in links if not (i and scene.items[i - 1].states)]  # A和B: another clause's subjects
    with_party = stands == "after" and any(not is_other_verbs(scene, at, i) for i in links)
    return (side == "by" and after_by) or (with_party and side != "none")


def is_relative_subject(scene: Scene, at: int, index: int) -> bool:
    """Tell whether who stands before what looks like a participle is its subject: "the treaty, which A and B signed".

    Nothing but names and what they are may stand between the verb and the relative word, or the agreement itself.
    """
    settings = scene.pack.settings
    is_active = any(entry["voice"] == "active" for entry in scene.items[at].triggers)
    if (settings.order, settings.boundary) != ("svo", "word") or not is_active:
        return False
    for before in range(at - 1, -1, -1):
        item = scene.items[before]
        if "which" in item.roles or scene.in_title(before):
            return before < index
        is_told = (
            scene.in_name(before) or item.office is not None or bool(item.states) or bool(item.roles & {"and", "the"})
        )
        if not is_told or item.triggers:
            return False
    return False


def is_other_verbs(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a participle directly before "between" or "with" takes those parties ("one signed between ...")."""
    before = scene.items[index - 1] if index - 1 > at else None
    return before is not None and any(entry["voice"] == "participle" for entry in before.triggers)


def is_before_passive(scene: Scene, at: int, index: int) -> bool:
    """Tell whether an item stands before the word that makes a verb passive: its agent stands behind that."""
    word = passive_word(scene, at)
    return word is not None and index < word


def stands_between(scene: Scene, index: int) -> bool:
    """Tell whether "between" stands behind a list of parties that holds the item, as Turkish has it."""
    for item in scene.items[index + 1 : index + 25]:
        if "between" in item.roles:
            return True
        is_link = item.text in COMMAS or bool(item.roles & {"and", "with", "of", "the"})
        if not (is_link or item.states or item.is_plain or item.office is not None):
            return False
    return False


def is_bare_agent(scene: Scene, at: int, index: int) -> bool:
    """Tell whether only names, offices and states stand between a passive verb and an agent (Indonesian)."""
    if scene.pack.settings.code != "id":
        return False
    rest = [scene.items[i] for i in range(at + 1, index) if not scene.in_name(i)]
    return all(item.office or item.states or item.roles & {"and", "the"} for item in rest)


def is_from(scene: Scene, at: int, index: int) -> bool:
    """Tell whether "from" alone marks the agent directly behind a passive verb (Arabic: ratified from the Senate)."""
    after = scene.items[at + 1 : at + 2]
    return scene.pack.settings.order == "vso" and index - at <= 5 and any("from" in item.roles for item in after)


@once
def is_excluded(scene: Scene, index: int) -> bool:
    """Tell whether somebody only witnessed, hosted or mediated: behind such a marker, up to the clause's end."""
    for back in range(index - 1, max(-1, index - 12), -1):
        item = scene.items[back]
        if "exclude" in item.roles:
            has_comma = any(i.text in COMMAS for i in scene.items[back:index])
            is_clause = scene.pack.settings.order == "vso" and not has_comma
            return back > 1 or is_clause or closes_phrase(scene, index)
        is_act = any(entry["voice"] != "noun" for entry in item.triggers)  # not "the signing, attended by X, of"
        if is_act or item.text in ";；.。":
            break
    if scene.pack.settings.boundary != "word" and only_watches(scene, index):
        return True
    reach = 8 if scene.pack.settings.order == "sov" else 6
    if any("exclude_before" in item.roles for item in scene.items[index + 1 : index + reach]):
        return True
    return is_among_witnesses(scene, index)


def only_watches(scene: Scene, index: int) -> bool:
    """Tell whether the next verb behind somebody says that they watch, so far as no other verb stands between."""
    for item in scene.items[index + 1 :]:
        if "watches" in item.roles:
            return True
        if item.text in ";；" or any(entry["voice"] != "noun" for entry in item.triggers):
            return False
    return False


def is_among_witnesses(scene: Scene, index: int) -> bool:
    """Tell whether only names, offices and particles part somebody from a marker behind the last witness."""
    for item in scene.items[index + 1 : index + 14]:
        if "exclude_before" in item.roles:
            return True
        is_end = item.is_mark and item.text not in COMMAS
        if item.triggers or item.date is not None or is_end or item.noun is not None:
            return False
    return False


def closes_phrase(scene: Scene, index: int) -> bool:
    """Tell whether a comma stands between a name and the next verb: it ends what opened the sentence.

    "In the presence of X and Y, the ministers A and B signed": X and Y witnessed, A and B signed.
    """
    for item in scene.items[index + 1 :]:
        if item.triggers:
            return False
        if item.text in COMMAS:
            return True
    return True


def edge(person: PersonMention, at: int) -> int:
    """Return the item of a name that is the nearest to `at`."""
    return person.last if person.last < at else person.first
