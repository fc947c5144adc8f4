"""The lexicon of a language as one Aho-Corasick automaton: which entries stand where in a text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick

from kg.extract.compounds import find_parts, split_compound
from kg.extract.fold import Folding, compose
from kg.extract.forms import KnownForm, is_letter, is_vowel_sign, joins
from kg.extract.gate import Mark, gate_entries, make_mark
from kg.languages import Entry, Form, Pack, Table, load_pack

GAP_WORDS = 15
GAP_LETTERS = 150
Span = tuple[int, int]


@dataclass(slots=True)
class Hit:
    """A stretch of text and the entries it stands for (one or more tables)."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class Finder:
    """An automaton over forms, with a quick refusal of what stands inside a word: nearly all that it meets."""

    def __init__(self, by_form: Mapping[str, Sequence[Entry]], pack: Pack, leads: frozenset[str]) -> None:
        self.automaton = AhoCorasick(list(by_form))
        self.pack = pack
        self.by_form = list(by_form.items())
        self.forms: list[KnownForm | None] = [None] * len(by_form)  # made when they are met: few of them ever are
        self.bound_left = [pack.settings.boundary == "word"] * len(by_form)
        self.bound_right = self.bound_left.copy()
        for index, (_, entries) in enumerate(self.by_form):
            for entry in entries:
                if entry.form.open_left:
                    self.bound_left[index] = False
                if entry.form.open_right:
                    self.bound_right[index] = False
        self.leads = leads  # the last letters of what may be written before a word

    def find(self, folded: str) -> list[tuple[KnownForm, int, int]]:
        """Return the forms of the matches that may be whole words, with their start and end."""
        size, forms, leads = len(folded), self.forms, self.leads
        bound_left, bound_right = self.bound_left, self.bound_right
        found = []
        for index, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            if bound_left[index] and start and folded[start].isalnum():
                before = folded[start - 1]
                if before.isalnum() and before not in leads:
                    continue
            if bound_right[index] and end < size and folded[end].isalnum() and folded[end - 1].isalnum():
                continue
            found.append((forms[index] or self.make_form(index), start, end))
        return found

    def make_form(self, index: int) -> KnownForm:
        """Return a form that is met for the first time."""
        made = self.forms[index] = KnownForm(*self.by_form[index], self.pack)
        return made


class Lexicon:
    """Finds the longest forms of a pack in a text."""

    def __init__(self, pack: Pack) -> None:
        self.fold = Folding(pack.fold)
        by_form: dict[str, list[Entry]] = {}
        for entry in pack.entries:
            by_form.setdefault(self.fold(compose(entry.form.text).text), []).append(entry)
        self.pack = pack
        self.boundary = pack.settings.boundary
        self.proclitics = frozenset(self.fold(p) for p in pack.settings.proclitics)
        leads = frozenset(proclitic[-1] for proclitic in self.proclitics)
        self.singles = {form: tuple(entries) for form, entries in by_form.items() if len(form) == 1}
        self.all = Finder(by_form, pack, leads)
        self.gate = Finder({form: found for form, es in by_form.items() if (found := gate_entries(es))}, pack, leads)
        self.parts = find_parts(by_form) if self.boundary == "left" else {}
        self.firsts = {e.form.first: self.fold(e.form.first) for e in pack.entries if e.form.first is not None}

    def find_marks(self, text: str, folded: str) -> list[Mark]:
        """Return where agreements' nouns, triggers and words of treaty law stand, in the order of the text.

        This is what makes reading fast: the other forms, many of them short, are looked for only around these.
        """
        marks: list[Mark] = []
        for form, start, end in self.gate.find(folded):
            is_plain = form.is_plain and not is_vowel_sign(folded[max(0, start - 1)])
            if is_plain and not is_vowel_sign(folded[end : end + 1]):
                entries = form.entries
            else:
                entries = tuple(entry for entry, _ in self.fit(text, folded, (start, end), form))
            for entry in entries:
                mark = make_mark(start, entry)
                if mark not in marks[-4:]:
                    marks.append(mark)
        return marks

    def find(self, text: str, folded: str, reach: tuple[int, int], taken: frozenset[int] = frozenset()) -> list[Hit]:
        """Return the hits of a reach of `text` (folded: `folded`), leftmost and longest, none overlapping.

        None of them begins at a place of `taken`.
        """
        low, high = reach
        longest: dict[int, Hit] = {}
        for form, start, end in self.all.find(folded[low:high]):
            if form.is_plain:
                keep_longer(longest, start + low, end + low, form.entries)
                continue
            for entry, (left, right) in self.fit(text, folded, (start + low, end + low), form):
                keep_longer(longest, left, right, (entry,))
        for place in taken:
            longest.pop(place, None)
        if self.boundary == "none":
            part_crossing(longest, folded, self.singles)
        hits = select_leftmost(longest)
        return hits if self.boundary != "left" else [part for hit in hits for part in self.take_apart(folded, hit)]

    def take_apart(self, folded: str, hit: Hit) -> Iterator[Hit]:
        """Yield the parts of a Korean compound noun whose first part the pack knows, else the hit as it is."""
        open_left = [entry for entry in hit.entries if entry.table is Table.NOUNS and entry.form.open_left]
        head = hit.end - max((len(entry.form.text) for entry in open_left), default=hit.end - hit.start)
        parts = [Hit(*piece) for piece in split_compound(folded, hit.start, head, self.parts)]
        yield from parts
        yield Hit(head if parts else hit.start, hit.end, hit.entries)

    def fit(self, text: str, folded: str, match: Span, form: KnownForm) -> Iterator[tuple[Entry, Span]]:
        """Yield the entries that a match stands for, with the whole words it covers; none if it is part of a word."""
        edges = self.edges(folded, match, form.entries[0].form)
        if edges is None and form.is_uniform:
            return
        for entry in form.entries:
            span = edges if form.is_uniform else self.edges(folded, match, entry.form)
            if span is not None and self.suits(text, folded, match, entry):
                yield entry, span

    def edges(self, folded: str, match: Span, form: Form) -> Span | None:
        """Return the whole words that a match covers, None if the form may not begin or end inside one."""
        left = self.left_edge(folded, match[0], form.open_left)
        right = None if left is None else self.right_edge(folded, match[0], match[1], form.open_right)
        return None if left is None or right is None else (left, right)

    def suits(self, text: str, folded: str, match: Span, entry: Entry) -> bool:
        """Tell whether a match has the capitals, the end and the first part that an entry asks for."""
        start, end = match
        form = entry.form
        if form.cased and text[start:end] != form.text and not text[start:end].isupper():
            return False
        if self.boundary == "left" and ends_word(entry) and not self.is_word(folded, end):
            return False
        return form.first is None or self.stands_before(folded, start, self.firsts[form.first])

    def left_edge(self, folded: str, start: int, is_open: bool) -> int | None:  # noqa: FBT001 - a table's value
        """Return where the word begins, None if the form may not begin inside it."""
        if start == 0 or not is_letter(folded[start]) or not is_letter(folded[start - 1]):
            return start
        if not joins(self.boundary, folded[start - 1], folded[start]):
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
        if not is_inside or not joins(self.boundary, folded[end - 1], folded[end]):
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
        if folded.find(first.strip("*"), max(0, start - GAP_LETTERS), start) < 0:
            return False
        if self.pack.settings.capitals == "all" and folded[max(0, start - 2) : start] == ", ":
            return False  # "sobald er ratifiziert ist, ersetzt er": a German verb opens its clause
        window = re.split(r"(?<!\d)[.!?;]\s|[。！？；\n]", folded[max(0, start - GAP_LETTERS) : start])[-1]
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


def keep_longer(longest: dict[int, Hit], start: int, end: int, entries: tuple[Entry, ...]) -> None:
    """Note what begins at `start`: in place of a shorter hit, beside one as long."""
    known = longest.get(start)
    if known is None or known.end < end:
        longest[start] = Hit(start, end, entries)
    elif known.end == end:
        known.entries += entries


def select_leftmost(longest: Mapping[int, Hit]) -> list[Hit]:
    """Return the hits that do not overlap an earlier one, with the closest entries of each table."""
    reach = -1
    hits = []
    for start in sorted(longest):
        hit = longest[start]
        if start >= reach:
            reach, hit.entries = hit.end, closest(hit.entries)
            hits.append(hit)
    return hits


def part_crossing(longest: dict[int, Hit], folded: str, singles: Mapping[str, tuple[Entry, ...]]) -> None:
    """Read the first letter alone of an agreement's noun whose last begins a state's name (埃及和约旦: no 和约)."""
    for start, hit in longest.items():
        state = longest.get(hit.end - 1)
        if state is None or hit.end - start != 2 or state.end <= hit.end or folded[start] not in singles:
            continue
        is_noun = any(entry.table is Table.NOUNS for entry in hit.entries)
        if is_noun and any(entry.table is Table.STATES for entry in state.entries):
            longest[start] = Hit(start, start + 1, singles[folded[start]])


@lru_cache(maxsize=50_000)
def closest(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return, for each table, the entries whose form is the longest: a word beats a stem."""
    best: dict[str, int] = {}
    for entry in entries:
        best[entry.table] = max(best.get(entry.table, 0), weight(entry))
    return tuple(entry for entry in entries if weight(entry) == best[entry.table])


def weight(entry: Entry) -> int:
    """Return how much of a word a form tells: its length, and whether it is closed or has a gap's first part."""
    form = entry.form
    return 4 * len(form.text) + 2 * (form.first is not None) + (not form.open_right and not form.open_left)


@cache
def load_lexicon(code: str) -> Lexicon:
    """Return the lexicon of the language `code`, built once in a process."""
    return Lexicon(load_pack(code))
