"""Acronyms that can only be agreements': beside a verb that treaties alone take."""

from kg.extract.scene import COMMAS, Scene
from kg.model import Event


def is_acronym_object(scene: Scene, index: int) -> bool:
    """Tell whether an unknown acronym can only be an agreement: beside a treaty verb ("withdraw from the ECT")."""
    item = scene.items[index]
    if not item.is_plain or not item.is_acronym or item.text.isdigit():
        return False
    links = frozenset(["the", "from", "of", "to"])
    if scene.pack.settings.order == "sov":
        behind = [near for near in scene.items[index + 1 : index + 4] if near.text[0].isalnum()]
        voices = {entry["voice"] for near in behind[:2] for entry in near.triggers}
        return bool(voices & {"active", "noun", "participle"})
    if is_signed_behind(scene, index):
        return True
    before = index - 1
    while before >= 0 and (scene.items[before].roles & links or scene.items[before].date is not None):
        before -= 1
    return before >= 0 and any(entry["voice"] in ("active", "noun") for entry in scene.items[before].triggers)


def is_signed_behind(scene: Scene, index: int) -> bool:
    """Tell whether the words behind an acronym say that it was signed or ratified ("the CPTPP, signed in")."""
    if index and scene.items[index - 1].roles & {"and", "with", "between"}:
        return False  # a party: "the memorandum between the government and the FARC, signed"
    behind = [item for item in scene.items[index + 1 : index + 3] if item.text not in COMMAS]
    acts = (Event.SIGNATURE, Event.RATIFICATION)
    return bool(behind) and any(
        e["voice"] in ("participle", "passive") and e["event"] in acts for e in behind[0].triggers
    )
