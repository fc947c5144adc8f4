"""Words that are a noun for an agreement or the verb "agree": Vietnamese "thỏa thuận"."""

from collections.abc import Sequence

from kg.extract.items import Item


def settle_verb(items: Sequence[Item], index: int) -> None:
    """Leave a word for an agreement that may also be a verb of plans only the reading that stands here.

    It is a verb between who agrees, or a modal word, and what is agreed to.
    """
    item = items[index]
    if item.noun is None or item.noun["class"] != "head" or not item.modality:
        return
    if is_verb(items, index):
        item.noun = None
    else:
        item.modality = ()


def is_verb(items: Sequence[Item], index: int) -> bool:
    """Tell whether somebody agrees: a state, the pair of them or a modal word before, an act or its link behind."""
    before, after = items[index - 1] if index else None, items[index + 1] if index + 1 < len(items) else None
    if before is None or after is None or items[index].is_capital:
        return False
    is_act = any(entry["voice"] == "active" for entry in after.triggers) and after.noun is None
    goes_on = is_act or bool(after.modality) or "that" in after.roles
    agrees = bool(before.states) or "pair" in before.roles or bool(before.modality)
    return goes_on and agrees and not before.triggers
