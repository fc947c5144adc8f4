"""Growing a title from its head noun: left over modifiers and capitals, right over "of", "on", "between"."""

from collections.abc import Sequence

from kg.extract.brackets import CLOSERS, OPENERS, find_close
from kg.extract.construct import is_arabic_tail
from kg.extract.items import Item
from kg.extract.izafet import is_about_phrase, is_izafet, is_outer_state, outer_end, takes_no_name
from kg.extract.links import is_charter, is_list_comma, is_name_comma, is_pair_dash, link_right, year_before
from kg.extract.titleparts import named_part
from kg.extract.titlewords import inner_start, is_matter, is_name_like, is_title_word
from kg.languages import Settings

JOINERS = frozenset("-–—‑·・/&'’.＝=")
ABOUT_WORDS = 14
BACK_WORDS = 9
LINKS = frozenset(["of", "about", "for", "between", "with", "the", "a", "and", "to", "in", "including"])


def grow_left(items: Sequence[Item], head: int, settings: Settings, reach: int) -> int:
    """Return the first item of the title whose words stand before `head`."""
    first = head
    index = head - 1
    while index > reach:
        if takes_no_name(items[head]) and is_name(items[index]):
            break
        if goes_left(items, index, first, head, settings):
            first = index
        elif (start := inner_start(items, index, settings)) is not None and start - 1 > reach:
            index = start
        elif is_glued(items, index):
            first = index = index - 1
        elif not (is_link(items, index, settings) and index - 1 > reach and is_title_word(items, index - 1, settings)):
            break
        index -= 1
    first = settle_edge(items, year_before(items, first, settings, reach), head, settings, reach)
    while first < head and ({"the", "a", "this", "new", "old", "and"} & items[first].roles or items[first].is_mark):
        first += 1
    return first


def settle_edge(items: Sequence[Item], first: int, head: int, settings: Settings, reach: int) -> int:
    """Return the first item of a title with the parties before it, or without the state that opens its sentence."""
    if settings.boundary != "word":
        return take_subject(items, take_parties(items, first, reach), reach, settings)
    first = outer_end(items, first, head, settings)
    return first + 1 if is_outer_state(items, first, head, settings) else first


def goes_left(items: Sequence[Item], index: int, first: int, head: int, settings: Settings) -> bool:
    """Tell whether the item before `first` belongs to the title of the noun `head`."""
    if is_about_phrase(items, index, first, settings) or is_izafet(items, index, head, settings):
        return True
    if is_matter(items, index, settings):
        return True
    return is_title_word(items, index, settings) and touches(items, index, settings)


def take_subject(items: Sequence[Item], first: int, reach: int, settings: Settings) -> int:
    """Return the first item of a Chinese title with its subject before it (关于边界的协定)."""
    if settings.order != "svo" or first - 2 <= reach or "of" not in items[first - 1].roles:
        return first
    for index in range(first - 2, max(reach, first - ABOUT_WORDS), -1):
        item = items[index]
        if "about" in item.roles and len(item.text) > 1:
            return index
        if (item.is_mark and item.text != "、") or item.modality or item.noun is not None:
            break
    return first


def take_parties(items: Sequence[Item], first: int, reach: int) -> int:
    """Return the first item of a title with the parties before it: two states, or one it is with (日本との)."""
    index = first - 1
    dated = items[index - 1].date if index - 1 > reach else None
    if dated is not None and dated.precision == "year" and "of" in items[index].roles:
        return index - 1  # 1950年的条约
    if index - 1 <= reach or not items[index].roles & {"of", "between"} or items[first].start - items[index].end > 1:
        return first
    is_with = "with" in items[index].roles
    while index > reach and items[index].roles & {"of", "between"}:
        index -= 1
    states = 0
    while index > reach and items[index].states:
        states, start = states + 1, index
        if index - 2 <= reach or not items[index - 1].roles & {"and", "with"} or not items[index - 2].states:
            break
        index -= 2
    return start if states > 1 or (states and is_with) else first


def is_glued(items: Sequence[Item], index: int) -> bool:
    """Tell whether a hyphen at `index` makes one word of those around it ("Zwei-plus-Vier-Vertrag")."""
    hyphen = items[index]
    if hyphen.text not in "-‑" or index == 0:
        return False
    return items[index - 1].end == hyphen.start and hyphen.end == items[index + 1].start


def is_name(item: Item) -> bool:
    """Tell whether an item is a state or an unknown capitalised word."""
    return bool(item.states) or (item.is_plain and item.is_capital)


def touches(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether an item stands directly beside the next one, where the script has no spaces."""
    return settings.boundary != "none" or items[index].end == items[index + 1].start


def is_link(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether an item may join two words of a title: a hyphen, or "and", "of", "the" between capitals."""
    item = items[index]
    if item.text in JOINERS:
        return True
    if not item.roles & {"and", "of", "for", "the", "on", "about"} or item.roles & {"but", "which"}:
        return False
    before, after = items[index - 1], items[index + 1]
    if settings.boundary != "word" and settings.order == "sov" and "about" in item.roles:
        return True  # 経済協力に関する合意
    if settings.boundary == "none" and "about" in item.roles:
        return False  # 就航空协定
    if settings.capitals == "none":
        are_states = bool(before.states and after.states) and settings.boundary != "word" and "and" in item.roles
        return are_states or (before.modifier is not None and after.modifier is not None)
    if settings.capitals == "all":  # all nouns have capitals: they tell no name
        return before.modifier is not None and after.modifier is not None and "and" in item.roles
    both_capital = before.is_capital and after.is_capital and not (before.states and "and" not in item.roles)
    return both_capital or (before.modifier is not None and after.modifier is not None and "and" in item.roles)


def grow_right(items: Sequence[Item], head: int, settings: Settings) -> int:
    """Return the last item of the title whose words stand after `head`."""
    last, index, about = head, head + 1, False
    most = head + 8 + (ABOUT_WORDS if settings.title != "before" else BACK_WORDS)
    while index < min(len(items), most):
        if is_list_comma(items, index) or (about and is_name_comma(items, index, settings)):
            index += 1
            continue
        named = named_part(items, index, head, settings)
        if named is not None:
            last, index = named, named + 1
            continue
        if ends_title(items[index], about=about) and not is_place_link(items, index):
            break
        step = step_right(items, index, head, settings, about=about)
        if step is None:
            break
        about = about or bool(items[index].roles & {"about", "for"})
        is_link = items[index].roles & LINKS and not is_other_word(items[index])
        if not (is_link or items[index].text in JOINERS):
            last = step - 1
        index = step
    return last


def is_place_link(items: Sequence[Item], index: int) -> bool:
    """Tell whether a word for "by" and "of" (German "von") links a town or year: "Vertrag von Nizza"."""
    if not items[index].roles >= {"by", "of"} or index + 1 >= len(items):
        return False
    place, behind = items[index + 1], items[index + 2 : index + 3]
    is_town = place.is_capital and (place.is_plain or any(e["type"] == "capital" for e in place.states))
    is_year = place.date is not None and place.date.precision == "year"
    is_person = any((item.is_plain and item.is_capital) or "and" in item.roles for item in behind)
    return is_year or (is_town and not is_person)


def is_party_noun(items: Sequence[Item], index: int) -> bool:
    """Tell whether a plain word only completes the first of two parties ("between the EFTA states and India")."""
    if not (items[index].is_plain and items[index - 1].states):
        return False
    behind = [item for item in items[index + 1 : index + 4] if "the" not in item.roles]
    return len(behind) >= 2 and "and" in behind[0].roles and bool(behind[1].states)


def step_right(items: Sequence[Item], index: int, head: int, settings: Settings, *, about: bool) -> int | None:
    """Return the item behind the next part of a title (a word, a link, a bracket), None if the title ends."""
    item = items[index]
    if is_inside_name(items, index):
        return index + 1
    if item.text in OPENERS:
        close = find_close(items, index, CLOSERS[OPENERS.index(item.text)])
        is_passed = close is not None and (is_alias(items, index, close) or is_short_state(items, index, close))
        return close + 1 if close is not None and is_passed else None
    if settings.boundary != "word" and (item.roles & LINKS or item.text in JOINERS):
        return None  # the words of a CJK title stand before its head: 条約の改定 is no title
    if item.roles & LINKS and not is_other_word(item):
        return link_right(items, index, about=about)
    if (about and (item.is_plain or item.noun is not None)) or is_tail_word(items, index, head, settings):
        return index + 1
    if is_party_noun(items, index):
        return index + 1
    if is_pair_dash(items, index):
        return index + 1
    is_joint = item.text in JOINERS and index + 1 < len(items) and items[index + 1].start == item.end
    return index + 1 if is_joint else None


def is_inside_name(items: Sequence[Item], index: int) -> bool:
    """Tell whether a small word stands between the hyphens of a town's name ("traité d'Aix-la-Chapelle")."""
    inner = items[index - 1 : index + 3]
    if len(inner) < 4 or inner[0].text != "-" or inner[2].text != "-" or not inner[3].is_capital:
        return False
    return inner[0].end == inner[1].start and inner[1].end == inner[2].start and inner[2].end == inner[3].start


def is_other_word(item: Item) -> bool:
    """Tell whether an item is "other" behind its noun: part of the name of what is not told of yet."""
    return item.modifier is not None and item.roles >= {"a", "new"}


def is_short_state(items: Sequence[Item], start: int, close: int) -> bool:
    """Tell whether brackets only shorten the name of the party before them ("the Eurasian Union (EAEU)")."""
    return close == start + 2 and bool(items[start + 1].states) and bool(items[start - 1].states)


def ends_title(item: Item, *, about: bool) -> bool:
    """Tell whether an item can be no part of a title."""
    if item.roles & {"says", "not_title", "which", "that", "but", "according", "this"} or item.modality:
        return True
    if "by" in item.roles and not item.states:
        return True
    if item.triggers and item.modifier is None and not (about and item.noun is None and is_only_noun(item)):
        return True
    return (item.office is not None and item.modifier is None and not about) or item.text in ",;:.!?،؛、，；。"


def is_only_noun(item: Item) -> bool:
    """Tell whether all readings of a trigger are verbal nouns, which a subject may hold ("on the termination of")."""
    return all(entry["voice"] == "noun" for entry in item.triggers)


def is_tail_word(items: Sequence[Item], index: int, head: int, settings: Settings) -> bool:
    """Tell whether an item may be a word of a title after its head."""
    item, before = items[index], items[index - 1]
    if item.date is not None:
        return is_year_of(item, before, settings, is_next=index == head + 1)
    if item.is_acronym and index == head + 1 and item.start == before.end and item.is_plain:
        return True  # 貿易協定USMCA
    linked = index > head + 1 and bool(before.roles & {"of", "about", "for", "between", "with", "and", "the"})
    if settings.title == "before" and not linked and index == head + 1:
        return False
    if item.modifier is not None or item.is_year:
        return True
    if item.states:
        return is_party(item, before, settings, linked=linked)
    if item.noun is not None:
        return linked and is_charter(item)
    if settings.script == "arabic":
        return is_arabic_tail(items, index, head)
    return settings.capitals != "none" and (item.is_plain or is_name_like(item, settings)) and item.is_capital


def is_party(item: Item, before: Item, settings: Settings, *, linked: bool) -> bool:
    """Tell whether a state goes on with a title: no agent by its case, nor who signs behind the year of another."""
    is_agent = "by" in item.roles and not before.roles & {"with", "between", "and"}
    if settings.title == "before" or is_agent:
        return linked and not is_agent
    return linked or before.date is None


def is_year_of(item: Item, before: Item, settings: Settings, *, is_next: bool) -> bool:
    """Tell whether a date behind a title is its year: "treaty of 1990", not "the treaty next year"."""
    if item.date is None or item.date.precision != "year" or not any(char.isdigit() for char in item.text):
        return False
    if item.date.adverbial or ("new" in before.roles and not is_next):
        return False  # "phê chuẩn hiệp ước mới năm 2002": the year of the act
    if settings.script == "arabic":
        return is_next or item.text.startswith("ل") or "for" in before.roles  # another year tells when it was done
    needs_of = settings.title == "before" or settings.capitals == "all"  # "trat dem Vertrag 1990 bei"
    return not needs_of or "of" in before.roles


def is_alias(items: Sequence[Item], start: int, close: int) -> bool:
    """Tell whether what stands in brackets is another name: capitals, an acronym, a head noun; no date."""
    inner = [item for item in items[start + 1 : close] if not item.is_mark and "the" not in item.roles]
    if not inner or len(inner) > 14 or any(item.date or item.triggers for item in inner):
        return False
    if len(inner) == 1 and (inner[0].is_acronym or (inner[0].text.isupper() and len(inner[0].text) > 1)):
        return not inner[0].states
    return any(item.noun or (item.is_acronym and not item.states) for item in inner)
