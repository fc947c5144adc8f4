"""Where the scope of a modal word ends: clauses, coordinated verbs, and what stands behind "that"."""

from kg.extract.scene import Scene

REACH = 12
ASKED = frozenset(["to", "the", "pronoun", "and", "of"])


def stops_scope(scene: Scene, index: int, step: int) -> bool:
    """Tell whether modality beyond an item no longer speaks of the trigger."""
    item = scene.items[index]
    if item.text in ";；.。!?！？" or ("but" in item.roles and not is_preposition(scene, index)):
        return True
    if "which" in item.roles and not is_complement(scene, index) and not is_article(scene, index):
        return True
    if step > 0 and (item.text in ",，،" or ends_clause(scene, index)):
        return True
    if item.roles & {"says"} and step < 0:
        return True
    if not item.triggers or scene.in_title(index) or ends_standin(scene, index):
        return False
    return not is_coordinated(scene, index, step)


def ends_standin(scene: Scene, index: int) -> bool:
    """Tell whether a participle ends what stands for an agreement ("das am 3. Mai geschlossene" Abkommen)."""
    ones = [title for title in scene.titles if title.last < index and "one" in scene.items[title.last].roles]
    inner = scene.items[ones[-1].last + 1 : index] if ones else []
    return bool(inner) and all(item.date is not None or item.roles & {"in", "on"} for item in inner)


def is_preposition(scene: Scene, index: int) -> bool:
    """Tell whether a word that may begin a clause stands before a time instead: German "bis Jahresende"."""
    after = scene.items[index + 1] if index + 1 < len(scene.items) else None
    if after is None or "to" not in scene.items[index].roles:
        return False
    return after.date is not None or after.is_year or (after.is_plain and after.is_capital)


def ends_clause(scene: Scene, index: int) -> bool:
    """Tell whether an "and" begins another verb's clause where modality may follow its verb (German, Russian)."""
    settings = scene.pack.settings
    is_and = "and" in scene.items[index].roles and not scene.in_title(index)
    if settings.order == "sov" and settings.boundary == "word":  # Turkish: unless the verbs themselves are joined
        return is_and and not any(item.triggers for item in scene.items[index + 1 : index + 2])
    return is_and and settings.adverbs == "either"


def is_article(scene: Scene, index: int) -> bool:
    """Tell whether a relative word with its comma is an article after all: ", den Vertrag zu unterzeichnen"."""
    return scene.items[index].text.startswith(", ") and any(title.first == index + 1 for title in scene.titles)


def is_complement(scene: Scene, index: int) -> bool:
    """Tell whether a word that may be "which" or "that" is "that": it stands behind a modal word, and whom it asks.

    ("pidió a Brasil que ratifique", "отрицает, что подписала")
    """
    if "that" not in scene.items[index].roles:
        return False
    for before in range(index - 1, max(-1, index - REACH), -1):
        item = scene.items[before]
        if item.modality:
            return True
        is_asked_one = item.states or item.office is not None or item.text == "," or item.roles & ASKED
        if not is_asked_one or item.triggers or scene.in_title(before):
            return False
    return False


def is_coordinated(scene: Scene, index: int, step: int) -> bool:
    """Tell whether the trigger at `index` and the one beside it share their modality ("will sign and ratify")."""
    items, beside = scene.items, index - step
    marks = "、/" if scene.pack.settings.boundary == "none" else ",、/"  # a Chinese comma parts clauses
    if not 0 <= beside < len(items):
        return False
    if items[beside].triggers and " " in items[beside].text and step < 0:
        return True  # "signé puis ratifié"
    if items[beside].text == "," and scene.pack.settings.order == "svo":  # "sign, ratify", not "signed it, leaving"
        behind = items[beside - step : beside - 3 * step : -step]
        if any("pronoun" in item.roles and not item.triggers for item in behind[:1]):
            return False  # "if it is signed, it will replace"
        return any(item.triggers or "and" in item.roles for item in behind)
    return "and" in items[beside].roles or items[beside].text in marks
