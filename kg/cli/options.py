"""The options that commands share."""

from enum import Enum
from pathlib import Path

import click


class Output(Enum):
    """How an answer is shown: a table for people, JSON for machines."""

    TABLE = "table"
    JSON = "json"


json_option = click.option(
    "--json",
    "output",
    flag_value=Output.JSON,
    default=Output.TABLE,
    type=click.UNPROCESSED,
    help="Answer in JSON.",
)


def parse_place(ctx: click.Context, param: click.Parameter, value: str) -> Path | str:
    """Return a store's place: the address of a SPARQL endpoint as it is, anything else as a folder."""
    return value if value.startswith(("http://", "https://")) else Path(value)


store_option = click.option(
    "--store",
    metavar="PLACE",
    default=".kg",
    callback=parse_place,
    envvar="KG_STORE",
    show_envvar=True,
    show_default=True,
    help="The folder of the store, or to read: the address of a SPARQL endpoint.",
)

sure_option = click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out what is less sure (0 to 1).",
)

file_option = click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file instead of standard output; it is replaced only when all went well.",
)

jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many processes read at the same time.",
)
