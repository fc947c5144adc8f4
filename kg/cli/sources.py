"""`kg sources`: every sentence about an agreement."""

from pathlib import Path

import click

from kg.cli.options import Output, json_option, store_option, sure_option
from kg.cli.output import Table, show
from kg.cli.stores import name_in, reading
from kg.queries.canned import ParameterType
from kg.queries.lookups import Sentence, find_sources

COLUMNS = ("event", "status", "date", "source", "document", "language", "published", "sentence")


@click.command()
@click.argument("name")
@sure_option
@store_option
@json_option
def sources(name: str, least: float, store: Path, output: Output) -> None:
    """Show every sentence about the agreement NAME: what it says, who is quoted, and where it stands.

    Example: kg sources "1961 treaty"
    """
    with reading(store) as source:
        found = find_sources(source, name_in(source, ParameterType.AGREEMENT, name), least)
    show(Table(columns=COLUMNS, rows=tuple(_row(sentence) for sentence in found)), output)


def _row(sentence: Sentence) -> tuple[str | None, ...]:
    where = sentence.url or sentence.name or sentence.document
    return (
        sentence.event,
        sentence.status,
        sentence.date,
        sentence.source,
        where,
        sentence.language,
        sentence.published,
        " ".join(sentence.quote.split()),
    )
