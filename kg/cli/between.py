"""`kg between`: the agreements of two states, in force on a day or not."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Output, sure_option
from kg.cli.output import Table, show
from kg.cli.reading import answers
from kg.cli.stores import name_in, reading
from kg.queries.canned import ParameterType

if TYPE_CHECKING:
    from kg.queries.lookups_between import Between

COLUMNS = ("agreement", "label", "kind", "year", "parties", "in force", "why", "claims")


@click.command("between")
@click.argument("first")
@click.argument("second")
@click.option("--on", "day", metavar="DAY", help="Say which were in force on this day (YYYY-MM-DD), and why.")
@sure_option
@answers
def between(  # noqa: PLR0913 - the options of a command
    first: str, second: str, day: str | None, least: float, store: Path, output: Output
) -> None:
    """Show the agreements between two states. Example: kg between Russia "North Korea" --on 2025-01-01."""
    from kg.queries.lookups_between import find_between

    if day is not None:
        check_day(day)
    with reading(store) as reader:
        ends = [name_in(reader, ParameterType.STATE, name) for name in (first, second)]
        rows = find_between(reader, ends[0], ends[1], day, least)
    show(Table(columns=COLUMNS, rows=tuple(between_row(row) for row in rows)), output)


def check_day(day: str) -> None:
    """Refuse a day that no calendar has."""
    from datetime import date

    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise click.BadParameter(f"{day!r} is no day; write YYYY-MM-DD", param_hint="--on") from error


def between_row(row: "Between") -> tuple[str | None, ...]:
    """Return the cells of one agreement between two states."""
    ends = f"{row.one.partition(':')[2]} {row.other.partition(':')[2]}"
    force = None if row.force is None else row.force.answer
    why = None if row.force is None else row.force.why
    claims = None if row.force is None else " ".join(row.force.claims)
    return (row.agreement, row.label, row.kind, row.year, ends, force, why, claims)
