"""A sentence as items: words, marks, and hits of the lexicon with what they stand for."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kg.extract.affixes import Affixes, Part
from kg.extract.dates import DateMention
from kg.extract.lexicon import Hit
from kg.languages import Entry, Table

# An acronym may have a hyphen behind its first letter (T-MEC) or a Roman number behind it (SALT II).
ACRONYM = r"[A-ZÀ-ÞА-Я]-[A-ZÀ-ÞА-Я]{2,}\b|[A-ZÀ-ÞА-Я]{3,}[ -][IVX]{1,4}\b"
WORD = re.compile(
    ACRONYM + r"|[\u30a1-\u30fa\u30fc-\u30ff]+|(?:(?![\u30a1-\u30fa\u30fc-\u30ff])[^\W_])+(?:['’][^\W_]+)*|[^\w\s]|_"
)

GIVEN = 2  # syllables of a Korean name before its last
NAME_ENDS = frozenset("인은나자만도고로라")
FOREIGN_ENDS = frozenset("나라자")  # of longer names: 나카무라


class Readings(NamedTuple):
    """What a form of the lexicon may stand for, in all its tables."""

    roles: frozenset[str] = frozenset()
    noun: Entry | None = None
    triggers: tuple[Entry, ...] = ()
    modality: tuple[Entry, ...] = ()
    office: Entry | None = None
    states: tuple[Entry, ...] = ()
    lookalikes: tuple[Entry, ...] = ()
    modifier: Entry | None = None


@dataclass(slots=True)
class Item:
    """One word, mark or hit; `start` and `end` are code points of the text, `end` exclusive.

    The lexicon knows nothing of a word that `is_plain`, and something of one that `is_known`.
    """

    start: int
    end: int
    text: str
    roles: frozenset[str] = frozenset()
    noun: Entry | None = None
    triggers: tuple[Entry, ...] = ()
    modality: tuple[Entry, ...] = ()
    office: Entry | None = None
    states: tuple[Entry, ...] = ()
    lookalikes: tuple[Entry, ...] = ()
    modifier: Entry | None = None
    date: DateMention | None = None
    is_mark: bool = False
    is_capital: bool = False
    is_known: bool = False
    is_plain: bool = False

    @property
    def is_year(self) -> bool:
        """Tell whether the item is a bare four-digit year."""
        return len(self.text) == 4 and self.text.isdigit() and "1500" <= self.text <= "2099"

    @property
    def is_acronym(self) -> bool:
        """Tell whether the item is written in capitals, three letters or more ("DCA", "ДОВСЕ", "AUKUS")."""
        letters = self.text.replace("-", "").replace(" ", "")
        return len(letters) >= 3 and letters[:2].isalpha() and letters.isupper() and letters.isalnum()


def make_items(
    text: str, start: int, end: int, known: tuple[Sequence[Hit], Sequence[DateMention]], affixes: Affixes
) -> list[Item]:
    """Return the items of the sentence `start`..`end` in order; dates cover the hits and words inside them."""
    items: list[Item] = []
    at, is_split = start, False
    for low, high, what in merge_spans(*known):
        if low < at or high > end:
            continue
        if low - at > 1 or text[at:low].strip():
            add_plain(items, text, at, low, affixes)
        item = known_item(text, low, high, what)
        if item.states:
            is_split = is_split or is_han_pair(item.text)
            if items and is_body_of(items[-1], item):
                item.states = items[-1].states
            elif (body := body_before(items, item)) is not None:
                body.states = item.states
        items.append(item)
        at = high
    add_plain(items, text, at, end, affixes)
    items = list(join_names(items)) if is_split else items
    return list(join_syllables(items, affixes.surnames)) if affixes.after and affixes.surnames else items


def join_names(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items, a state's name inside a run of unknown Han letters made one word with them (海尔马里亚姆)."""
    index = 0
    while index < len(items):
        item = items[index]
        inner = items[index + 1 : index + 3]
        if len(inner) == 2 and is_inside_name(item, *inner):
            parts = [item, inner[0], *([] if inner[1].is_mark else inner[1:])]
            yield Item(item.start, parts[-1].end, "".join(part.text for part in parts), is_plain=True)
            index += len(parts)
            continue
        yield item
        index += 1


def join_syllables(items: Sequence[Item], surnames: frozenset[str]) -> Iterator[Item]:
    """Yield the items, a Korean name before an office in one piece though it ends as a particle does."""
    index = 0
    while index < len(items):
        item = items[index]
        inner = items[index + 1 : index + 4]
        if len(inner) > 1 and is_whole_name(item, inner, surnames):
            yield Item(item.start, inner[0].end, item.text + inner[0].text, is_plain=True)
            index += 2
            continue
        yield item
        index += 1


def is_whole_name(item: Item, behind: Sequence[Item], surnames: frozenset[str]) -> bool:
    """Tell whether an unknown word of two syllables, a surname first, and the particle written onto it are a name.

    An office follows, with at most its state between: no subject stands so.
    """
    tail, *after = behind
    is_native = len(item.text) == GIVEN and item.text[0] in surnames
    is_name = item.is_plain and tail.start == item.end and (is_native or tail.text in FOREIGN_ENDS)
    is_apart = tail.text in NAME_ENDS and after[0].start > tail.end
    has_office = after[0].office is not None or (
        bool(after[0].states) and len(after) > 1 and after[1].office is not None
    )
    return is_name and is_apart and has_office


def is_inside_name(before: Item, item: Item, after: Item) -> bool:
    """Tell whether a state's name of two Han letters stands between unknown ones without a gap."""
    if not item.states or not is_han_pair(item.text):
        return False
    goes_on = after.is_plain or after.text in "·‧・"
    return before.is_plain and goes_on and before.end == item.start and item.end == after.start


def is_body_of(before: Item, item: Item) -> bool:
    """Tell whether a state's name says whose parliament or ministry follows it ("the Egyptian House")."""
    if not before.states or not item.states or item.start - before.end > 1:
        return False
    return item.states[0]["type"] == "institution" and before.states[0]["type"] in ("name", "demonym")


def body_before(items: Sequence[Item], item: Item) -> Item | None:
    """Return the parliament whose state an Arabic adjective behind it tells (الكونغرس الكولومبي), else None."""
    if not "\u0600" <= item.text[0] <= "\u06ff":
        return None
    near = [other for other in items[-2:] if other.text != "ال"][-1:]
    if not near or not near[0].states or not item.states:
        return None
    is_next = item.start - near[0].end <= len(" ال")
    is_body = near[0].states[0]["type"] in ("institution", "metonym")
    return near[0] if is_next and is_body and item.states[0]["type"] in ("demonym", "name") else None


def is_han_pair(text: str) -> bool:
    """Tell whether a text is two Han letters."""
    return len(text) == 2 and all("\u4e00" <= char <= "\u9fff" for char in text)


def merge_spans(hits: Sequence[Hit], dates: Sequence[DateMention]) -> list[tuple[int, int, Hit | DateMention]]:
    """Return hits and dates in order of their start; a date hides the hits that it covers."""
    spans: list[tuple[int, int, Hit | DateMention]] = [(hit.start, hit.end, hit) for hit in hits]
    if not dates:
        return spans
    ends = [date.end for date in dates]
    free = (span for span in spans if not is_covered(span[0], span[1], dates, ends))
    return sorted([*((date.start, date.end, date) for date in dates), *free], key=lambda span: span[:2])


def is_covered(start: int, end: int, dates: Sequence[DateMention], ends: Sequence[int]) -> bool:
    """Tell whether one of the dates, which end at `ends`, overlaps with `start`..`end`."""
    index = bisect_left(ends, start + 1)
    return index < len(dates) and dates[index].start < end


def add_plain(items: list[Item], text: str, start: int, end: int, affixes: Affixes) -> None:
    """Add the words and marks between two hits, particles parted from their words."""
    for match in WORD.finditer(text, start, end):
        low, high = match.span()
        word = match.group()
        if not word[0].isalnum():
            items.append(Item(low, high, word, is_mark=True))
        elif not affixes.has_any:
            items.append(Item(low, high, word, is_capital=word[0].isupper(), is_plain=True))
        else:
            glued = low == start and start > 0 and text[start - 1].isalnum()
            leads = high == end and end < len(text) and text[end].isalnum()
            items.extend(make_item(text, part) for part in affixes.split(word, low, glued=glued, leads=leads))


def make_item(text: str, part: Part) -> Item:
    """Return the item of a word's stem or particle."""
    start, end, roles = part
    word = text[start:end]
    if roles is None:
        return Item(start, end, word, is_capital=word[0].isupper(), is_plain=True)
    return Item(start, end, word, roles, is_capital=word[0].isupper(), is_known=True)


def known_item(text: str, start: int, end: int, what: Hit | DateMention) -> Item:
    """Return the item of a hit or a date."""
    word = text[start:end]
    if isinstance(what, Hit):
        readings = readings_of(what.entries)
        return Item(start, end, word, *readings, None, False, word[0].isupper(), True)  # noqa: FBT003 - quicker so
    return Item(start, end, word, date=what, is_capital=word[0].isupper(), is_known=True)


@lru_cache(maxsize=50_000)
def readings_of(entries: tuple[Entry, ...]) -> Readings:
    """Return what `entries` stand for together; the same words come again and again."""
    of = {table: tuple(e for e in entries if e.table is table) for table in {e.table for e in entries}}
    is_thing = any(entry["class"] == "name" for entry in of.get(Table.LOOKALIKES, ()))  # "Mietvertrag" is a lease
    return Readings(
        roles=frozenset(entry["role"] for entry in of.get(Table.MARKERS, ())),
        noun=None if is_thing else next(iter(of.get(Table.NOUNS, ())), None),
        triggers=of.get(Table.TRIGGERS, ()),
        modality=of.get(Table.MODALITY, ()),
        office=next(iter(of.get(Table.OFFICES, ())), None),
        states=of.get(Table.STATES, ()),
        lookalikes=of.get(Table.LOOKALIKES, ()),
        modifier=None if is_thing else next(iter(of.get(Table.MODIFIERS, ())), None),
    )
