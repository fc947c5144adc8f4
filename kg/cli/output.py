"""Showing answers: aligned columns or JSON; results to stdout, everything else to stderr."""

import os
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import click

from kg.cli.options import Output

NOTHING_FOUND = 1

Cell = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An answer in rows: `columns` name the cells of each row, None is an empty cell."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    title: str | None = None


def show(table: Table, output: Output) -> None:
    """Print the table and end the command with exit code 1 if it is empty."""
    if output is Output.JSON:
        show_json([dict(zip(table.columns, row, strict=True)) for row in table.rows])
    elif table.rows and sys.stdout.isatty():
        _print_rich(table)
    elif table.rows:
        _print_plain(table)
    if not table.rows:
        say("nothing found")
        raise click.exceptions.Exit(NOTHING_FOUND)


def show_text(text: str, table: Table) -> None:
    """Print an answer in a format of its own and end the command with exit code 1 if the table has no rows."""
    click.echo(text, nl=False)
    if not table.rows:
        say("nothing found")
        raise click.exceptions.Exit(NOTHING_FOUND)


def show_json(value: object) -> None:
    """Print a value as JSON, letters of all scripts as they are."""
    click.echo(to_json(value))


def to_json(value: object) -> str:
    """Return a value as JSON on several lines."""
    import json  # commands that print tables do without

    return json.dumps(value, ensure_ascii=False, indent=2)


def say(message: str) -> None:
    """Print a line for the person at the terminal, on stderr."""
    click.echo(message, err=True)


@contextmanager
def open_output(file: Path | None) -> Iterator[IO[str]]:
    """Give a stream to write to: stdout, or a file that appears only when the block ends without error."""
    if file is None:
        yield sys.stdout
        return
    with NamedTemporaryFile("w", encoding="utf-8", newline="", dir=file.parent, prefix=file.name, delete=False) as new:
        try:
            yield new
        except BaseException:
            Path(new.name).unlink()
            raise
    _publish(Path(new.name), file)


def _publish(new: Path, file: Path) -> None:
    """Put the finished file in place, with the rights that the umask gives."""
    mask = os.umask(0)
    os.umask(mask)
    new.chmod(0o666 & ~mask)
    new.replace(file)


def _print_rich(table: Table) -> None:
    # rich takes 0.1 s to import: only a terminal pays for it.
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table as RichTable

    shown = RichTable(*table.columns, title=table.title, box=SIMPLE_HEAD, title_justify="left")
    for row in table.rows:
        shown.add_row(*(_text(cell) for cell in row))
    Console().print(shown, markup=False)


def _print_plain(table: Table) -> None:
    """Print aligned columns of any width: a pipe has no edge."""
    lines = [table.columns, *(tuple(_text(cell) for cell in row) for row in table.rows)]
    widths = [max(measure_width(line[number]) for line in lines) for number in range(len(table.columns))]
    for line in lines:
        padded = (text + " " * (width - measure_width(text)) for text, width in zip(line, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def measure_width(text: str) -> int:
    """Return how many terminal cells the text takes: East Asian wide characters two, combining ones none (UAX 11)."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) != 0 for character in text)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)
