"""Loading language packs: the folder of a language -> Pack."""

import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import InputError, Place
from kg.languages.columns import COLUMNS, REQUIRED
from kg.languages.pack import Entry, Form, Pack, Settings, Table, parse_form
from kg.languages.tables import read_table, scan_table
from kg.languages.territories import state_names

TableReader = Callable[[Path], Iterable[tuple[int, dict[str, str]]]]
HOME = Path(__file__).parent
LISTS = ("quotes", "names", "proclitics", "enclitics", "copula", "towns", "presents")


@cache
def supported_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a pack, sorted."""
    return tuple(sorted(path.parent.name for path in HOME.glob("*/pack.toml")))


@cache
def load_pack(code: str) -> Pack:
    """Return the pack of the language `code`; InputError if it has none or a table is wrong."""
    if code not in supported_languages():
        raise InputError(f"no language pack {code!r}; there are: {' '.join(supported_languages())}")
    return make_pack(HOME / code, scan_table)


@cache
def role_forms(code: str, role: str) -> tuple[str, ...]:
    """Return the forms of a language's markers of a role."""
    return load_pack(code).forms_of(Table.MARKERS, "role", role)


def read_pack(folder: Path) -> Pack:
    """Return the pack in `folder`, checked. Raises InputError with file, line and key of what is wrong."""
    return make_pack(folder, read_table)


def make_pack(folder: Path, read: TableReader) -> Pack:
    """Return the pack in `folder`, whose tables `read` reads."""
    settings = read_settings(folder / "pack.toml")
    tables = {name: read_rows(folder / f"{name}.tsv", read) for name in COLUMNS}
    return Pack(
        settings=settings,
        entries=(*make_entries(tables), *state_entries(settings)),
        calendar=tuple((row["form"], row["meaning"]) for _, row in tables["calendar"]),
        abbreviations=frozenset(row["form"] for _, row in tables["abbreviations"]),
        inflections=tuple((row["ending"], row["base"], row["class"]) for _, row in tables["inflections"]),
        surnames=frozenset(row["form"] for _, row in tables["surnames"]),
        fold={ord(row["from"]): row["to"] for _, row in tables["fold"]},
        cases=tuple((row["sentence"], row["facts"]) for _, row in tables["cases"]),
    )


def read_settings(path: Path) -> Settings:
    """Return the settings in `path`; InputError names an unknown or missing key."""
    if not path.is_file():
        raise InputError.at(Place(path=path), "no such file: a pack needs it")
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError.at(Place(path=path), str(error)) from error
    known = set(Settings.__dataclass_fields__)
    for key in sorted(set(values) ^ known):
        if key not in known or key not in (*LISTS, "adverbs", "name_letters"):
            what = "unknown key" if key not in known else "missing key"
            raise InputError.at(Place(path=path, field=key), what)
    cells: dict[str, Any] = {key: tuple(value) if key in LISTS else value for key, value in values.items()}
    return Settings(**cells)


def read_rows(path: Path, read: TableReader) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of the table at `path`; none for a missing optional table."""
    if not path.is_file():
        if path.stem in REQUIRED:
            raise InputError.at(Place(path=path), "no such file: a pack needs it")
        return []
    return list(read(path))


def make_entries(tables: dict[str, list[tuple[int, dict[str, str]]]]) -> list[Entry]:
    """Return the entries of the tables whose forms are looked for in a text."""
    return [
        Entry(table, parse_form(row["form"]), row, number) for table in Table for number, row in tables[table.value]
    ]


def state_entries(settings: Settings) -> list[Entry]:
    """Return entries for the states' names that CLDR gives in the language, through Babel."""
    return [
        Entry(Table.STATES, Form(name, cased=name != name.lower()), {"code": code, "type": "name"})
        for name, code in state_names(settings.code)
    ]
