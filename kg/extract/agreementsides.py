"""Where the agreement of a trigger stands: before it, behind it or on either side."""

from kg.extract.passives import is_undergone
from kg.extract.scene import Scene
from kg.languages import Entry

AGREEMENT_SIDE = {
    ("active", "svo"): "after",
    ("active", "sov"): "before",
    ("active", "vso"): "after",
    ("passive", "vso"): "after",
    ("intransitive", "vso"): "after",
    ("noun", "svo"): "after",
    ("noun", "sov"): "before",
    ("noun", "vso"): "after",
    ("participle", "sov"): "after",
}


def agreement_side(entry: Entry, scene: Scene, at: int | None = None) -> str:
    """Return where the agreement of a trigger stands: before, after or either."""
    if opens_with(scene, at, entry):
        return "after"
    if entry["voice"] == "active" and at is not None and is_undergone(scene, at):
        return "before"
    if entry["voice"] == "participle" and at is not None and has_object_before(scene, at):
        return "before"  # 協定を改正する議定書
    return entry["agreement"] or default_side(entry, scene)


def has_object_before(scene: Scene, at: int) -> bool:
    """Tell whether the particle of an object stands directly before the verb at `at`."""
    return scene.pack.settings.order == "sov" and at > 0 and "object" in scene.items[at - 1].roles


def opens_with(scene: Scene, at: int | None, entry: Entry) -> bool:
    """Tell whether a participle opens the sentence: its agreement follows ("Signed in 1815, the treaty ...")."""
    settings = scene.pack.settings
    is_svo = settings.order == "svo" and settings.boundary == "word"
    return at == 0 and is_svo and entry["voice"] == "participle" and not entry["agreement"]


def default_side(entry: Entry, scene: Scene) -> str:
    """Return where the agreement stands by voice and word order alone."""
    settings = scene.pack.settings
    if entry["voice"] == "participle" and entry["event"] in ("replacement", "supplement"):
        return "before" if settings.order == "sov" else "after"  # "a treaty replacing the old one"
    if entry["voice"] == "participle" and settings.code == "zh":
        return "after"
    return AGREEMENT_SIDE.get((entry["voice"], settings.order), "before")
