"""What a title may be named for beside nouns and names: an act ("accord de retrait"), a number ("Convention 190")."""

from collections.abc import Sequence

from kg.extract.items import Item
from kg.languages import Settings

DIGITS = 3
SIGN = 6  # letters of a word for "number"
AHEAD = 5


def named_part(items: Sequence[Item], index: int, head: int, settings: Settings) -> int | None:
    """Return the last item of the act or number that a title goes on with at `index`, None if there is neither."""
    if settings.order != "svo" or settings.boundary != "word":
        return None
    number = number_end(items, index, head)
    if number is not None:
        return number
    return index if is_matter_act(items, index) else end_of_act(items, index, head, settings)


def number_end(items: Sequence[Item], index: int, head: int) -> int | None:
    """Return the number a capitalised name ends with ("ILO Convention No. 190", "Công ước số 98"), None without one.

    What a plain word follows is counted ("Agreement 90 days later").
    """
    before = items[index - 1]
    is_name = items[head].is_capital and (before.is_capital or index == head + 1)
    if not is_name or not (items[index].is_plain or items[index].is_mark or items[index].modality):
        return None
    end = index
    if not is_number(items[end]):
        if len(items[end].text) > SIGN:
            return None
        end += 1
        while end < min(index + 3, len(items)) and items[end].text in ".°º":
            end += 1
    if end >= len(items) or not is_number(items[end]):
        return None
    after = items[end + 1] if end + 1 < len(items) else None
    is_count = after is not None and after.is_plain and not after.is_capital
    return None if is_count else end


def is_number(item: Item) -> bool:
    """Tell whether an item is a short number and no date."""
    return item.is_plain and item.text.isdigit() and len(item.text) <= DIGITS


def is_matter_act(items: Sequence[Item], index: int) -> bool:
    """Tell whether an act directly behind "about" is what an agreement is about ("Hiệp định về đình chỉ chiến sự").

    Of an agreement named behind it the act is told after all.
    """
    item = items[index]
    if "about" not in items[index - 1].roles or not any(entry["voice"] == "active" for entry in item.triggers):
        return False
    return all(behind.noun is None for behind in items[index + 1 : index + AHEAD])


def end_of_act(items: Sequence[Item], index: int, head: int, settings: Settings) -> int | None:
    """Return the last item of an act that a title is named for ("accord de retrait", "traité d'adhésion à l'UE").

    The act follows "of" without an article; None where there is none: "accord sur le retrait" has a subject.
    """
    if settings.title != "after" or settings.order != "svo" or index != head + 1 or index + 1 >= len(items):
        return None
    act = items[index + 1]
    is_noun = any(entry["voice"] == "noun" for entry in act.triggers)
    if not items[index].roles >= {"of", "from"} or not is_noun or act.lookalikes:
        return None
    behind = next((i for i in range(index + 2, min(index + 4, len(items))) if "the" not in items[i].roles), index)
    return behind if " " in act.text and items[behind].states else index + 1
