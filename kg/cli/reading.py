"""What the commands that ask share: the store opened for reading, names resolved, answers as tables."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from kg.cli.options import Output, json_option, store_option
from kg.cli.output import Cell, Table

if TYPE_CHECKING:
    from kg.stores.base import Store

P = ParamSpec("P")
R = TypeVar("R")


def answers(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the options `--store` and `--json`."""
    return store_option(json_option(command))


@contextmanager
def open_reader(place: Path | str) -> "Iterator[Store]":
    """Give the store in a folder for reading, closed after the block."""
    from kg.stores.reader import open_to_read

    store = open_to_read(Path(place))
    try:
        yield store
    finally:
        store.close()


def find_agreement(store: "Store", name: str) -> str:
    """Return the id of the agreement that `name` means; QueryError offers what is near."""
    from kg.queries.canned import ParameterType
    from kg.queries.find import find_one

    return find_one(store, ParameterType.AGREEMENT, name)


def find_state(store: "Store", name: str) -> str:
    """Return the id of the state that `name` means; QueryError offers what is near."""
    from kg.queries.canned import ParameterType
    from kg.queries.find import find_one

    return find_one(store, ParameterType.STATE, name)


def make_table(rows: Sequence[Any], columns: Iterable[str], title: str | None = None) -> Table:
    """Return rows of a lookup as a table of some of their fields."""
    names = tuple(columns)
    return Table(
        columns=names, rows=tuple(tuple(_cell(getattr(row, name)) for name in names) for row in rows), title=title
    )


def columns_of(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of a row type's fields."""
    return tuple(field.name for field in fields(kind))


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    return ", ".join(str(one) for one in value) if isinstance(value, tuple) else str(value)


def agreement_argument(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the argument NAME: an agreement by id or by any name in any script."""
    return click.argument("name")(command)
