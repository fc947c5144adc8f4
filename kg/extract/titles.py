"""Mentions of agreements: a head noun grown over the words of its title.

A title is grammar, not a list of treaties: head noun + of/on/about + anything nominal, modifiers and
capitalised words before the head, a quoted or bracketed name, a year, the parties.
"""

from collections.abc import Iterator, Sequence

from kg.extract.brackets import find_close
from kg.extract.grow import grow_left, grow_right
from kg.extract.items import Item
from kg.extract.people import join_words
from kg.extract.shortened import shortened_titles
from kg.extract.title import Title, make_title
from kg.extract.verbnouns import settle_verb
from kg.languages import Settings


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
    whole = [part for title in result for part in split_places(items, title)]
    return sorted([*whole, *shortened_titles(items, whole, settings)], key=lambda title: title.first)


def split_places(items: Sequence[Item], title: Title) -> list[Title]:
    """Return two titles for one noun with two places ("the Moscow and Pyongyang declarations"), else the title."""
    inside = [i for i in range(title.first, title.last + 1) if i != title.head and not items[i].roles & {"the", "of"}]
    rest = [i for i in inside if items[i].date is None and not items[i].is_year]
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
            is_wide = bool(heads) and items[heads[0]].text[0] > "\u2e80"  # its head noun ends a name in CJK
            is_name = ends_with_head if is_wide else is_nominal
            if heads and (items[index].text in "《〈" or is_name(items, inner, heads)):
                head = heads[-1] if is_wide or items[index].text in "《「『〈" else heads[0]
                first = index + 1
                while first < head and items[first].roles & {"the", "a", "including", "and"}:
                    first += 1
                yield make_title(items, first, end - 1, head, is_quoted=True)
                index = end
        index += 1


def ends_with_head(items: Sequence[Item], inner: range, heads: list[int]) -> bool:
    """Tell whether nothing but a year, an acronym or brackets follow the last head noun in quotation marks."""
    rest = [items[i] for i in range(heads[-1] + 1, inner[-1] + 1)] if heads else []
    return bool(heads) and all(item.is_mark or item.date is not None or item.is_acronym for item in rest)


def founds_agreement(item: Item) -> bool:
    """Tell whether an item is a noun that can head an agreement's name."""
    return item.noun is not None and item.noun["class"] != "back"


def is_nominal(items: Sequence[Item], inner: range, heads: list[int]) -> bool:
    """Tell whether quoted words are a name rather than speech: short, no verb of saying, no trigger."""
    span = [items[i] for i in inner]
    if len(span) > 25 or any("says" in item.roles or "not_title" in item.roles or item.modality for item in span):
        return False
    finite = ("active", "passive", "intransitive")
    if any(e["status"] == "denied" for item in span for e in item.triggers):
        return False  # "We will not sign this agreement"
    if any(e["voice"] in finite for item in span if not item.is_capital and item.noun is None for e in item.triggers):
        return False  # a headline in quotation marks
    return heads[0] == inner[0] or heads[-1] == inner[-1] or all(item.is_capital or item.is_known for item in span)


def bare_titles(items: Sequence[Item], settings: Settings) -> Iterator[Title]:
    """Yield the titles grown from each head noun that no title to the left has taken."""
    reach = -1
    for head, item in enumerate(items):
        settle_verb(items, head)
        if item.noun is None or head <= reach or item.date is not None or is_compounded(items, head, settings):
            continue
        first, last = head, head
        if item.noun["class"] != "back":
            if settings.title in ("before", "both"):
                first = grow_left(items, head, settings, reach)
            last = grow_right(items, head, settings)
            if settings.title == "after" and item.noun.form.cased:
                first = foreign_start(items, head, reach)
        reach = last
        title = make_title(items, first, last, head, is_quoted=False)
        title.is_proper = settings.capitals == "names" and item.is_capital and head > 0
        name_part(items, title)
        yield title


def name_part(items: Sequence[Item], title: Title) -> None:
    """Give a title the adjective that a supplement's form begins with (Protocole additionnel à)."""
    after = items[title.last + 1] if title.last + 1 < len(items) else None
    if after is None or not any(e["event"] == "supplement" and e["voice"] == "participle" for e in after.triggers):
        return
    word = after.text.split()[0]
    title.words.append(word.lower())
    title.name = f"{join_words(items, title.first, title.last)} {word}"


def foreign_start(items: Sequence[Item], head: int, reach: int) -> int:
    """Return where a foreign name ends its head noun begins ("Defence Cooperation Agreement" in Indonesian)."""
    first = head
    while (
        first - 1 > reach and items[first - 1].is_capital and (items[first - 1].is_plain or items[first - 1].modifier)
    ):
        first -= 1
    is_name = head - first > 1 or (head > first and first > 0 and not items[first - 1].office)
    return first if is_name else head


def is_compounded(items: Sequence[Item], head: int, settings: Settings) -> bool:
    """Tell whether a weak noun only belongs to the name of the head noun beside it ("Charter Treaty")."""
    noun = items[head].noun
    beside = items[head + 1].noun if head + 1 < len(items) else None
    if settings.title != "before" or noun is None or beside is None:
        return False
    return beside["class"] == "head" and noun["class"] == "weak"
