"""Relative clauses between an agreement and a verb: what is inside one, and what goes on behind it."""

from kg.extract.scene import COMMAS, Scene
from kg.extract.title import Title
from kg.languages import role_forms

SUBJECT_REACH = 5  # items between a relative clause and its verb: "fue a su vez sustituido"
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
    opens = opens_relative(scene, start + 1) or replaces(scene, start + 1)
    if not fused and (scene.items[start].text not in COMMAS or not opens):
        return False
    close = max((i for i in range(start + 2, at) if scene.items[i].text in COMMAS), default=-1)
    inside = any(start < i < close for i in scene.triggers)
    behind = scene.items[close + 1 : at]
    return (
        inside
        and len(behind) <= (FRAME_REACH if fused else SUBJECT_REACH)
        and not any(item.triggers or (item.noun and not is_agent(scene, i)) for i, item in enumerate(behind, close + 1))
    )


def is_agent(scene: Scene, index: int) -> bool:
    """Tell whether an item is of an agreement behind "by": who does it, not to what it is done."""
    first = next((title.first for title in scene.titles if title.first <= index <= title.last), index)
    return any("by" in item.roles for item in scene.items[max(0, first - 2) : first])


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


def antecedent(scene: Scene, at: int, older: Title) -> Title | None:
    """Return the agreement that a German relative clause with its verb at `at` is about ("X, der Y ablöste")."""
    if scene.pack.settings.capitals != "all" or older.last > at:
        return None
    for title in scene.titles:
        opening = title.last + 1
        if opening < older.first and is_fused(scene, opening):
            return None if any(item.text in COMMAS for item in scene.items[opening + 1 : at]) else title
    return None


def opens_with_relative(scene: Scene) -> bool:
    """Tell whether a relative clause follows the first agreement of a sentence: what comes behind it speaks of that."""
    behind = scene.items[scene.titles[0].last + 1 : scene.titles[0].last + 2]
    return any("which" in item.roles for item in behind)


def is_of_other_verb(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a verb or comma parts "by" from an active verb ("which replaced X, was itself replaced by Y")."""
    if any(entry["voice"] == "passive" for entry in scene.items[at].triggers):
        return False
    if scene.pack.settings.capitals == "all":
        return any(item.text in COMMAS for item in scene.items[at + 1 : title.first])
    return any(at < other.first < title.first for other in scene.titles) and any(
        at < i < title.first for i in scene.triggers
    )


def is_behind_clause(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a German relative clause ends with the verb at `at` and a mention stands behind it."""
    if scene.pack.settings.capitals != "all" or title.first < at or at + 1 >= len(scene.items):
        return False
    return scene.items[at + 1].text in COMMAS and any(is_fused(scene, index) for index in range(at))
