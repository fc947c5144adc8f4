"""What a language pack holds: its settings, and the entries of its tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Table(StrEnum):
    """The tables whose forms are looked for in a text."""

    NOUNS = "nouns"
    MODIFIERS = "modifiers"
    TRIGGERS = "triggers"
    MODALITY = "modality"
    MARKERS = "markers"
    OFFICES = "offices"
    STATES = "states"
    LOOKALIKES = "lookalikes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The grammar of a language in a few words; docs/languages.md explains each key."""

    code: str
    names: tuple[str, ...]
    script: str
    boundary: str
    order: str
    title: str
    capitals: str
    quotes: tuple[str, ...] = ()
    proclitics: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    copula: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    presents: tuple[str, ...] = ()
    adverbs: str = ""
    name_letters: str = ""


class Form(NamedTuple):
    """A form to look for: `text` as it stands, open to letters on its sides where a `*` stood.

    `first` is the part of a form with a gap that must stand before; `cased` forms match capitals exactly.
    """

    text: str
    open_left: bool = False
    open_right: bool = False
    first: str | None = None
    cased: bool = False


@dataclass(slots=True, eq=False)
class Entry:
    """One line of a table: the form and its values by column (`-` reads as an empty string), never changed."""

    table: Table
    form: Form
    values: Mapping[str, str]
    line: int = 0

    def __getitem__(self, column: str) -> str:
        return self.values[column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A language: settings, entries of all tables, and the small tables that are used directly."""

    settings: Settings
    entries: tuple[Entry, ...]
    calendar: tuple[tuple[str, str], ...] = ()
    abbreviations: frozenset[str] = frozenset()
    inflections: tuple[tuple[str, str, str], ...] = ()
    surnames: frozenset[str] = frozenset()
    fold: dict[int, str] = field(default_factory=dict)
    cases: tuple[tuple[str, str], ...] = ()

    def forms_of(self, table: Table, column: str, value: str) -> tuple[str, ...]:
        """Return the texts of the entries of `table` whose `column` is `value`, in the table's order."""
        return tuple(entry.form.text for entry in self.entries if entry.table is table and entry[column] == value)


def parse_form(text: str) -> Form:
    """Read a form as written in a table: `*` at a side opens it, ` … ` parts a gap, a capital makes it cased."""
    if "*" not in text and "…" not in text:
        return Form(text, cased=text != text.lower())
    first, gap, last = text.rpartition(" … ")
    core = last.strip("*")
    return Form(
        text=core,
        open_left=last.startswith("*"),
        open_right=last.endswith("*"),
        first=first.lower() if gap else None,
        cased=core != core.lower(),
    )
