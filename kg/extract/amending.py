"""Texts that change an agreement: "the protocol amending the convention" is what is signed, not the convention."""

from kg.extract.acts import ENDS
from kg.extract.scene import Scene
from kg.extract.title import Title
from kg.languages import Entry
from kg.model import Event

LINKS = frozenset(["of", "about", "which", "the", "for"])
INNER = frozenset(["the", "this", "to", "in"])
SUBJECT = 7
NEAR = 2
CHANGES = frozenset([Event.WITHDRAWAL, Event.TERMINATION, Event.SUSPENSION, Event.EXTENSION, Event.AMENDMENT])


def amends(scene: Scene, title: Title) -> bool:
    """Tell whether a verb of change stands directly behind a text ("a protocol amending")."""
    behind = scene.items[title.last + 1 : title.last + 3]
    if scene.pack.settings.order == "sov":
        return False
    first = next((item for item in behind if not item.roles & LINKS or item.triggers), None)
    return first is not None and any(entry["event"] == Event.AMENDMENT for entry in first.triggers)


def is_amended(scene: Scene, title: Title) -> bool:
    """Tell whether a title is only what another text changes ("the protocol amending the agreement was signed").

    Behind a verb's attribute the other text must stand before it; a verbal noun ("amendments to") is one itself.
    """
    index = title.first - 1
    while index > 0 and scene.items[index].roles & INNER and not scene.items[index].triggers:
        index -= 1
    entries = scene.items[max(0, index)].triggers
    changes = [e for e in entries if e["event"] == Event.AMENDMENT and e["agreement"] != "before"]
    if not changes or index < 1 or scene.pack.settings.order == "sov":
        return False
    while index > 0 and scene.items[index - 1].roles & LINKS:
        index -= 1
    return any(entry["voice"] == "noun" for entry in changes) or scene.in_title(index - 1)


def text_changing(scene: Scene, title: Title) -> Title | None:
    """Return the Chinese text that an amended agreement describes, None if there is none (修改渔业协定的议定书)."""
    settings = scene.pack.settings
    if settings.boundary != "none" or settings.order != "svo" or title.first < 1:
        return None
    before = scene.items[title.first - 2 : title.first]
    verb = next((item for item in reversed(before) if item.text not in "《〈「"), None)
    behind = [
        i for i in range(title.last + 1, min(title.last + 4, len(scene.items))) if scene.items[i].text not in "》〉」"
    ]
    if verb is None or not behind or "of" not in scene.items[behind[0]].roles:
        return None
    if not any(entry["event"] == Event.AMENDMENT and entry["voice"] == "active" for entry in verb.triggers):
        return None
    return next((other for other in scene.titles if 0 < other.first - behind[0] <= NEAR), None)


def is_changed_only(scene: Scene, at: int) -> bool:
    """Tell whether what a verb of approval takes is no agreement but its end or change ("approved the withdrawal")."""
    is_sov = scene.pack.settings.order == "sov"
    index = approved(scene, at)
    if index is None or scene.in_title(index):
        return False
    is_han = scene.pack.settings.boundary == "none"
    voices = ("active", "noun") if is_sov or is_han else ("noun",)
    near = scene.items[index].triggers
    return bool(near) and all(e["event"] in CHANGES and e["voice"] in voices for e in near)


def approved(scene: Scene, at: int) -> int | None:
    """Return the item that stands where the object of the verb at `at` does, past a subject where verbs come first."""
    order = scene.pack.settings.order
    step = -1 if order == "sov" else 1
    index = at + step
    while 0 <= index < len(scene.items) and not scene.items[index].triggers:
        item = scene.items[index]
        is_subject = order == "vso" and not item.is_mark and not scene.in_title(index) and index < at + SUBJECT
        if not (is_subject or item.roles & {"the", "to", "on", "for", "object", "subject", "pronoun"}):
            break
        index += step
    return index if 0 <= index < len(scene.items) else None


def is_called_off(scene: Scene, at: int) -> bool:
    """Tell whether a verb before the noun at `at` ends what it tells of ("cancelled the withdrawal from the pact")."""
    if scene.pack.settings.order == "sov":
        verbs = [i for i in scene.triggers if at < i <= at + NEAR]
    else:
        verbs = [i for i in scene.triggers if at - SUBJECT <= i < at][-1:]
    ends = [i for i in verbs[:1] if any(is_ending(entry) for entry in scene.items[i].triggers)]
    own = scene.items[at].triggers
    is_end = all(e["voice"] == "noun" and e["event"] in ENDS for e in own)
    return is_end and any(approved(scene, i) == at for i in ends)


def is_ending(entry: Entry) -> bool:
    """Tell whether a trigger is an active verb of ending or suspending."""
    return entry["voice"] == "active" and entry["event"] in (Event.TERMINATION, Event.SUSPENSION)
