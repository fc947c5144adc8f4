"""`kg query` and `kg queries`: canned queries."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Output, json_option, store_option
from kg.cli.output import Table, say, show
from kg.cli.stores import name_in, reading
from kg.errors import QueryError
from kg.queries.answers import Answer
from kg.queries.canned import find_queries, find_query, find_twin
from kg.queries.run import run_query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.queries.canned import CannedQuery

folder_option = click.option(
    "--queries",
    "folder",
    type=click.Path(path_type=Path),
    envvar="KG_QUERIES",
    show_envvar=True,
    help="A folder of your own queries beside those of kg.",
)


@click.command()
@click.argument("name")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of the query.")
@folder_option
@store_option
@json_option
def query(name: str, params: tuple[str, ...], folder: Path | None, store: Path, output: Output) -> None:
    """Run a canned query.

    A parameter that is an agreement, leader, state or document takes an id or any name of it. `kg queries` lists the
    queries and their parameters.

    Example: kg query between -p first=Russia -p second="North Korea"
    """
    chosen = find_query(name, folder)
    values = dict(_split_param(param) for param in params)
    with reading(store) as source:
        answer = run_query(source, chosen, values, lambda type_, text: name_in(source, type_, text))
    show(to_table(answer), output)


@click.command()
@click.option(
    "--check", "checked", is_flag=True, help="Check headers and parameters, and the rows of the Cypher twins."
)
@folder_option
@store_option
@json_option
def queries(checked: bool, folder: Path | None, store: Path | str, output: Output) -> None:  # noqa: FBT001 - by click
    """List the canned queries.

    With --check each is run on the store, in SPARQL and in Cypher, and the rows of both must be the same; without a
    store only the files are read.

    Example: kg queries
    """
    found = list(find_queries(folder))
    if checked:
        faults = _find_faults(found, store)
        if faults:
            raise QueryError("; ".join(faults))
    rows = tuple(
        (
            one.name,
            " ".join(f"{p.name}:{p.type}" for p in one.parameters),
            one.title,
            "cypher" if find_twin(one) else None,
        )
        for one in found
    )
    show(Table(columns=("query", "parameters", "title", "twin"), rows=rows), output)


def _find_faults(found: "Sequence[CannedQuery]", store: Path | str) -> list[str]:
    from kg.queries.check import check_query

    faults = [fault for one in found for fault in check_query(one)]
    if isinstance(store, str) or not (store / "rdf").is_dir():
        say("no store in a folder: the files were checked, rows were not compared")
        return faults
    from kg.export.store_source import source_of
    from kg.queries.trials import compare_twins
    from kg.stores.ladybug import open_projection

    with reading(store) as reader:
        view = source_of(reader).view()
        with closing(open_projection(store, lambda: view)) as projection:
            faults += [fault for one in found for fault in compare_twins(one, view, reader, projection)]
    return faults


def to_table(answer: Answer) -> Table:
    """Return an answer as a table to show."""
    return Table(columns=answer.columns, rows=answer.rows)


def _split_param(param: str) -> tuple[str, str]:
    name, sign, value = param.partition("=")
    if not sign or not value:
        raise QueryError(f"-p {param}: a parameter is given as NAME=VALUE")
    return name.strip(), value.strip()
