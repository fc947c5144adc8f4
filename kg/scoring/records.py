"""The shapes of gold records and of predictions, and reading both."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict, cast

from kg.errors import InputError, Place


class Agreement(TypedDict, total=False):
    """An agreement, gold or predicted."""

    id: str
    names: list[str]
    kind: str
    year: int | None
    parties: list[str]


class Fact(TypedDict, total=False):
    """A fact, gold or predicted, or a trap; a list of statuses means that each of them is right."""

    event: str
    agreement: str
    replaced: str
    by: str
    status: str | list[str]
    date: str | None
    place: str | None
    states: list[str]
    persons: list[str]
    source: str | None
    optional: bool
    why: str
    quote: str
    rule: str


class Record(TypedDict, total=False):
    """What a document says: by the gold corpus (then with text, language and traps) or by extraction."""

    id: str
    lang: str
    text: str
    published: str | None
    agreements: list[Agreement]
    facts: list[Fact]
    traps: list[Fact]


def read_gold(path: Path) -> list[Record]:
    """Return the gold records in a file or below a folder (.json and .jsonl), in the order of the paths.

    Raises InputError for a file that cannot be read, a record without its fields, and where there is none.
    """
    files = sorted([*path.rglob("*.json"), *path.rglob("*.jsonl")]) if path.is_dir() else [path]
    records = [_check_gold(value, place) for file in files for value, place in _read_values(file)]
    if not records:
        raise InputError(f"{path}: no gold records")
    return list({record["id"]: record for record in records}.values())


def read_predictions(path: Path) -> dict[str, Record]:
    """Return the records of a JSON-lines file by id, as `kg extract` writes them."""
    return {value["id"]: cast("Record", value) for value, _ in _read_values(path)}


def _read_values(path: Path) -> Iterator[tuple[dict[str, Any], Place]]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.at(Place(path=path), getattr(error, "strerror", None) or "not UTF-8") from error
    lines = [(text, None)] if path.suffix == ".json" else [(line, n) for n, line in enumerate(text.split("\n"), 1)]
    for line, number in lines:
        place = Place(path=path, line=number)
        if line.strip():
            yield _parse(line, place), place


def _parse(text: str, place: Place) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError.at(place, f"not JSON: {error.msg.lower()}") from error
    if not isinstance(value, dict) or not isinstance(value.get("id"), str):
        raise InputError.at(place, "a record needs an id")
    return value


def _check_gold(value: dict[str, Any], place: Place) -> Record:
    for field in ("text", "lang", "agreements", "facts", "traps"):
        if field not in value:
            raise InputError.at(Place(path=place.path, line=place.line, field=field), "missing in a gold record")
    return cast("Record", value)
