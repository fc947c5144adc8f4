"""Whether a replacement tells what replaced: a state that acts, or a passive without an agent, names no agreement."""

from kg.extract.scene import Scene, has_voice
from kg.extract.title import Title

ACTOR_REACH = 8


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
