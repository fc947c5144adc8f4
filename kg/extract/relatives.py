"""Relative clauses between an agreement and a verb: what is inside one, and what goes on behind it."""

from kg.extract.scene import COMMAS, Scene
from kg.extract.title import Title
from kg.languages import role_forms

SUBJECT_REACH = 3
FRAME_REACH = 12  # between the two parts of a German verb


def opens_relative(scene: Scene, index: int) -> bool:
    """Tell whether an item is a relative word, or a verb's form that begins with one ("que substituiu")."""
    item = scene.items[index]
    is_form = bool(item.triggers) and item.text.split()[0].lower() in role_forms(scene.pack.settings.code, "which")
    return "which" in item.roles or (is_form and " " in item.text)


def is_enclosed(scene: Scene, title: Title, at: int) -> bool:
    """Tell whether a title stands in a clause that commas close before the trigger ("X, which replaced Y, expired")."""
    closing = any(item.text in COMMAS for item in scene.items[title.last + 1 : at])
    commas = [i + 1 for i in range(title.first) if scene.items[i].text in COMMAS]
    opening = [i for i in commas if opens_relative(scene, i) or replaces(scene, i)]
    opening = opening or [i for i in range(title.first) if is_fused(scene, i)]
    if not closing or not opening or scene.items[at].roles & {"which"}:
        return False
    outer = [t for t in scene.titles if t.last < opening[-1]]
    close = max(i for i in range(title.last + 1, at) if scene.items[i].text in COMMAS)
    first = close if is_fused(scene, opening[-1]) else title.last
    others = [i for i in scene.triggers if first < i < at]
    return bool(outer) and not others


def is_fused(scene: Scene, index: int) -> bool:
    """Tell whether an item is a relative word with its comma (German ", das")."""
    return "which" in scene.items[index].roles and scene.items[index].text.startswith(", ")


def replaces(scene: Scene, index: int) -> bool:
    """Tell whether a clause of a replacement begins at an item ("the treaty, replacing the pact of 1961, was")."""
    return any(entry["event"] == "replacement" for entry in scene.items[index].triggers) and not scene.in_title(index)


def is_antecedent(scene: Scene, title: Title, at: int) -> bool:
    """Tell whether a relative clause that begins behind `title` holds the item `at` ("the treaty, which A signed")."""
    start = title.last + 1 + length_of_date(scene, title.last + 1)
    opening = scene.items[start : start + 2]
    if scene.pack.settings.order == "sov" or not any("which" in item.roles for item in opening):
        return False
    inside = scene.items[start + 2 : at]
    return not any(item.roles & {"which", "that", "but"} or item.text in ";:" or item.triggers for item in inside)


def length_of_date(scene: Scene, start: int) -> int:
    """Return how many items a date behind an agreement takes up (", de 2006" before ", que"), 0 if there is none."""
    near = scene.items[start : start + 4]
    for length, item in enumerate(near, 1):
        if item.date is not None:
            return length
        if item.text not in COMMAS and "of" not in item.roles:
            break
    return 0


def has_clause_between(scene: Scene, title: Title, at: int) -> bool:
    """Tell whether only a relative clause in commas parts a subject from the verb at `at` ("X, which ..., expired")."""
    start = title.last + 1
    if scene.pack.settings.boundary != "word" or scene.pack.settings.order != "svo" or start + 2 >= at:
        return False
    fused = is_fused(scene, start)
    if not fused and (scene.items[start].text not in COMMAS or not opens_relative(scene, start + 1)):
        return False
    close = max((i for i in range(start + 2, at) if scene.items[i].text in COMMAS), default=-1)
    inside = any(start < i < close for i in scene.triggers)
    behind = scene.items[close + 1 : at]
    return (
        inside
        and len(behind) <= (FRAME_REACH if fused else SUBJECT_REACH)
        and not any(item.triggers or item.noun for item in behind)
    )


def is_in_relative(scene: Scene, index: int, at: int) -> bool:
    """Tell whether an adverb stands in a relative clause that a comma closes before the verb at `at`."""
    if scene.pack.settings.boundary != "word" or not any(i.text in COMMAS for i in scene.items[index + 1 : at]):
        return False
    for before in range(index - 1, 0, -1):
        if scene.items[before].triggers and before not in scene.ends:
            return False
        if opens_relative(scene, before):
            return any(item.text in COMMAS for item in scene.items[max(0, before - 2) : before])
        if scene.items[before].text in COMMAS:
            return False
    return False
