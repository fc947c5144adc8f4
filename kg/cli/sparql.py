"""`kg sparql`: a free SPARQL query, on the store or on an endpoint."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.limits import cut_rows, limit_option, run_limited, seconds_option
from kg.cli.options import Output, json_option, store_option
from kg.cli.output import show, show_text
from kg.cli.query import to_table
from kg.cli.stores import reading
from kg.queries.answers import make_answer

if TYPE_CHECKING:
    from kg.stores.base import Table

FORMATS = ("table", "json", "csv", "tsv", "sparql-json", "sparql-xml")


@click.command()
@click.argument("text")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="table",
    show_default=True,
    help="How the answer is written; all but the first two are the W3C's result formats.",
)
@limit_option
@seconds_option
@store_option
@json_option
def sparql(text: str, form: str, limit: int, seconds: float, store: Path, output: Output) -> None:  # noqa: PLR0913
    """Run a SPARQL query; it cannot change the store.

    TEXT is the query, or - to read it from standard input. CONSTRUCT and DESCRIBE give a row for each triple.

    Example: kg sparql "ASK { ?newer <urn:kg:ns:supersedes> ?older }"
    """
    from kg.queries.forms import refuse_updates
    from kg.queries.results import FORMATS as WRITERS

    asked = sys.stdin.read() if text == "-" else text
    refuse_updates(asked)
    found = cut_rows(run_limited(partial(_select, store, asked, limit + 1), seconds), limit)
    answer = to_table(make_answer(found))
    if form in WRITERS:
        show_text(WRITERS[form](found), answer)
    else:
        show(answer, Output.JSON if form == "json" else output)


def _select(store: Path, text: str, limit: int) -> "Table":
    with reading(store) as source:
        return source.select(text, limit=limit)
