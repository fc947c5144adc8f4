"""What time a modal word speaks of: what was over, what is still ahead, what goes on as long as nobody ends it."""

from kg.extract.modalscope import REACH
from kg.extract.scene import Scene
from kg.languages import Entry
from kg.model import Event, Status

HYPOTHETICAL = "hypothetical"
TALKS = 5  # items from "after" to the word for talks
AHEAD = 3  # items to a word for "before" behind a verb or noun


def is_of_extension(scene: Scene, index: int, status: str, at: int, entry: Entry) -> bool:
    """Tell whether what is denied is that an agreement was prolonged: "was not renewed and expired in May"."""
    if status != Status.DENIED or entry["event"] not in (Event.EXPIRY, Event.TERMINATION):
        return False
    between = [other for other in scene.triggers if min(index, at) <= other < at]
    return any(e["event"] == Event.EXTENSION for other in between for e in scene.items[other].triggers)


def is_over(scene: Scene, index: int, status: str, at: int) -> bool:
    """Tell whether "after" makes a word for a plan one of what came before: "after years of talks, they signed"."""
    before = scene.items[max(0, index - TALKS) : index] if status == Status.PLANNED and index < at else []
    return any("once" in item.roles for item in before) and not any(item.triggers for item in before)


def is_standing(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a sentence without a date says when an agreement is prolonged ("is renewed unless denounced")."""
    if entry["event"] != Event.EXTENSION or any(item.date is not None and item.date.iso for item in scene.items):
        return False
    others = (item for index, item in enumerate(scene.items) if index != at)
    return any(modal["status"] == HYPOTHETICAL for item in others for modal in item.modality)


def is_still_ahead(scene: Scene, at: int) -> bool:
    """Tell whether "before" leads to an end that had not come yet ("six hours before the pact expired")."""
    if scene.pack.settings.order == "sov":
        return any("ahead" in item.roles for item in scene.items[at + 1 : at + 1 + AHEAD])
    for index in range(at - 1, max(-1, at - REACH), -1):
        item = scene.items[index]
        if "ahead" in item.roles:
            return item.date is None and scene.items[index + 1].date is None  # "before 2010, it expired"
        if item.triggers or (item.is_mark and not scene.in_title(index)):
            return False
    return False
