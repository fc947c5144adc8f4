"""Names of persons in scripts without capitals: beside an office, known already, or two joined by "and"."""

from collections.abc import Mapping, Sequence

from kg.extract.items import Item
from kg.languages import Pack

DOTS = frozenset(["·", "・", "‧", "•", "=", "＝", "-", "."])
MOST_WORDS = {"word": 3, "left": 3, "none": 1}
LONGEST = 12
NAME_PARTS = frozenset(["بن", "ابن", "بنت", "عبد", "أبو", "أبي", "ولد"])  # never the last word of an Arabic name
SHORTEST = 2
NATIVE = 3  # syllables of a Korean or Chinese name at most, mostly
NUMERALS = frozenset("两兩二三四五六七八九十百千几幾各")


def uncased_end(
    items: Sequence[Item], first: int, taken: frozenset[int], known: Mapping[str, object], pack: Pack
) -> int | None:
    """Return the last item of the name that begins at `first`, None if none does."""
    item, settings = items[first], pack.settings
    if item.is_plain and item.text in pack.surnames and is_office(items, first + 1):
        return first  # 윤 대통령, 岸首相
    if is_native_around(items, first, pack):
        return first + 2  # 钱其琛
    is_initial = len(item.text) < SHORTEST and first + 1 < len(items) and items[first + 1].text in "·・‧"
    if first in taken or not (may_be_name(item) or (item.is_plain and is_initial)):
        return None
    if item.text.lower() in known:
        return first
    last = run_end(items, first, taken, MOST_WORDS[settings.boundary])
    last += nisba_length(items, last) if last > first and settings.boundary == "word" else 0
    if settings.boundary == "word":  # Arabic: the name follows its office
        is_titled = follows_office(items, first)
        if not is_titled and first and items[first - 1].date is not None:
            return None  # a list of objects behind a verb's date
        is_titled = is_titled or precedes_office(items, last)
    else:
        is_titled = is_office(items, first - 1) or is_office(items, last + 1)
        is_titled = is_titled or (settings.order == "sov" and is_office_of_state(items, last + 1))
    is_name = is_titled or is_paired(items, first, last) or is_spelled_as_name(items, first, pack)
    return last if is_name else None


def is_native_around(items: Sequence[Item], first: int, pack: Pack) -> bool:
    """Tell whether a name of three letters stands behind an office, its middle one a word of the lexicon."""
    name = items[first : first + 3]
    if (
        pack.settings.boundary != "none"
        or not is_office(items, first - 1)
        or [len(item.text) for item in name] != [1] * 3
    ):
        return False
    return name[0].text in pack.surnames and name[0].is_plain and name[2].is_plain and name[2].start - name[0].end == 1


def is_spelled_as_name(items: Sequence[Item], first: int, pack: Pack) -> bool:
    """Tell whether a word looks like a name and stands where an actor does (普京19日签署, 이후락이 서명).

    A surname begins it, or it is spelled with the letters of foreign names; another verb's or clause's words are not.
    """
    text, boundary = items[first].text.translate(pack.fold), pack.settings.boundary
    after = items[first + 1] if first + 1 < len(items) else None
    if after is None or boundary == "word":
        return False
    if boundary == "left":
        return len(text) == NATIVE and text[0] in pack.surnames and bool(after.roles & {"topic", "and", "with"})
    before = items[first - 1] if first else None
    opens = before is None or before.is_mark or before.date is not None or bool(before.roles & {"by", "with"})
    leads_on = after.date is not None or bool(after.triggers) or bool(after.roles & {"in", "with"})
    is_foreign = all(char in pack.settings.name_letters for char in text)
    return opens and leads_on and (is_foreign or (len(text) <= NATIVE and text[0] in pack.surnames))


def nisba_length(items: Sequence[Item], last: int) -> int:
    """Return 2 where an Arabic name of two words ends in a word of origin (السوداني), written with its article."""
    article, origin = (items[i] if i < len(items) else None for i in (last + 1, last + 2))
    is_origin = article is not None and origin is not None and "the" in article.roles and bool(origin.states)
    return 2 if is_origin and article is not None and origin is not None and article.end == origin.start else 0


def may_be_name(item: Item) -> bool:
    """Tell whether an unknown word may be of a name: no digits, neither a single letter nor a whole clause."""
    if item.text[:1] in NUMERALS:
        return False
    if is_inflected(item.text):
        return False
    is_phrase = item.text.startswith(("بال", "لل", "كال")) or item.text == "على"  # "in the", "for the" in Arabic
    is_word = item.is_plain and SHORTEST <= len(item.text) <= LONGEST and not any(c.isdigit() for c in item.text)
    return is_word and not is_phrase


def is_inflected(text: str) -> bool:
    """Tell whether a Japanese word is Han with an ending in hiragana, as verbs and adjectives are (達し)."""
    return "\u4e00" <= text[:1] <= "\u9fff" and "\u3041" <= text[-1:] <= "\u3096"


def is_office(items: Sequence[Item], index: int) -> bool:
    """Tell whether an office stands at `index`."""
    return 0 <= index < len(items) and items[index].office is not None


def is_office_of_state(items: Sequence[Item], index: int) -> bool:
    """Tell whether a state and its office stand at `index` (사다트 이집트 대통령)."""
    while index < len(items) and (items[index].states or "old" in items[index].roles):
        index += 1
        if is_office(items, index):
            return True
    return False


def is_paired(items: Sequence[Item], first: int, last: int) -> bool:
    """Tell whether "and" or "with" joins the words to another such run: A and B signed."""
    for step, edge in ((1, last), (-1, first)):
        link, other = edge + step, edge + 2 * step
        if 0 <= other < len(items) and items[link].roles & {"and", "with"} and may_be_name(items[other]):
            return max(len(items[first].text), len(items[other].text)) > SHORTEST  # 시기와 장소 are no names
    return False


def precedes_office(items: Sequence[Item], last: int) -> bool:
    """Tell whether "with" and an office stand behind a name ("X with his counterpart Y")."""
    return last + 2 < len(items) and "with" in items[last + 1].roles and items[last + 2].office is not None


def run_end(items: Sequence[Item], first: int, taken: frozenset[int], most: int) -> int:
    """Return the end of a run of at most `most` unknown words, more where middle dots link them."""
    last, count = first, 1
    while last + 1 < len(items) and last + 1 not in taken:
        after = items[last + 1]
        if after.text in DOTS and last + 2 < len(items) and items[last + 2].is_plain:
            last += 2
        elif after.text == "آل" and last + 2 < len(items) and may_be_name(items[last + 2]):
            last += 2  # of the house of
        elif may_be_name(after) and (count < most or items[last].text in NAME_PARTS):
            last += 1
            count += items[last].text not in NAME_PARTS
        else:
            break
    return last


def follows_office(items: Sequence[Item], first: int) -> bool:
    """Tell whether an office stands before `first`, with at most two states or links between."""
    for back in range(1, 4):
        if first - back < 0:
            return False
        item = items[first - back]
        if item.office is not None:
            return True
        if not (item.states or item.modifier is not None or item.roles & {"of", "the"}):
            return False
    return False
