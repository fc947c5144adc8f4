"""The words of a language that dates are made of: CLDR's names of months and weekdays, and the pack's own rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind
from babel import Locale

from kg.extract.fold import LONE


class Role(StrEnum):
    """What a word does in a date; `calendar.tsv` writes it before the colon of a meaning."""

    MONTH = "month"  # month:9 September
    WEEKDAY = "weekday"  # weekday:1 Monday, weekday:-1 the Monday of last week
    SHIFT = "shift"  # day:-1 yesterday, month:+1 next month, year:0 this year
    ERA = "era"  # era:1988 Heisei: its first year is 1989
    SAME = "same"  # same:year, same:day+1 (the day after the one told of before)
    SEASON = "season"
    PAST = "past"  # last, dernier, 지난: beside a date
    NEXT = "next"
    AGO = "ago"  # ago:year: years ago, 年前: behind a number
    PART = "part"  # early, end of, por la mañana: no date, and hides words within
    UNIT = "unit"  # unit:month: a word before a number, tháng 6


@dataclass(frozen=True, slots=True)
class Word:
    """A reading of a form. `unit` is year, month or day; `cased` words need a capital, `weak` ones a number beside."""

    role: Role
    value: int = 0
    unit: str = ""
    before: str = ""
    cased: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A word of the calendar in a text."""

    start: int
    end: int
    word: Word


MEANING = re.compile(
    r"(?P<role>month|weekday|day|year|era|season):(?P<value>[+-]?\d+)"
    r"|(?P<same>same):(?P<unit>year|month|day)(?P<shift>[+-]\d+)?"
    r"|(?P<what>ago|unit):(?P<of>year|month|day)"
    r"|(?P<plain>past|next|part|link|year|number|of)"
)
_MORE_LOCALES = {"ar": ("ar_SY", "ar_DZ", "ar_MA"), "zh": ("zh_Hant",), "de": ("de_AT",)}
_MAGHREB = frozenset({"ar_DZ", "ar_MA"})  # their months are also names and words elsewhere: ماي is May, too
_LOWER = frozenset({"es", "fr", "pt"})  # months are written small: "Mar" is the sea, "Julio" a man, but "22 de Abril"
_IS_MONTH = re.compile(r"\d\S?\s(?:de\s)?$")
_HAS_YEAR = re.compile(r"\s(?:de\s)?\d{4}\b")
_CAPITALS = frozenset({"en", "de", "id", "tr", "vi"})  # months and weekdays are written with a capital
_UNBOUNDED = frozenset({"zh", "ja"})
_HAMZA = {ord(char): "ا" for char in "أإآ"} | {ord("ى"): "ي"}  # written with and without
_PROCLITICS = frozenset({"و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل"})
_TREATY_ENDS = frozenset("约約약")  # "about", and the end of the word for treaty (条约6月...)
_PARTICLES = frozenset("은는이가을를의에도와과로부까만초말중")  # of Korean, written onto a word
_AMBIGUOUS = frozenset({("en", "May"), ("en", "March"), ("fr", "mars"), ("ru", "среда")})  # need a number beside
_HAN = re.compile(r"[\u4e00-\u9fff]")


class Calendar:
    """The words of one language, compiled; `link` matches a word that may stand between the parts of a date."""

    def __init__(self, code: str, rows: Sequence[tuple[str, str]]) -> None:
        self.code = code
        self._readings: dict[str, list[Word]] = {}
        self.years, self.numbers, self.links, self.ties = set[str](), set[str](), set[str](), set[str]()
        for form, word in _read_names(code):
            self._add(form, word)
        for form, meaning in rows:
            match = MEANING.fullmatch(meaning)
            if match is None:
                raise ValueError(f"calendar of {code}: unknown meaning {meaning!r} of {form!r}")
            plain = match.group("plain")
            if plain is None or plain in ("past", "next", "part"):
                self._add(form.rstrip("."), _read_meaning(match, form))
            else:
                {"link": self.links, "year": self.years, "number": self.numbers, "of": self.ties}[plain].add(
                    self.fold(form)
                )
        self._forms = sorted(self._readings)
        self._automaton = AhoCorasick(self._forms, matchkind=MatchKind.Standard)
        self.counters = tuple(sorted(self.numbers - _TREATY_ENDS))
        self.link = _compile_link(self.links)
        self.tying = tuple(form[1:] for form in sorted(self.ties) if form.startswith("-"))  # endings of the word before

    def fold(self, text: str) -> str:
        """Return `text` in lower case, of the same length, without hamza in Arabic."""
        if self.code == "tr":
            text = text.replace("I", "ı").replace("İ", "i")
        low = text.lower()
        if len(low) != len(text):  # İ grows to two characters
            low = "".join(char.lower()[:1] for char in text)
        low = LONE.sub("\ufffd", low)
        return low.translate(_HAMZA) if self.code == "ar" else low

    def find_words(self, text: str, low: str) -> dict[int, list[Found]]:
        """Return the words in `text` (folded: `low`) by where they start, the longest first."""
        found: dict[int, list[Found]] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if not self._is_bounded(low, start, end):
                continue
            for word in self._readings[self._forms[number]]:
                if self._is_written(text, start, end, word):
                    found.setdefault(start, []).append(Found(start, end, word))
        for words in found.values():
            words.sort(key=lambda at: -at.end)
        return found

    def _is_written(self, text: str, start: int, end: int, word: Word) -> bool:
        """Whether the word has the capitals of its meaning: thứ Ba is Tuesday, thứ ba third; morgen, not Morgen."""
        if word.cased:
            return not text[text.rfind(" ", start, end) + 1 if " " in text[start:end] else start].islower()
        if self.code == "de" and word.role is Role.SHIFT and word.value > 0:
            return text[start].islower()
        if self.code in _LOWER and word.role is Role.MONTH and text[start].isupper():
            return bool(_IS_MONTH.search(text, max(0, start - 6), start) or _HAS_YEAR.match(text, end))
        return True

    def _add(self, form: str, word: Word) -> None:
        low = self.fold(form.rpartition(" … ")[2])
        readings = self._readings.setdefault(low, [])
        if not any((old.role, old.value, old.unit) == (word.role, word.value, word.unit) for old in readings):
            readings.append(word)

    def _is_bounded(self, low: str, start: int, end: int) -> bool:
        if self.code in _UNBOUNDED:
            return True
        if end < len(low) and low[end - 1].isdecimal() and low[end].isdecimal():
            return False
        if end < len(low) and low[end].isalpha() and not (self.code == "ko" and low[end] in _PARTICLES):
            return False
        if start == 0 or not low[start - 1].isalpha():
            return True
        return self.code == "ar" and _take_letters(low, start) in _PROCLITICS


def make_calendar(code: str, rows: Sequence[tuple[str, str]]) -> Calendar:
    """Return the calendar of a language; `rows` are (form, meaning) of its `calendar.tsv`.

    Raises ValueError for a meaning that docs/languages.md does not list.
    """
    return _make_calendar(code, tuple(rows))


@lru_cache(maxsize=64)
def _make_calendar(code: str, rows: tuple[tuple[str, str], ...]) -> Calendar:
    return Calendar(code, rows)


def _take_letters(low: str, end: int) -> str:
    start = end
    while start > 0 and low[start - 1].isalpha() and end - start < 3:
        start -= 1
    return low[start:end]


def _compile_link(links: set[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(links, key=lambda word: (-len(word), word))) or "(?!)"
    return re.compile(rf"(?:{words})(?![^\W\d_])[^\S\n]*[.'’-]?[^\S\n]*")


def _read_meaning(match: re.Match[str], form: str) -> Word:
    before = form.rpartition(" … ")[0].lower()
    if match.group("same"):
        return Word(Role.SAME, int(match.group("shift") or 0), match.group("unit"))
    if match.group("what"):
        return Word(Role(match.group("what")), 0, match.group("of"), before)
    if match.group("plain"):
        return Word(Role(match.group("plain")))
    role, value = match.group("role"), match.group("value")
    if role in ("day", "year") or (role == "month" and (value[0] in "+-" or int(value) == 0)):
        return Word(Role.SHIFT, int(value), role)
    weak = form.isascii() and (len(form) <= 4 or form[-1] == ".")
    weak = weak or (role == "weekday" and form[-1].isdecimal())
    return Word(Role(role), int(value), cased=form.split()[-1] != form.split()[-1].lower(), weak=weak)


def _read_names(code: str) -> Iterator[tuple[str, Word]]:
    """CLDR's month and weekday names; months of Babel's Chinese that leak into other locales are left out."""
    cased = code in _CAPITALS
    for region in (code, *_MORE_LOCALES.get(code, ())):
        locale = Locale.parse(region)
        for width in ("wide", "abbreviated"):
            weak = width == "abbreviated" or region in _MAGHREB
            for context in ("format", "stand-alone"):
                for month, form in locale.months[context][width].items():
                    if _is_name(form, code):
                        name = form.rstrip(".").replace("\xa0", " ")
                        yield name, Word(Role.MONTH, month, cased=cased, weak=weak or (code, name) in _AMBIGUOUS)
                for day, form in locale.days[context][width].items():
                    if width == "wide" and _is_name(form, code):
                        yield form, Word(Role.WEEKDAY, day + 1, cased=cased, weak=(code, form) in _AMBIGUOUS)


def _is_name(form: str, code: str) -> bool:
    if form.endswith("月") or (_HAN.search(form) and code not in _UNBOUNDED):
        return False
    return not form[-1].isdigit() and not form[0].isdigit()
