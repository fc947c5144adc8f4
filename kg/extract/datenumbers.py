"""The numbers of dates: days, months and years in digits, in CJK units, and in numeric dates."""

import re

from kg.extract.calendar import Found, Role
from kg.extract.dateparts import FIRST_YEAR, LAST_YEAR, NUMBER, WIDE, Form, Scene

_YMD = re.compile(r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_DMY = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?!\d|:\d)")
_DM = re.compile(r"(\d{1,2})[/.](\d{1,2})(?![\d/]|:\d)")
_DASHED = re.compile(r"(\d{1,2})-(\d{1,2})(?![\d/:-])")
_MY = re.compile(r"(\d{1,2})/([12]\d{3})(?![\d/])")
_UNIT = re.compile(r"[^\S\n]?([年년月월日일号號])(?![間间内以目째간ぶ])")
_LATER = re.compile(r"[^\S\n]?(?:後|后|후|뒤|이내|안에|만에)")  # behind a number of days: no day of a month
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|ère|º|ª|°|\.|-?го|-?ое|-?е)?(?![^\W\d_])")
_RUSSIAN_DAY = re.compile(r"-го(?=\s(?:числа|и)\b|[,.;]|\s[—–])")
_RANGE = re.compile(r"[^\S\n]?[-–—~〜][^\S\n]?(?=\d)")
_NEXT = re.compile(r"[\s'’-]{0,2}([^\W\d_]+|[%°$€£])")
_LIST = re.compile(r"[^\S\n]?(?:[,/、]|[^\W\d_]{1,4})[^\S\n]?[12]\d{3}(?!\d)")
_LISTED = re.compile(r"(?<!\d)[12]\d{3}[^\S\n]?(?:[,/、]|[^\W\d_]{1,4})[^\S\n]?$")
_NOUN = re.compile(r" (?!und |and |y |e |et |и |dan |و)[^\W\d_]")
_DECADE = re.compile(r"['’]?s\b|er\b|-?х\b|-an\b|['’]?l[ae]r(?:da|de|dan|den|ın|in)?\b|['’]?l[ıiuü] |\s?年代|\s?년대")
_YEAR_WORD = re.compile(r"[^\S\n](?:год(?:а|у|ов|ы|ом|ах)?|гг?\.|yıl(?:ı|ında|ındaki|ının|ından)|tarihli)(?![^\W\d_])")
_OF = frozenset({"of", "de", "del", "do", "du", "des", "von", "от"})  # a year behind it is often part of a title
_HAN_DIGITS = {char: number for number, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_UNITS = {"年": "year", "년": "year", "月": "month", "월": "month"}


def read_unit(scene: Scene, form: Form, at: int, unit: str) -> int | None:
    """Read a number behind its unit: ngày 19, tháng 6, tháng 10/2020, tahun 1961; return its end."""
    number = NUMBER.match(scene.low, scene.skip_space(at))
    if number is None:
        return None
    both = _MY.match(scene.low, number.start()) if unit == "month" else None
    if both and form.set("month", int(both[1])) and form.set("year", int(both[2])):
        return both.end()
    if unit == "day":
        end = _numeric(scene, form, number.start())
        if end is not None:
            return end
        dashed = _DASHED.match(scene.low, number.start())
        if dashed and form.month is None and form.fill(None, int(dashed[2]), int(dashed[1])):
            return dashed.end()
    return number.end() if form.set(unit, int(number.group())) else None


def read_number(scene: Scene, form: Form, at: int) -> int | None:
    """Fill fields of `form` from the number at `at`; return the end of what was read, None if it is no date."""
    number = scene.number.match(scene.low, at)
    if number is None:
        return None
    end = _numeric(scene, form, at)
    if end is not None:
        return end
    if scene.calendar.code in WIDE:
        return _wide_number(scene, form, number)
    found = scene.ago(scene.skip_space(number.end()))
    if found and len(number.group()) <= 3:
        return _take_ago(scene, form, number, found)
    if len(number.group()) <= 2:
        return _day(scene, form, number)
    return _year(scene, form, number)


def _take_ago(scene: Scene, form: Form, number: re.Match[str], found: Found) -> int | None:
    before = scene.low[max(0, number.start() - 12) : number.start()].rstrip()
    if form.shift or not before.endswith(found.word.before):
        return None
    form.shift = (found.word.unit, -_value(number.group()))
    return found.end


def _numeric(scene: Scene, form: Form, at: int) -> int | None:
    """2024-06-19, 19.06.2024, 6/19/2024, and 19/6 where the language or the place in the chain allows it."""
    if form.month is not None:
        return None
    if match := _YMD.match(scene.low, at):
        return match.end() if form.fill(int(match[1]), int(match[3]), int(match[4])) else None
    if match := _DMY.match(scene.low, at):
        return match.end() if _fill_dmy(form, match, scene.calendar.code) else None
    if scene.calendar.code in WIDE:
        return None
    if scene.calendar.code == "vi" and (match := _MY.match(scene.low, at)):
        return match.end() if form.fill(int(match[2]), int(match[1]), None) else None
    match = _DM.match(scene.low, at)
    if match and _is_day_month(scene, form, match):
        return match.end() if form.fill(None, int(match[2]), int(match[1])) else None
    return None


def _is_day_month(scene: Scene, form: Form, match: re.Match[str]) -> bool:
    if form.weekday is not None or form.shift is not None or scene.calendar.code == "vi":
        return "/" in match.group() or form.weekday is not None
    enclosed = scene.low[match.start() - 1 : match.start()] + scene.low[match.end() : match.end() + 1]
    return "/" in match.group() and enclosed == "()"


def _fill_dmy(form: Form, match: re.Match[str], code: str) -> bool:
    day, month, year = int(match[1]), int(match[3]), _century(match[4])
    american = code == "en" and match[2] != "."
    if month > 12 and american:
        return form.fill(year, day, month)
    if american and day <= 12 and day != month:
        form.swapped = (day, month)
    return form.fill(year, month, day)


def _wide_number(scene: Scene, form: Form, number: re.Match[str]) -> int | None:
    unit = _UNIT.match(scene.low, number.end())
    if unit is None or _DECADE.match(scene.low, number.end()):
        return _wide_loose(scene, form, number)
    kind = _UNITS.get(unit[1], "day")
    if kind == "year":
        return _wide_year(scene, form, number, unit.end())
    found = scene.ago(unit.end() - 1)
    if found is not None:
        return _take_ago(scene, form, number, found)
    if form.month is None and (unit[1] in "号號" or (kind == "day" and _LATER.match(scene.low, unit.end()))):
        return None
    return unit.end() if form.set(kind, _value(number.group())) else None


def _wide_loose(scene: Scene, form: Form, number: re.Match[str]) -> int | None:
    """A number without 年 月 日: years ago (20년 전), or a year in brackets."""
    start, end = number.span()
    found = scene.ago(scene.skip_space(end))
    if found is not None:
        return _take_ago(scene, form, number, found)
    enclosed = scene.low[start - 1 : start] + scene.low[end : end + 1]
    if len(number.group()) == 4 and enclosed in ("()", "（）"):
        return end if form.set("year", _value(number.group())) else None
    return None


def _wide_year(scene: Scene, form: Form, number: re.Match[str], end: int) -> int | None:
    if form.month is not None or form.day is not None:
        return None  # years come first: 2月、1949年の条約
    value = _value(number.group())
    found = scene.ago(end - 1)
    if found is not None and len(number.group()) <= 3:
        return _take_ago(scene, form, number, found)
    if form.era is not None and value < 100:
        return end if form.set("year", form.era + value) else None
    if value >= FIRST_YEAR:
        form.attributive = scene.low[end : end + 1] not in ("", " ", ",", "、", "，")
        return end if form.set("year", value) else None
    month = NUMBER.match(scene.low, scene.skip_space(end))
    dated = form.turn is Role.PAST or (month is not None and scene.low[month.end() : month.end() + 1] in ("月", "월"))
    return end if dated and len(number.group()) == 2 and value < 100 and _set_short(form, value) else None


def _day(scene: Scene, form: Form, number: re.Match[str]) -> int | None:
    """A day of the month before or behind the month's name; the days of a range are not set."""
    at = number.end()
    span = _RANGE.match(scene.low, at)
    second = NUMBER.match(scene.low, span.end()) if span else None
    if second and len(second.group()) <= 2 and int(second.group()) > int(number.group()):
        if form.month is None and not _has_month_behind(scene, second.end()):
            return None
        form.vague = True
        return second.end()
    if not _may_be_day(scene, form, at) or form.vague or not form.set("day", int(number.group())):
        return None
    ordinal = _ORDINAL.match(scene.low, at)
    dotted = scene.low[at : at + 1] == "." and form.month is not None
    return ordinal.end() if ordinal and not dotted else at


def _may_be_day(scene: Scene, form: Form, at: int) -> bool:
    """Whether a number that ends at `at` stands where a day does; only English has it behind the month."""
    if form.month is not None:
        return scene.calendar.code == "en"
    if form.shift and form.shift[0] == "month":
        return True
    if _has_month_behind(scene, at):
        return True
    return scene.calendar.code == "ru" and _RUSSIAN_DAY.match(scene.low, at) is not None


def _has_month_behind(scene: Scene, at: int) -> bool:
    """Whether the name of a month follows the day that ends at `at`."""
    ordinal = _ORDINAL.match(scene.low, at)
    return any(scene.is_month(end) for end in scene.find_next(ordinal.end() if ordinal else at))


def _year(scene: Scene, form: Form, number: re.Match[str]) -> int | None:
    value = int(number.group())
    if form.era is not None:
        return number.end() if form.set("year", form.era + value) else None
    if len(number.group()) != 4 or not FIRST_YEAR <= value <= LAST_YEAR or form.year is not None:
        return None
    if form.month is None:
        if not _is_year(scene, value, number):
            return None
        span = _RANGE.match(scene.low, number.end())
        second = NUMBER.match(scene.low, span.end()) if span else None
        if second and len(second.group()) in (2, 4):
            form.vague = True
            return second.end()
        before = scene.word_before(number.start())
        form.titled = before in _OF
        form.attributive = _is_attribute(scene, before, number.end())
    form.year = value
    word = _YEAR_WORD.match(scene.low, number.end())
    return word.end() if word else number.end()


def _is_attribute(scene: Scene, before: str, end: int) -> bool:
    """Whether a year belongs to the noun behind it: the 1960 treaty."""
    noun = _NEXT.match(scene.low, end) if _NOUN.match(scene.low, end) else None
    if noun is None or noun[1] in scene.calendar.years or before in scene.calendar.years:
        return False
    return scene.calendar.code == "tr" or before in scene.calendar.links


def _is_year(scene: Scene, value: int, number: re.Match[str]) -> bool:
    """Whether a bare number of four digits is a year: counts of things and numbers of resolutions are not."""
    start, end = number.span()
    if re.match(r"[.,:/]\d", scene.low[end : end + 2]) or _DECADE.match(scene.low, end):
        return False
    before, behind = scene.word_before(start), _NEXT.match(scene.low, end)
    after = behind[1] if behind else ""
    numbers, years = scene.calendar.numbers, scene.calendar.years
    if before in numbers or after in numbers or before in {"$", "€", "£", "¥", "#", "№"}:
        return False
    told = before in years or after in years or not after
    return told or not _is_round(value) or _is_listed(scene, start, end)


def _is_round(value: int) -> bool:
    return value % 100 == 0 or value < 1800


def _is_listed(scene: Scene, start: int, end: int) -> bool:
    """Whether another such number stands beside it: 1961 and 2000."""
    return bool(_LIST.match(scene.low, end) or _LISTED.search(scene.low, max(0, start - 14), start))


def _set_short(form: Form, value: int) -> bool:
    """Fill the year from its last two digits; which century is meant, the dates told before decide."""
    form.is_short = form.set("year", _century(str(value)))
    return form.is_short


def _century(digits: str) -> int:
    """A year of two digits: 24 is 2024, 61 is 1961."""
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year <= 40 else 1900)


def _value(digits: str) -> int:
    """The value of a number in digits of any script, or in Chinese: 二〇二四, 十九, 元 (the first)."""
    if digits.isdecimal():
        return int(digits)
    if digits == "元":
        return 1
    tens, ten, ones = digits.partition("十")
    if not ten:
        return int("".join(str(_HAN_DIGITS[char]) for char in digits))
    return 10 * _HAN_DIGITS.get(tens, 1) + _HAN_DIGITS.get(ones, 0)
