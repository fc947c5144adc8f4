"""What a replacement tells: a state that acts or a passive names no newer agreement, and the older one no other act."""

from kg.extract.scene import Scene, has_voice
from kg.extract.title import Title
from kg.languages import Entry
from kg.model import Event

ACTOR_REACH = 8
PARTICLES = 3
FIRST_ACTS = frozenset([Event.SIGNATURE, Event.RATIFICATION, Event.ENTRY_INTO_FORCE])


def lacks_agent(scene: Scene, at: int, older: Title) -> bool:
    """Tell whether a passive verb names what was replaced before it and nobody says by what."""
    settings = scene.pack.settings
    is_word = settings.order == "svo" and settings.boundary == "word"
    return is_word and has_voice(scene, at, "passive") and older.last < at


def has_acting_state(scene: Scene, at: int) -> bool:
    """Tell whether a state or its government stands directly before an active verb: no agreement is its subject."""
    settings = scene.pack.settings
    if settings.order != "svo" or settings.boundary != "word" or not has_voice(scene, at, "active"):
        return False
    before = [item for item in scene.items[max(0, at - ACTOR_REACH) : at] if not item.is_mark]
    return any(item.states for item in before) and not any("pronoun" in item.roles for item in before)


def is_to_be_replaced(scene: Scene, at: int, entry: Entry, title: Title) -> bool:
    """Tell whether a mention behind a participle or noun is only what a later verb replaces.

    ("Once ratified, it will replace the 1961 agreement" tells of no ratification of that.)
    """
    if entry["voice"] == "active" or entry["event"] not in FIRST_ACTS or title.first < at:
        return False
    behind = [i for i in scene.triggers if i > at]
    verbs = [i for i in behind if any(e["event"] == Event.REPLACEMENT for e in scene.items[i].triggers)]
    if scene.pack.settings.order == "sov":
        is_free = entry["voice"] != "participle"  # 1951年に結ばれた旧条約に代わる
        return is_free and any(0 < verb - title.last <= PARTICLES for verb in verbs)
    return any(verb < title.first for verb in verbs)
