"""Subjects and objects behind their verb, in languages where it comes first (Arabic)."""

from kg.extract.arguments import Choice
from kg.extract.scene import Scene
from kg.languages import Entry

CLOSE = 3.0


def subject_behind(scene: Scene, at: int) -> int | None:
    """Return the agreement that follows a verb as its subject, where verbs come first."""
    if scene.pack.settings.order != "vso":
        return None
    behind = [title for title in scene.titles if title.first > at and title.cluster >= 0]
    return behind[0].cluster if behind and scene.distance(at, behind[0].first) < CLOSE else None


def has_two_objects(scene: Scene, at: int, choices: list[Choice]) -> bool:
    """Tell whether two agreements follow a verb that comes first: its subject and, behind it, its object."""
    is_verb = all(is_plain_verb(entry) for entry in scene.items[at].triggers)
    if scene.pack.settings.order != "vso" or not is_verb or len(choices) != 2:
        return False
    first, second = sorted((choice.title for choice in choices), key=lambda title: title.first)
    between = scene.items[first.last + 1 : second.first]
    actors = any(item.states for item in scene.items[at + 1 : first.first])
    return first.first > at and not actors and all(item.roles <= {"the"} and not item.is_mark for item in between)


def is_plain_verb(entry: Entry) -> bool:
    """Tell whether a form is an active verb of one word: behind "take the place of" stands the older agreement."""
    return entry["voice"] == "active" and " " not in entry.form.text and entry.form.first is None
