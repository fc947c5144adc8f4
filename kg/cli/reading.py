"""What the commands that ask share: their options, the agreement they are about, answers as tables."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from kg.cli.options import json_option, store_option
from kg.cli.output import Cell, Table
from kg.cli.stores import name_in
from kg.queries.canned import ParameterType

if TYPE_CHECKING:
    from kg.stores.base import Store

P = ParamSpec("P")
R = TypeVar("R")


def answers(command: Callable[P, R]) -> Callable[P, R]:
    """Give a command the options `--store` and `--json`."""
    return store_option(json_option(command))


def find_agreement(store: "Store", name: str) -> str:
    """Return the id of the agreement that `name` means; QueryError offers what is near."""
    return name_in(store, ParameterType.AGREEMENT, name)


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
