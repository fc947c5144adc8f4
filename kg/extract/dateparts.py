"""The parts of a date as written, and the text they are read from."""

import re
from dataclasses import dataclass

from kg.extract.calendar import Calendar, Found, Role

FIRST_YEAR, LAST_YEAR = 1500, 2099
WIDE = frozenset({"zh", "ja", "ko"})  # languages that write a unit behind each number
NUMBER = re.compile(r"\d+")
_WIDE_NUMBER = re.compile(r"\d+|[〇零一二三四五六七八九十]{1,4}(?=[年月日号號])|元(?=年)")
_PREVIOUS = re.compile(r"([^\W\d_]+|[№$€£¥°#])[\s.'’(«\"“]{0,3}$")
_GAP = re.compile(r"\.?[^\S\n]*[,،、'’/–-]?[^\S\n]*[(（]?")
_LIMITS = {"year": (FIRST_YEAR, LAST_YEAR), "month": (1, 12), "day": (1, 31)}


@dataclass(slots=True)
class Form:
    """A date as written. `shift` and `same` are (unit, steps): yesterday, the same year; `turn` is past or next.

    `vague` marks a range; `is_part` what begins with words for a part of it; `swapped` is the other reading of 3/4/2024
    as (month, day); `titled` years follow "of"; `is_short` ones have two digits.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: tuple[str, int] | None = None
    same: tuple[str, int] | None = None
    turn: Role | None = None
    era: int | None = None
    season: int | None = None
    attributive: bool = False
    titled: bool = False
    vague: bool = False
    is_part: bool = False
    is_short: bool = False
    swapped: tuple[int, int] | None = None

    def is_date(self) -> bool:
        """Whether the parts make a date, not only "last", "summer" or the name of an era."""
        parts = (self.year, self.month, self.day, self.weekday, self.shift, self.same)
        return self.vague or any(part is not None for part in parts)

    def is_turn(self) -> bool:
        """Whether only "last" or "next" has been read."""
        return self.turn is not None and not self.is_date()

    def set(self, field: str, value: int) -> bool:
        """Fill an empty field; False if it is taken or the value is no year, month or day."""
        low, high = _LIMITS.get(field, (-5000, 5000))
        if getattr(self, field) is not None or not low <= value <= high:
            return False
        setattr(self, field, value)
        return True

    def fill(self, year: int | None, month: int, day: int | None) -> bool:
        """Fill year, month and day at once; False if they are no date."""
        if not 1 <= month <= 12 or not 1 <= (day or 1) <= 31:
            return False
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            return False
        self.year, self.month, self.day = self.year or year, month, day
        return True


@dataclass(slots=True)
class Scene:
    """A folded text with the calendar's words in it, by where they start."""

    calendar: Calendar
    low: str
    words: dict[int, list[Found]]

    @property
    def number(self) -> re.Pattern[str]:
        """What a number looks like in the language."""
        return _WIDE_NUMBER if self.calendar.code in WIDE else NUMBER

    def word_before(self, at: int) -> str:
        """Return the word or sign that stands before `at`, an empty string if there is none."""
        match = _PREVIOUS.search(self.low, max(0, at - 20), at)
        return match[1] if match else ""

    def skip_space(self, at: int) -> int:
        """Return `at`, or the place behind one space."""
        return at + 1 if self.low[at : at + 1] in (" ", "\xa0") else at

    def find_next(self, at: int) -> list[int]:
        """Return the places where the next part of a date may begin: behind a gap, and one or two link words."""
        gap = _GAP.match(self.low, at)
        ends = [self.skip_space(at), gap.end() if gap else at]
        for _ in range(2):
            word = self.calendar.link.match(self.low, ends[-1])
            if word is None:
                break
            ends.append(word.end())
        return ends

    def reach(self, at: int) -> int:
        """Return where the longest word at `at` ends, or the first digit; 0 if neither stands there."""
        found = self.words.get(at)
        if found:
            return found[0].end
        return at + 1 if self.number.match(self.low, at) else 0

    def ago(self, at: int) -> Found | None:
        """Return "years ago" at `at`."""
        return next((found for found in self.words.get(at, ()) if found.word.role is Role.AGO), None)

    def is_month(self, at: int) -> bool:
        """Whether the name of a month, or the word "month" before its number, stands at `at`."""
        words = [found.word for found in self.words.get(at, ())]
        return any(word.role is Role.MONTH or (word.role is Role.UNIT and word.unit == "month") for word in words)

    def is_counted(self, at: int) -> bool:
        """Whether a word before `at` makes a number none of a date, in scripts without spaces: 第19日, 農曆五月."""
        if self.calendar.code not in WIDE:
            return False
        return self.low.endswith(self.calendar.counters, 0, at - 1 if self.low[at - 1 : at] == " " else at)

    def is_inside_number(self, at: int) -> bool:
        """Whether digits at `at` go on from others or from a letter: the 19 of 3.19, 2,019, 05:19 or G19."""
        if at == 0 or not self.low[at].isdecimal():
            return False
        before = self.low[at - 1]
        if before in ".,:/-–" and at > 1:
            return self.low[at - 2].isdecimal()
        spaced = self.calendar.code not in WIDE | {"ar"}
        return before.isdecimal() or (before.isalpha() and (spaced or before.isascii()))
