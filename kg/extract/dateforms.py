"""The forms of dates: what a text writes, before anything is known of when it was written.

A date is a chain of parts (weekday, day, month, year, "last", "yesterday") joined by what the calendar's `link`
matches; each part fills fields that are still empty. Numbers and the calendar's words are the only places where a
chain may begin, so most of a text is never looked at.
"""

import re
from collections.abc import Iterator

from kg.extract.calendar import Calendar, Found, Role, Word
from kg.extract.datenumbers import read_number, read_unit
from kg.extract.dateparts import WIDE, Form, Scene

_PART_BEHIND = re.compile(r"(?<=[月年])(?:初(?![步次级級])|底|末)")
_WORD = re.compile(r"[^\W\d_]+")
_TRAILING = (Role.PAST, Role.NEXT, Role.SEASON)  # these join what stands before them only without a link word


def find_forms(text: str, calendar: Calendar) -> Iterator[Form]:
    """Yield the dates written in `text`, in order, none overlapping another."""
    low = calendar.fold(text)
    scene = Scene(calendar, low, calendar.find_words(text, low))
    numbers = {match.start() for match in scene.number.finditer(low)}
    end, part = 0, None
    for at in sorted(numbers.union(scene.words)):
        if at < end:
            continue
        form = _read(scene, at)
        if form is not None:
            _take_part(scene, form, part)
            _take_end(scene, form)
            end, part = form.end, None
            yield form
        elif scene.words.get(at) and scene.words[at][0].word.role is Role.PART:
            part = scene.words[at][0]
            end = part.end


def _take_part(scene: Scene, form: Form, part: Found | None) -> None:
    """Let a date begin with the words for a part of it ("at the end of 2019"), where spaces set these off."""
    if part is None or scene.calendar.code in WIDE:
        return
    if form.start in scene.find_next(part.end) and (form.year or form.month) and not form.day:
        form.start, form.is_part = part.start, True


def _take_end(scene: Scene, form: Form) -> None:
    """Let a Chinese month or year end with the word for a part of it (3月初)."""
    end = _PART_BEHIND.match(scene.low, form.end) if scene.calendar.code == "zh" and form.day is None else None
    if end is not None:
        form.end = end.end()


def _read(scene: Scene, at: int) -> Form | None:
    """Return the date that begins at `at`, with all parts that belong to it."""
    if scene.is_inside_number(at) or scene.is_counted(at):
        return None
    form, opened = Form(at, at), False
    end = _part(scene, form, at, joined=True)
    while end is not None:
        form.end = end
        end, opens = _next_part(scene, form, end)
        opened = opened or opens
    if not form.is_date() or _is_everyday(scene, form):
        return None
    if opened and scene.low[form.end : form.end + 1] in (")", "）"):
        form.end += 1
    form.attributive = form.attributive and form.month is None
    if form.same is not None and form.same[1] and _is_tied(scene, form):
        form.same, form.vague = None, True
    return form


def _is_tied(scene: Scene, form: Form) -> bool:
    """Tell whether "a year after" counts from what is named beside it ("of the notice"), not from the date before."""
    behind = _WORD.match(scene.low, scene.skip_space(form.end))
    if behind is not None and behind[0] in scene.calendar.ties:
        return True
    return bool(scene.calendar.tying) and scene.word_before(form.start).endswith(scene.calendar.tying)


def _next_part(scene: Scene, form: Form, at: int) -> tuple[int | None, bool]:
    """Read one more part behind `at`: directly, or behind a link; also say whether the link opened a bracket."""
    plain, *behind = scene.find_next(at)
    start = plain if form.is_turn() else max((plain, *behind), key=scene.reach)
    link = scene.low[at:start]
    if form.year is not None and form.month is None and start != plain and is_day_behind(scene, link, start):
        return None, False
    if scene.reach(start) == 0 or ("." in link and _begins_sentence(scene, start)):
        return None, False
    end = _part(scene, form, start, joined=start == plain)
    return end, end is not None and ("(" in link or "（" in link)


def is_day_behind(scene: Scene, link: str, at: int) -> bool:
    """Tell whether a word leads from a year to another date's day ("the 1975 treaty on 17 September 1980")."""
    return scene.low[at].isdigit() and any(char.isalpha() for char in link)


def _begins_sentence(scene: Scene, at: int) -> bool:
    found = scene.words.get(at)
    return found is not None and found[0].word.role is not Role.MONTH


def _part(scene: Scene, form: Form, at: int, *, joined: bool) -> int | None:
    """Fill fields of `form` from what stands at `at`; return its end, None if nothing fits."""
    for found in scene.words.get(at, ()):
        if joined or found.word.role not in _TRAILING:
            end = _take_word(scene, form, found)
            if end is not None:
                return end
    return read_number(scene, form, at)


def _take_word(scene: Scene, form: Form, found: Found) -> int | None:
    word = found.word
    if word.role is Role.UNIT:
        return read_unit(scene, form, found.end, word.unit)
    if word.role is Role.MONTH:
        return _take_month(form, found)
    return found.end if _fill_word(form, word) else None


def _take_month(form: Form, found: Found) -> int | None:
    is_full = form.year is not None and (form.day is not None or form.month is not None)
    if form.month not in (None, found.word.value) or is_full:
        return None
    form.month = found.word.value
    return found.end


def _fill_word(form: Form, word: Word) -> bool:
    """Set the field that a word other than a month fills; False if it is taken."""
    if word.role in (Role.PAST, Role.NEXT):
        form.turn = form.turn or word.role
        return True
    if word.role in (Role.SHIFT, Role.SAME):
        if form.shift or form.same or (word.unit == "year" and form.year):
            return False
        pair = (word.unit, word.value)
        form.shift, form.same = (pair, None) if word.role is Role.SHIFT else (None, pair)
        return True
    if word.role in (Role.WEEKDAY, Role.ERA, Role.SEASON):
        return form.set(word.role.value, word.value)
    return False


def _is_everyday(scene: Scene, form: Form) -> bool:
    """A month or weekday whose name is an everyday word too (May, среда), with nothing beside it."""
    found = scene.words.get(form.start)
    if found is None or form.end != found[0].end or not found[0].word.weak:
        return False
    return found[0].word.role is Role.WEEKDAY or scene.word_before(form.start) not in scene.calendar.years
