"""Finding a pack's forms in a short text by a plain scan: a question is one line, and nothing may be built first."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from kg.languages.loader import HOME, read_settings
from kg.languages.pack import Form, Settings, parse_form

Row: TypeAlias = "tuple[str, tuple[str, ...]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A form found in the text from `start` to `end` (code points), with the other cells of its line.

    `letters` is how many letters of the text the form explains; a gap's letters are not among them.
    """

    start: int
    end: int
    values: tuple[str, ...]
    letters: int
    spans: tuple[tuple[int, int], ...]


@cache
def settings_of(language: str) -> Settings:
    """Return the grammar of a language that has a pack."""
    return read_settings(HOME / language / "pack.toml")


@cache
def read_forms(language: str, table: str) -> tuple[Row, ...]:
    """Return (form, other cells) of each line of a pack's table, none if it is missing; the loader checks packs."""
    path: Path = HOME / language / f"{table}.tsv"
    if not path.is_file():
        return ()
    lines = path.read_text("utf-8").split("\n")[1:]
    cells = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((first, tuple(rest)) for first, *rest in cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """The text that is searched: as it stands, and in lower case."""

    text: str
    lowered: str
    settings: Settings


def find_phrases(text: str, rows: Iterable[Row], settings: Settings) -> list[Phrase]:
    """Return where the forms of `rows` stand in `text`, by start; of two that overlap the longer one."""
    kept: list[Phrase] = []
    for phrase in find_all_phrases(text, rows, settings):
        if not any(_cross(phrase, other) for other in kept):
            kept.append(phrase)
    return sorted(kept, key=lambda phrase: phrase.start)


def find_all_phrases(text: str, rows: Iterable[Row], settings: Settings) -> list[Phrase]:
    """Return every place of every form, the one that explains most letters first."""
    line = _Line(text=text, lowered=lower(text), settings=settings)
    found = [phrase for form, values in rows for phrase in _find_form(line, form, values)]
    return sorted(found, key=lambda phrase: (-phrase.letters, phrase.start))


def lower(text: str) -> str:
    """Return `text` in lower case, letter by letter, so that places stay the same."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _cross(one: Phrase, other: Phrase) -> bool:
    return any(a < d and c < b for a, b in one.spans for c, d in other.spans)


def _find_form(line: _Line, written: str, values: tuple[str, ...]) -> Iterator[Phrase]:
    """Yield where one form stands; most forms are not in the text at all, which the first lines find out."""
    core = written.rpartition(" … ")[2].strip("*")
    if core not in (line.lowered if core == core.lower() else line.text):
        return
    form = parse_form(written)
    where = line.text if form.cased else line.lowered
    start = where.find(form.text)
    while start >= 0:
        end = start + len(form.text)
        if _stands_alone(where, start, end, form, line.settings):
            yield from _with_gap(line, (start, end), form, values)
        start = where.find(form.text, start + 1)


def _with_gap(line: _Line, span: tuple[int, int], form: Form, values: tuple[str, ...]) -> Iterator[Phrase]:
    start, end = span
    size = _count(line.lowered[start:end])
    if form.first is None:
        yield Phrase(start=start, end=end, values=values, letters=size, spans=(span,))
        return
    first = line.lowered.rfind(form.first, 0, start)
    after = first + len(form.first)
    if first >= 0 and _stands_alone(line.lowered, first, after, Form(form.first), line.settings):
        letters = size + _count(form.first)
        yield Phrase(start=first, end=end, values=values, letters=letters, spans=((first, after), span))


def _count(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def _stands_alone(text: str, start: int, end: int, form: Form, settings: Settings) -> bool:
    """Whether the place has the word boundaries that the language asks for."""
    if settings.boundary == "none":
        return True
    if not form.open_left and not _begins(text, start, settings):
        return False
    return settings.boundary == "left" or form.open_right or end == len(text) or not _is_letter(text[end])


def _begins(text: str, start: int, settings: Settings) -> bool:
    """Whether a word begins at `start`, after letters that are written onto the next word too (Arabic)."""
    begin = start
    while begin and _is_letter(text[begin - 1]):
        begin -= 1
    before = text[begin:start]
    while before:
        found = next((one for one in settings.proclitics if before.startswith(one)), None)
        if found is None:
            return False
        before = before.removeprefix(found)
    return True


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) == "Mn"
