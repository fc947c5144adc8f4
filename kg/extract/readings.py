"""Which reading of a trigger fits best: what its form, its agreement and the words around it speak for."""

from kg.extract.arguments import rank_titles
from kg.extract.ellipsis import has_object_pronoun
from kg.extract.scene import Scene, once
from kg.languages import Entry

GAP_COST = 0.05


@once
def reading_cost(scene: Scene, at: int, entry: Entry) -> float:
    """Return how badly one reading of a trigger fits: its agreement's cost, less where an agent marker agrees."""
    choices = rank_titles(scene, at, entry)
    bonus = 8.0 if entry["voice"] in ("passive", "participle") and has_agent_behind(scene, at) else 0.0
    if entry["voice"] == "active" and (has_object_pronoun(scene, at, entry) or has_perfect(scene, at)):
        bonus += 8.0  # "A ratified it", "once both had ratified"
    if entry["voice"] == "active" and stands_between(scene, at):
        bonus += 2.0  # "the protocol amended the agreement"
    if entry["voice"] == "noun" and at and scene.items[at - 1].roles & {"the", "a"}:
        bonus += 3.0  # "la denuncia": no verb
    if stands_beside_noun(scene, at):
        bonus += 2.0 if entry["voice"] == "participle" else 0.0  # 協定を改正する議定書
    return (choices[0].cost if choices else 50.0) - bonus + gap_cost(scene, at, entry)


def stands_between(scene: Scene, at: int) -> bool:
    """Tell whether an agreement ends before an English verb and another begins behind it, an article between."""
    settings = scene.pack.settings
    if settings.title != "before" or settings.order != "svo" or settings.boundary != "word":
        return False
    is_behind = scene.in_title(at - 1) if at else False
    after = scene.items[at + 1].roles if at + 1 < len(scene.items) else frozenset()
    return is_behind and "the" in after and any(title.first <= at + 2 <= title.last for title in scene.titles)


def gap_cost(scene: Scene, at: int, entry: Entry) -> float:
    """Return a little for each word between the parts of a form: the nearest auxiliary is the verb's own."""
    if entry.form.first is None or scene.pack.settings.boundary != "word":
        return 0.0
    near = (i for i in range(at - 1, -1, -1) if scene.items[i].text.lower() == entry.form.first)
    return GAP_COST * (at - next(near, at - 1))


def has_perfect(scene: Scene, at: int) -> bool:
    """Tell whether "have" alone stands before a form that may be a participle: it is the verb of its subject."""
    before = scene.items[at - 1] if at and scene.pack.settings.order == "svo" else None
    return before is not None and "perfect" in before.roles


def stands_beside_noun(scene: Scene, at: int) -> bool:
    """Tell whether a Japanese verb stands directly before the noun it is an attribute of."""
    after = scene.items[at + 1] if at + 1 < len(scene.items) else None
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order != "sov" or after is None:
        return False
    return scene.in_title(at + 1) or (after.is_plain and after.text[0] > "\u30ff")


def has_agent_behind(scene: Scene, at: int) -> bool:
    """Tell whether an agent marker stands behind the trigger, before any agreement or other trigger."""
    for index in range(at + 1, min(at + 14, len(scene.items))):
        item = scene.items[index]
        if "by" in item.roles:
            return True
        if item.triggers or scene.in_title(index):
            return False
    return False
