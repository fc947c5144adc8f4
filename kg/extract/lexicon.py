"""The lexicon of a language as one Aho-Corasick automaton: which entries stand where in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from kg.extract.compounds import find_parts, split_compound
from kg.extract.fold import Folding, compose
from kg.extract.gate import Mark, gate_entries, make_mark
from kg.languages import Entry, Pack, Table, load_pack

GAP_WORDS = 15


@dataclass(frozen=True, slots=True)
class Hit:
    """A stretch of text and the entries it stands for (one or more tables)."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Finder:
    """An automaton over forms, with a quick refusal of what stands inside a word: nearly all that it meets."""

    def __init__(self, by_form: Mapping[str, Sequence[Entry]], pack: Pack) -> None:
        self.automaton = AhoCorasick(list(by_form))
        self.entries = tuple(by_form.values())
        is_spaced = pack.settings.boundary == "word"
        bound_left = is_spaced and not pack.settings.proclitics
        self.bound_left = [bound_left and not any(e.form.open_left for e in es) for es in self.entries]
        self.bound_right = [is_spaced and not any(e.form.open_right for e in es) for es in self.entries]

    def find(self, folded: str) -> Iterator[tuple[Sequence[Entry], int, int, bool]]:
        """Yield the entries of each match that may be whole words, its start and end, and whether it surely is."""
        size = len(folded)
        for index, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            if self.bound_left[index] and start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if self.bound_right[index] and end < size and folded[end].isalnum() and folded[end - 1].isalnum():
                continue
            yield self.entries[index], start, end, self.bound_left[index] and self.bound_right[index]


class Lexicon:
    """Finds the longest forms of a pack in a text."""

    def __init__(self, pack: Pack) -> None:
        self.fold = Folding(pack.fold)
        by_form: dict[str, list[Entry]] = {}
        for entry in pack.entries:
            by_form.setdefault(self.fold(compose(entry.form.text).text), []).append(entry)
        self.pack = pack
        self.boundary = pack.settings.boundary
        self.all = Finder(by_form, pack)
        self.gate = Finder({form: found for form, es in by_form.items() if (found := gate_entries(es))}, pack)
        self.parts = find_parts(by_form)
        self.firsts = {e.form.first: self.fold(e.form.first) for e in pack.entries if e.form.first is not None}
        self.proclitics = frozenset(self.fold(p) for p in pack.settings.proclitics)

    def find_marks(self, text: str, folded: str) -> list[Mark]:
        """Return where agreements' nouns, triggers and words of treaty law stand, in the order of the text.

        This is what makes reading fast: the other forms, many of them short, are looked for only around these.
        """
        marks: list[Mark] = []
        for entries, start, end, _ in self.gate.find(folded):
            for entry in entries:
                mark = make_mark(start, entry)
                if mark not in marks[-4:] and self.fit(text, folded, start, end, entry):
                    marks.append(mark)
        return marks

    def find(self, text: str, folded: str, reach: tuple[int, int], taken: frozenset[int] = frozenset()) -> list[Hit]:
        """Return the hits of a reach of `text` (folded: `folded`), leftmost and longest, none overlapping.

        None of them begins at a place of `taken`.
        """
        low, high = reach
        spans: dict[tuple[int, int], list[Entry]] = {}
        for entries, start, end, is_whole in self.all.find(folded[low:high]):
            for entry in entries:
                is_plain = is_whole and not entry.form.cased and entry.form.first is None
                span = (start + low, end + low) if is_plain else self.fit(text, folded, start + low, end + low, entry)
                if span is not None and span[0] not in taken:
                    spans.setdefault(span, []).append(entry)
        hits = select_longest(spans)
        return (
            list(hits) if self.boundary != "left" else [part for hit in hits for part in self.take_apart(folded, hit)]
        )

    def take_apart(self, folded: str, hit: Hit) -> Iterator[Hit]:
        """Yield the parts of a Korean compound noun whose first part the pack knows, else the hit as it is."""
        open_left = [entry for entry in hit.entries if entry.table is Table.NOUNS and entry.form.open_left]
        head = hit.end - max((len(entry.form.text) for entry in open_left), default=hit.end - hit.start)
        parts = [Hit(*piece) for piece in split_compound(folded, hit.start, head, self.parts)]
        yield from parts
        yield Hit(head if parts else hit.start, hit.end, hit.entries)

    def fit(self, text: str, folded: str, start: int, end: int, entry: Entry) -> tuple[int, int] | None:
        """Return the whole words that a match of `entry` covers, None where it is only part of a word."""
        form = entry.form
        if form.cased and text[start:end] != form.text and not text[start:end].isupper():
            return None
        if self.boundary == "left" and ends_word(entry) and not self.is_word(folded, end):
            return None
        left = self.left_edge(folded, start, form.open_left)
        right = self.right_edge(folded, start, end, form.open_right)
        if left is None or right is None:
            return None
        if form.first is not None and not self.stands_before(folded, start, self.firsts[form.first]):
            return None
        return left, right

    def left_edge(self, folded: str, start: int, is_open: bool) -> int | None:  # noqa: FBT001 - a table's value
        """Return where the word begins, None if the form may not begin inside it."""
        if start == 0 or not is_letter(folded[start]) or not is_letter(folded[start - 1]):
            return start
        if not joins(self.boundary, folded[start - 1 : start + 1]):
            return start
        edge = start
        while edge > 0 and folded[edge - 1].isalnum():
            edge -= 1
        if is_open:
            return edge
        return start if folded[edge:start] in self.proclitics else None

    def is_word(self, folded: str, end: int) -> bool:
        """Tell whether nothing but particles follows a form of one syllable up to the end of its word."""
        last = end
        while last < len(folded) and is_letter(folded[last]):
            last += 1
        return last == end or folded[end:last] in self.pack.settings.enclitics

    def right_edge(self, folded: str, start: int, end: int, is_open: bool) -> int | None:  # noqa: FBT001 - a table's value
        """Return where the word ends, None if the form may not end inside it."""
        if self.boundary == "left" and "가" <= folded[end - 1] <= "힣" and not is_open:
            return end if end - start > 1 or self.is_word(folded, end) else None
        is_inside = end < len(folded) and is_letter(folded[end - 1]) and is_letter(folded[end])  # l'accord: l' ends
        if not is_inside or not joins(self.boundary, folded[end - 1 : end + 1]):
            return end
        if not is_open:
            return end if self.ends_in_proclitic(folded[start:end]) else None
        while end < len(folded) and is_letter(folded[end]):
            end += 1
        return end

    def ends_in_proclitic(self, form: str) -> bool:
        """Tell whether the last word of a form is written onto the next ("in accordance with" in Arabic)."""
        return " " in form and form.rpartition(" ")[2] in self.proclitics

    def stands_before(self, folded: str, start: int, first: str) -> bool:
        """Tell whether `first` stands in the same sentence, at most GAP_WORDS words before `start`."""
        if folded.find(first.strip("*"), max(0, start - 150), start) < 0:
            return False
        window = re.split(r"(?<!\d)[.!?;]\s|[。！？；\n]", folded[max(0, start - 150) : start])[-1]
        words = window.split()[-GAP_WORDS:] if self.boundary != "none" else [window]
        near = f" {' '.join(words)} "
        if first.endswith("*"):
            return f" {first[:-1]}" in near
        plain = re.sub(r"[,;:()\"'’]", " ", near)
        if self.boundary != "word":
            return first in plain
        return any(f" {letters}{first} " in plain for letters in ("", *self.proclitics))


def ends_word(entry: Entry) -> bool:
    """Tell whether only particles may follow a Korean form: an office (장관회담 is a meeting), the end of a verb."""
    if entry.table is Table.STATES:
        return entry["type"] == "capital"  # 다카 is no part of 다카스기
    return entry.table is Table.OFFICES or (entry.table is Table.MODALITY and entry.form.open_left)


def is_letter(char: str) -> bool:
    """Tell whether a letter or digit stands there (combining vowel signs belong to their word)."""
    return char.isalnum() or "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0652"


def joins(boundary: str, pair: str) -> bool:
    """Tell whether two letters side by side are of one word: in Han and kana only Latin letters and katakana are."""
    if boundary == "left" and "가" <= pair[0] <= "힣":
        return True
    return boundary == "word" or all(char < "\u2e80" for char in pair) or all(is_katakana(char) for char in pair)


def is_katakana(char: str) -> bool:
    """Tell whether a character is a katakana letter or the long mark: a run of them is one word."""
    return "\u30a1" <= char <= "\u30fa" or char == "\u30fc"


def select_longest(spans: dict[tuple[int, int], list[Entry]]) -> Iterator[Hit]:
    """Yield the spans that do not overlap an earlier or longer one, with the closest entries of each table."""
    reach = -1
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < reach:
            continue
        reach = end
        yield Hit(start, end, tuple(closest(spans[start, end])))


def closest(entries: list[Entry]) -> Iterator[Entry]:
    """Yield, for each table, the entries whose form is the longest: a word beats a stem."""
    best: dict[str, int] = {}
    for entry in entries:
        best[entry.table] = max(best.get(entry.table, 0), weight(entry))
    yield from (entry for entry in entries if weight(entry) == best[entry.table])


def weight(entry: Entry) -> int:
    """Return how much of a word a form tells: its length, and whether it is closed or has a gap's first part."""
    form = entry.form
    return 4 * len(form.text) + 2 * (form.first is not None) + (not form.open_right and not form.open_left)


@cache
def load_lexicon(code: str) -> Lexicon:
    """Return the lexicon of the language `code`, built once in a process."""
    return Lexicon(load_pack(code))
