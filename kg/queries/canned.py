"""Canned queries: files `NAME.rq` with a typed header, and their twins `NAME.cypher`.

A header is the comment at the top: `title:`, `answers:` and a line for each parameter,
`param: NAME TYPE = EXAMPLE | what it is`. Types are agreement, leader, state, document, date, text and number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from pathlib import Path

from kg.errors import InputError, Place, QueryError
from kg.resources import find_data

PARAM = re.compile(r"(?P<name>\w+) (?P<type>\w+) = (?P<example>.+?) \| (?P<help>.+)")


class ParameterType(StrEnum):
    """What a parameter's value names; the first four are entities, given by id or name."""

    AGREEMENT = "agreement"
    LEADER = "leader"
    STATE = "state"
    DOCUMENT = "document"
    DATE = "date"
    TEXT = "text"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a query: the variable it replaces, what it takes, an example."""

    name: str
    type: ParameterType
    example: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CannedQuery:
    """A query file: `text` is the query itself in the language that `path` ends in."""

    name: str
    title: str
    answers: str
    parameters: tuple[Parameter, ...]
    text: str
    path: Path


def find_queries(folder: Path | None = None) -> Iterator[CannedQuery]:
    """Yield the SPARQL queries of kg, and those of a user's own folder, by name; the user's win."""
    found = {path.stem: path for home in _homes(folder) for path in sorted(home.glob("*.rq"))}
    for name in sorted(found):
        yield read_query(found[name])


def find_query(name: str, folder: Path | None = None) -> CannedQuery:
    """Return the query `name`; QueryError offers the nearest names."""
    for home in reversed(_homes(folder)):
        path = home / f"{name}.rq"
        if path.is_file() and re.fullmatch(r"[\w.-]+", name):
            return read_query(path)
    names = [path.stem for home in _homes(folder) for path in home.glob("*.rq")]
    near = get_close_matches(name, names, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "`kg queries` lists them"
    raise QueryError(f"no query {name!r}; {hint}")


def find_twin(query: CannedQuery) -> CannedQuery | None:
    """Return the Cypher twin beside a SPARQL query, None if there is none."""
    path = query.path.with_suffix(".cypher")
    return read_query(path) if path.is_file() else None


def _homes(folder: Path | None) -> list[Path]:
    if folder is not None and not folder.is_dir():
        raise QueryError(f"{folder}: no such folder of queries")
    return [find_data("queries"), *(() if folder is None else (folder,))]


@cache
def read_query(path: Path) -> CannedQuery:
    """Return the query in a file; InputError with line and field for a header that cannot be read."""
    sign = "#" if path.suffix == ".rq" else "//"
    lines = path.read_text("utf-8").splitlines()
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    for number, line in enumerate(lines, 1):
        if not line.startswith(sign):
            break
        field, _, value = line.removeprefix(sign).strip().partition(": ")
        if field == "param":
            parameters.append(_parse_parameter(value, Place(path=path, line=number, field=field)))
        else:
            fields[field] = value
    for field in ("title", "answers"):
        if not fields.get(field):
            raise InputError.at(Place(path=path, line=1, field=field), "missing in the header")
    return CannedQuery(
        name=path.stem,
        title=fields["title"],
        answers=fields["answers"],
        parameters=tuple(parameters),
        text="\n".join(lines),
        path=path,
    )


def _parse_parameter(value: str, place: Place) -> Parameter:
    match = PARAM.fullmatch(value)
    if match is None:
        raise InputError.at(place, "not of the form `NAME TYPE = EXAMPLE | what it is`")
    if match["type"] not in set(ParameterType):
        raise InputError.at(place, f"unknown type {match['type']!r}; known: {', '.join(ParameterType)}")
    type_ = ParameterType(match["type"])
    return Parameter(name=match["name"], type=type_, example=match["example"], help=match["help"])
