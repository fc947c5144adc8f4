"""`kg cypher`: a free Cypher query, on the embedded projection or on a server."""

import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.limits import limit_option, say_cut, seconds_option
from kg.cli.options import Output, json_option, store_option
from kg.cli.output import Cell, Table, show, show_text, to_json
from kg.cli.stores import reading
from kg.errors import QueryError
from kg.queries.cypher_text import REFUSED, refuse_more_than_reading

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command("cypher")
@click.argument("text")
@click.option("--on", "uri", metavar="URI", help="Run it on this Neo4j server instead of the embedded projection.")
@click.option("--database", help="The database on the server; its own default without.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("table", "json", "csv")),
    default="table",
    show_default=True,
    help="How the answer is written.",
)
@limit_option
@seconds_option
@store_option
@json_option
def cypher(  # noqa: PLR0913 - the options of a command
    text: str, uri: str | None, database: str | None, form: str, limit: int, seconds: float, store: Path, output: Output
) -> None:
    """Run a Cypher query; it cannot change anything. Example: kg cypher - < queries/planned.cypher.

    TEXT is the query, or - to read it from standard input. Nodes are State, Leader, Agreement, Claim and Document; the
    edges are those of `kg export json`. Without a server it needs the extra kg[cypher].
    """
    asked = sys.stdin.read() if text == "-" else text
    refuse_more_than_reading(asked)
    if uri:
        rows = _run_on_server(asked, uri, database, limit, seconds)
    else:
        rows = _run_embedded(asked, store, limit, seconds)
    shown = rows[:limit]
    columns = tuple(shown[0]) if shown else ()
    if len(rows) > limit:
        say_cut(limit)
    table = Table(columns=columns, rows=tuple(tuple(_cell(row[name]) for name in columns) for row in shown))
    if form == "csv":
        from kg.queries.results import rows_to_csv

        show_text(rows_to_csv(table.columns, table.rows), table)
    elif output is Output.JSON or form == "json":
        show_text(to_json([{name: _json(row[name]) for name in columns} for row in shown]) + "\n", table)
    else:
        show(table, Output.TABLE)


def _run_embedded(text: str, store: Path | str, limit: int, seconds: float) -> list[dict[str, Any]]:
    """Return at most one row more than the limit, from the projection of a store in a folder."""
    from kg.export.store_source import source_of
    from kg.stores.ladybug import open_projection

    if isinstance(store, str):
        raise QueryError(f"{store}: Cypher runs on a store's folder, or with --on on a Neo4j server")
    with reading(store) as reader:
        projection = open_projection(store, source_of(reader).view)
    try:
        return list(projection.query(text, {}, limit=limit + 1, seconds=seconds))
    finally:
        projection.close()


def _run_on_server(text: str, uri: str, database: str | None, limit: int, seconds: float) -> list[dict[str, Any]]:
    from kg.cli.push import connect

    with connect(uri, database) as server:
        if not server.is_reading(text, {}):
            raise QueryError(REFUSED)
        rows: Iterator[dict[str, Any]] = server.query(text, {}, limit=limit + 1, seconds=seconds)
        return list(islice(rows, limit + 1))


def _json(value: object) -> object:
    """Return a value as JSON has it: lists and nodes as they are, dates and the like as text."""
    if isinstance(value, dict):
        return {str(name): _json(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_json(one) for one in value]
    return value if value is None or isinstance(value, str | int | float) else str(value)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float):
        return value
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)
