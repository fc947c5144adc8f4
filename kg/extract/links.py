"""The links of a title: which words "of", "about", "between" or "and" may go on with."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from kg.extract.items import Item
from kg.languages import Settings


def link_right(items: Sequence[Item], index: int, *, about: bool) -> int | None:
    """Return the item after a link word if the title goes on there, None if the link ends it."""
    after = index + 1
    if "and" in items[index].roles and leaves_out_noun(items, after) and not items[index - 1].states:
        return None
    skipped = {"the", "a", "of"} if "and" in items[index].roles else {"the", "a"}  # "d'amitié et de solidarité"
    while after < len(items) and items[after].roles & skipped:
        after += 1
    if after >= len(items) or breaks_link(items[after]) or opens_title(items, index, after, about=about):
        return None
    roles, item = items[index].roles, items[after]
    for role, goes_on in LINK_RULES:
        if role in roles and goes_on(item, about):
            return after
    return after if about and "in" in roles and is_before_acronym(items, after) else None


def leaves_out_noun(items: Sequence[Item], index: int) -> bool:
    """Tell whether an article with "of" or "on" stands for the noun told before ("el de 1974", "celui sur")."""
    article, link = items[index : index + 1], items[index + 1 : index + 2]
    if not article or not link or "one" not in article[0].roles:
        return False
    return bool(link[0].roles & {"of", "about"}) and not link[0].states


def opens_title(items: Sequence[Item], index: int, after: int, *, about: bool) -> bool:
    """Tell whether what follows "and" describes the noun of another agreement behind it.

    ("the statement and the Lima Declaration", "a treaty with Brazil and a tax agreement with Chile")
    """
    if "and" not in items[index].roles:
        return False
    words = list(takewhile(lambda item: item.noun is None, items[after : after + WORDS]))
    noun = items[after + len(words)].noun if after + len(words) < len(items) else None
    if noun is None or not words or len(words) == WORDS:
        return False
    if len(words) == 1 and items[after].states:
        return True
    is_party_told = bool(items[index - 1].states) and items[after].modifier is not None
    has_article = any("a" in item.roles for item in items[index + 1 : after])
    is_told = all(item.modifier is not None or item.states or (item.is_plain and not item.is_mark) for item in words)
    return (
        is_told
        and noun["class"] == "head"
        and (has_article or is_party_told or (not about and items[after].modifier is not None))
    )


def is_before_acronym(items: Sequence[Item], index: int) -> bool:
    """Tell whether an acronym in brackets stands behind a word and ends a name ("forces in Europe (CFE)")."""
    behind = items[index + 1 : index + 4]
    return len(behind) == 3 and behind[0].text == "(" and behind[1].is_acronym and behind[2].text == ")"


def breaks_link(item: Item) -> bool:
    """Tell whether no title goes on with an item, whatever links it."""
    if item.is_mark and item.text not in '"“«„':
        return True
    return bool(item.modality or item.roles & {"which", "that", "says", "this", "but", "not_title"})


def goes_on_about(item: Item, about: bool) -> bool:  # noqa: FBT001 - one signature for all link rules
    """Tell whether "about" or "for" goes on: with anything but a day."""
    return not (item.date is not None and item.date.precision == "day")


def goes_on_with(item: Item, about: bool) -> bool:  # noqa: FBT001 - one signature for all link rules
    """Tell whether "between" or "with" goes on: with a party."""
    return bool(item.states)


def goes_on_and(item: Item, about: bool) -> bool:  # noqa: FBT001 - one signature for all link rules
    """Tell whether "and" goes on: with a modifier, a party or a word of the subject, not with another noun."""
    if item.noun is not None and (item.modifier is None or is_compound(item)):
        return False
    return item.modifier is not None or bool(item.states) or (about and item.is_plain)


def is_compound(item: Item) -> bool:
    """Tell whether a noun holds the words of its own title ("Transitabkommen"): it is an agreement by itself."""
    return item.noun is not None and item.noun["class"] == "head" and item.noun.form.open_left


def goes_on_in(item: Item, about: bool) -> bool:  # noqa: FBT001 - one signature for all link rules
    """Tell whether "in" or "to" goes on: with a modifier, or a plain word of the subject."""
    return item.modifier is not None or (about and item.is_plain and not item.is_capital)


def goes_on_of(item: Item, about: bool) -> bool:  # noqa: FBT001 - one signature for all link rules
    """Tell whether "of" goes on: with a modifier, a party, a year or a name."""
    if item.date is not None:
        return item.date.precision == "year"
    is_name = (item.is_plain and (item.is_capital or about)) or is_charter(item)
    return item.modifier is not None or bool(item.states) or item.is_year or is_name


def is_charter(item: Item) -> bool:
    """Tell whether a noun is what a treaty is named for, no agreement of its own ("Treaty of the Charter of X")."""
    return item.noun is not None and item.noun["class"] == "weak" and item.is_capital


def goes_on_the(item: Item, about: bool) -> bool:  # noqa: FBT001 - one signature for all link rules
    """Tell whether an article goes on: inside the subject, or before a modifier."""
    return about or item.modifier is not None


WORDS = 4  # of a title before its noun
LINK_RULES: tuple[tuple[str, Callable[[Item, bool], bool]], ...] = (
    ("about", goes_on_about),
    ("for", goes_on_about),
    ("between", goes_on_with),
    ("with", goes_on_with),
    ("and", goes_on_and),
    ("in", goes_on_in),
    ("to", goes_on_in),
    ("of", goes_on_of),
    ("the", goes_on_the),
)


def is_list_comma(items: Sequence[Item], index: int) -> bool:
    """Tell whether a comma goes on in a title's list ("of friendship, cooperation and consultation")."""
    if items[index].text not in ",،、，" or index + 1 >= len(items):
        return False
    if is_last_comma(items, index):
        return True
    following = index + 1
    while following + 1 < len(items) and items[following].roles & {"of", "the"}:
        following += 1  # "d'amitié, d'assistance et de coopération"
    before, after = items[index - 1], items[following]
    are_words = before.modifier is not None and after.modifier is not None and after.noun is None
    if not are_words and not (before.states and after.states):  # "between Mexico, Canada and Chile"
        return False
    ahead = items[following + 1 : following + 8]
    return any("and" in item.roles or item.text in ",、" for item in ahead)


def is_last_comma(items: Sequence[Item], index: int) -> bool:
    """Tell whether a comma stands before the "and" of a title's list ("of Friendship, Good Neighbours, and Aid")."""
    behind = items[index + 1 : index + 3]
    is_and = len(behind) == 2 and "and" in behind[0].roles and behind[1].modifier is not None and not behind[1].noun
    is_list = any(item.text in ",،" for item in items[max(0, index - 5) : index])
    return is_and and is_list and items[index - 1].modifier is not None


def is_name_comma(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether a comma goes on in a list of capitalised words ("on the Use, Stockpiling and Transfer of")."""
    if items[index].text != "," or settings.capitals != "names" or index + 1 >= len(items):
        return False
    are_names = all(
        item.is_capital and (item.is_plain or item.modifier) for item in (items[index - 1], items[index + 1])
    )
    ahead = items[index + 2 : index + 6]
    return are_names and any("and" in item.roles or item.text == "," for item in ahead[:1])


def is_pair_dash(items: Sequence[Item], index: int) -> bool:
    """Tell whether a dash with spaces joins two parties in a title ("the association agreement Ukraine — EU")."""
    behind = items[index + 1 : index + 3]
    if items[index].text not in "-–—" or not behind or not (items[index - 1].states and behind[0].states):
        return False
    is_verb = len(behind) > 1 and any(e["voice"] == "active" for e in behind[1].triggers)
    is_attribute = len(behind) > 1 and any(e["voice"] == "participle" for e in behind[1].triggers)
    return len(behind) < 2 or not ((is_verb and not is_attribute) or behind[1].modality or behind[1].states)


YEAR_REACH = 5


def year_before(items: Sequence[Item], first: int, settings: Settings, reach: int) -> int:
    """Return the year that opens an English title, however plain the words behind it ("the 2012 gas supply pact")."""
    if (settings.capitals, settings.title, settings.order) != ("names", "before", "svo"):
        return first
    for index in range(first - 1, max(reach, first - YEAR_REACH), -1):
        item = items[index]
        if item.date is not None and item.date.precision == "year" and item.date.iso is not None:
            return index if index - 1 > reach and items[index - 1].roles & {"the", "a"} else first
        if not (item.is_plain or item.modifier is not None) or item.is_capital or item.roles or item.triggers:
            return first
    return first
