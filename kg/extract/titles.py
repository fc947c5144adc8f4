"""Mentions of agreements: a head noun grown over the words of its title.

A title is grammar, not a list of treaties: head noun + of/on/about + anything nominal, modifiers and
capitalised words before the head, a quoted or bracketed name, a year, the parties.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.items import Item
from kg.languages import Entry, Settings
from kg.model import Kind

OPENERS = "([（［"
CLOSERS = ")]）］"
JOINERS = frozenset("-–—‑·・/&'’.＝=")
ABOUT_WORDS = 14
BACK_WORDS = 9


@dataclass(slots=True)
class Title:
    """A mention of an agreement: the items `first`..`last` (inclusive), `head` being the noun's."""

    first: int
    last: int
    head: int
    noun: Entry | None
    is_quoted: bool = False
    is_back: bool = False
    year: int | None = None
    is_year_own: bool = False
    states: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)
    aliases: list[tuple[int, int]] = field(default_factory=list)
    sentence: int = 0
    cluster: int = -1
    name: str | None = None
    cluster_named: bool = False
    start: int = 0
    end: int = 0

    @property
    def kind(self) -> Kind:
        """The kind that the head noun names."""
        return Kind(self.noun["kind"]) if self.noun is not None else Kind.OTHER

    @property
    def rank(self) -> str:
        """The class of the head noun: head, weak or back; a bare acronym is a head."""
        return self.noun["class"] if self.noun is not None else "head"

    @property
    def is_named(self) -> bool:
        """Tell whether the mention has words of its own beside the noun."""
        return bool(self.words or self.subjects)


def find_titles(items: Sequence[Item], settings: Settings, quotes: dict[str, str]) -> list[Title]:
    """Return the titles in a sentence from left to right, none inside another."""
    grown = [*quoted_titles(items, quotes), *bare_titles(items, settings)]
    grown.sort(key=lambda title: (title.first, -title.last))
    result: list[Title] = []
    for title in grown:
        if result and title.first <= result[-1].last:
            if not title.is_quoted or result[-1].is_quoted:
                continue
            result.pop()
        result.append(title)
    for title in result:
        title.start, title.end = items[title.first].start, items[title.last].end
    return [part for title in result for part in split_places(items, title)]


def split_places(items: Sequence[Item], title: Title) -> list[Title]:
    """Return two titles for one noun with two places ("the Moscow and Pyongyang declarations"), else the title."""
    rest = [i for i in range(title.first, title.last + 1) if i != title.head and not items[i].roles & {"the", "of"}]
    if len(rest) != 3 or "and" not in items[rest[1]].roles or title.aliases or title.is_quoted:
        return [title]
    places = (rest[0], rest[2])
    if not all(is_place_name(items[i]) for i in places):
        return [title]
    head = items[title.head].text
    parts = []
    for index in places:
        words = [head, items[index].text] if index > title.head else [items[index].text, head]
        part = make_title(items, index, index, title.head, is_quoted=False)
        part.first = title.first if index == places[0] else index
        part.last = title.last if index == places[1] else index
        part.name, part.start, part.end = " ".join(words), title.start, title.end
        parts.append(part)
    return parts


def is_place_name(item: Item) -> bool:
    """Tell whether an item is a capital city or an unknown capitalised word."""
    is_city = any(entry["type"] in ("capital", "metonym") for entry in item.states)
    return is_city or (item.is_plain and item.is_capital)


def quoted_titles(items: Sequence[Item], quotes: dict[str, str]) -> Iterator[Title]:
    """Yield what stands between quotation marks if a head noun heads it: 《...条约》, "Treaty of ..."."""
    index = 0
    while index < len(items):
        close = quotes.get(items[index].text)
        end = find_close(items, index, close) if close else None
        if end is not None and end - index > 1:
            inner = range(index + 1, end)
            heads = [i for i in inner if founds_agreement(items[i])]
            if heads and (items[index].text in "《「『〈" or is_nominal(items, inner, heads)):
                head = heads[-1] if items[index].text in "《「『〈" else heads[0]
                yield make_title(items, index + 1, end - 1, head, is_quoted=True)
                index = end
        index += 1


def founds_agreement(item: Item) -> bool:
    """Tell whether an item is a noun that can head an agreement's name."""
    return item.noun is not None and item.noun["class"] != "back"


def is_nominal(items: Sequence[Item], inner: range, heads: list[int]) -> bool:
    """Tell whether quoted words are a name rather than speech: short, no verb of saying, no trigger."""
    span = [items[i] for i in inner]
    if len(span) > 25 or any("says" in item.roles or "not_title" in item.roles or item.modality for item in span):
        return False
    return heads[0] == inner[0] or heads[-1] == inner[-1] or all(item.is_capital or item.is_known for item in span)


def find_close(items: Sequence[Item], index: int, close: str) -> int | None:
    """Return the index of the mark that closes the quotation opened at `index`."""
    depth = 0
    opener = items[index].text
    for end in range(index + 1, min(len(items), index + 60)):
        if items[end].text == close:
            if depth == 0:
                return end
            depth -= 1
        elif items[end].text == opener:
            depth += 1
    return None


def bare_titles(items: Sequence[Item], settings: Settings) -> Iterator[Title]:
    """Yield the titles grown from each head noun that no title to the left has taken."""
    reach = -1
    for head, item in enumerate(items):
        if item.noun is None or head <= reach or item.date is not None:
            continue
        first, last = head, head
        if item.noun["class"] != "back":
            if settings.title in ("before", "both"):
                first = grow_left(items, head, settings, reach)
            last = grow_right(items, head, settings)
        reach = last
        yield make_title(items, first, last, head, is_quoted=False)


def grow_left(items: Sequence[Item], head: int, settings: Settings, reach: int) -> int:
    """Return the first item of the title whose words stand before `head`."""
    first = head
    index = head - 1
    while index > reach:
        item = items[index]
        if is_title_word(items, index, settings) and touches(items, index, settings):
            first = index
        elif not (is_link(items, index, settings) and index - 1 > reach and is_title_word(items, index - 1, settings)):
            break
        index -= 1
    while first < head and ({"the", "a", "this", "new", "old", "and"} & items[first].roles or items[first].is_mark):
        first += 1
    return first


def touches(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether an item stands directly beside the next one, where the script has no spaces."""
    return settings.boundary != "none" or items[index].end == items[index + 1].start


def is_title_word(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether an item may be a word of a title before its head."""
    item = items[index]
    if (item.triggers and not item.is_capital) or item.office is not None or "says" in item.roles or item.modality:
        return False
    if item.modifier is not None or item.states or item.noun is not None or item.is_year:
        return True
    if item.date is not None:
        return item.date.precision == "year"
    if item.roles or item.lookalike is not None:
        return "new" in item.roles
    if settings.capitals in ("names", "all") and item.is_plain:
        return item.is_capital and (index > 0 or items[index + 1].is_capital)
    return item.is_plain and settings.capitals == "none" and is_noun_like(item, settings)


def is_noun_like(item: Item, settings: Settings) -> bool:
    """Tell whether an unknown word may belong to a title in a script without capitals."""
    if settings.boundary == "left":
        return len(item.text) >= 2 and item.text[-1] not in "은는이가을를의에와과도로서고며해한된할"
    if settings.boundary == "none":
        return len(item.text) <= 8 and all(c > "\u30a0" or c.isdigit() or c.isascii() for c in item.text)
    return False


def is_link(items: Sequence[Item], index: int, settings: Settings) -> bool:
    """Tell whether an item may join two words of a title: a hyphen, or "and", "of", "the" between capitals."""
    item = items[index]
    if item.text in JOINERS:
        return True
    if not item.roles & {"and", "of", "for", "the", "on", "about"} or item.roles & {"but", "which"}:
        return False
    before, after = items[index - 1], items[index + 1]
    if settings.capitals == "none":
        return before.modifier is not None and after.modifier is not None
    both_capital = before.is_capital and after.is_capital and not (before.states and "and" not in item.roles)
    return both_capital or (before.modifier is not None and after.modifier is not None and "and" in item.roles)


def grow_right(items: Sequence[Item], head: int, settings: Settings) -> int:
    """Return the last item of the title whose words stand after `head`."""
    last, index, about = head, head + 1, False
    budget = ABOUT_WORDS if settings.title != "before" else BACK_WORDS
    while index < len(items) and index - head <= budget + 8:
        item = items[index]
        if ends_title(item, about=about):
            break
        if item.text in OPENERS:
            close = find_close(items, index, CLOSERS[OPENERS.index(item.text)])
            if close is None or not is_alias(items, index, close):
                break
            index = close + 1
            last = close
            continue
        if item.roles & {"of", "about", "for", "between", "with", "the", "and", "to", "in", "including"}:
            step = link_right(items, index, settings, about=about)
            if step is None:
                break
            about = about or bool(item.roles & {"about", "for"})
            index = step
            continue
        if not ((about and (item.is_plain or item.noun is not None)) or is_tail_word(items, index, head, settings)):
            if item.text not in JOINERS or index + 1 >= len(items) or items[index + 1].start != item.end:
                break
            index += 1
            continue
        last = index
        index += 1
    return last


def ends_title(item: Item, *, about: bool) -> bool:
    """Tell whether an item can be no part of a title."""
    if item.roles & {"says", "not_title", "which", "that", "but", "by", "according", "this"} or item.modality:
        return True
    if item.triggers and item.modifier is None and not (about and item.noun is None and is_only_noun(item)):
        return True
    return (item.office is not None and not about) or item.text in ",;:.!?،؛、，；。"


def is_only_noun(item: Item) -> bool:
    """Tell whether all readings of a trigger are verbal nouns, which a subject may hold ("on the termination of")."""
    return all(entry["voice"] == "noun" for entry in item.triggers)


def link_right(items: Sequence[Item], index: int, settings: Settings, *, about: bool) -> int | None:
    """Return the item after a link word if the title goes on there, None if the link ends it."""
    roles = items[index].roles
    after = index + 1
    while after < len(items) and "the" in items[after].roles:
        after += 1
    if after >= len(items):
        return None
    item = items[after]
    if (
        (item.is_mark and item.text not in '"“«„')
        or item.modality
        or item.roles & {"which", "that", "says", "this", "but"}
    ):
        return None
    if roles & {"about", "for"} and settings.title != "none":
        return after if not (item.date and item.date.precision == "day") else None
    if roles & {"between", "with"}:
        return after if item.states else None
    if "and" in roles:
        if item.noun is not None and item.modifier is None:
            return None
        return after if item.modifier is not None or (about and item.is_plain) or item.states else None
    if "in" in roles and item.modifier is not None:
        return after
    if "in" in roles or "to" in roles:
        return after if about and (item.modifier is not None or (item.is_plain and not item.is_capital)) else None
    if "of" in roles:
        good = item.modifier is not None or item.states or item.is_year or (item.is_plain and item.is_capital)
        good = good or (item.date is not None and item.date.precision == "year") or (about and item.is_plain)
        return after if good else None
    return after if "the" in roles and (about or item.modifier is not None) else None


def is_tail_word(items: Sequence[Item], index: int, head: int, settings: Settings) -> bool:
    """Tell whether an item may be a word of a title after its head."""
    item, before = items[index], items[index - 1]
    if item.date is not None:
        return item.date.precision == "year" and (settings.title != "before" or "of" in before.roles)
    linked = index > head + 1 and bool(before.roles & {"of", "about", "for", "between", "with", "and", "the"})
    if settings.title == "before" and not linked and index == head + 1:
        return False
    if item.modifier is not None or item.is_year:
        return True
    if item.states:
        return settings.title != "before" or linked
    if item.noun is not None:
        return False
    if settings.capitals == "none":
        return False
    return item.is_plain and item.is_capital


def is_alias(items: Sequence[Item], start: int, close: int) -> bool:
    """Tell whether what stands in brackets is another name: capitals, an acronym, a head noun; no date."""
    inner = [item for item in items[start + 1 : close] if not item.is_mark]
    if not inner or len(inner) > 14 or any(item.date or item.triggers for item in inner):
        return False
    if len(inner) == 1 and (inner[0].is_acronym or (inner[0].text.isupper() and len(inner[0].text) > 1)):
        return not inner[0].states
    return any(item.noun for item in inner) or all(item.is_acronym for item in inner)


def make_title(items: Sequence[Item], first: int, last: int, head: int, *, is_quoted: bool) -> Title:
    """Return the title of the items `first`..`last`, with its words, subjects, states, year and aliases."""
    title = Title(first, last, head, items[head].noun, is_quoted=is_quoted)
    index = first
    while index <= last:
        item = items[index]
        if item.text in OPENERS and not is_quoted:
            close = find_close(items, index, CLOSERS[OPENERS.index(item.text)])
            if close is not None and close <= last:
                title.aliases.append((index + 1, close - 1))
                index = close + 1
                continue
        if index != head:
            add_word(title, item)
        index += 1
    title.is_back = title.rank == "back"
    title.is_year_own = title.year is not None
    return title


def add_word(title: Title, item: Item) -> None:
    """Note what one item of a title tells of the agreement."""
    if item.states:
        if any(entry["type"] in ("capital", "metonym") for entry in item.states):
            title.words.append(item.text.lower())  # a place of signing, no party
        else:
            title.states.extend(code for code in item.states[0]["code"].split())
    elif item.roles & {"new", "old", "this", "the", "a"}:
        return
    elif item.modifier is not None:
        title.subjects.extend(item.modifier["subject"].split())
        if not item.modifier["subject"]:
            title.words.append(item.text.lower())
    elif item.is_year:
        title.year = int(item.text)
    elif item.date is not None:
        if item.date.iso:
            title.year = int(item.date.iso[:4])
    elif item.is_plain and len(item.text) > 1:
        title.words.append(item.text.lower())
