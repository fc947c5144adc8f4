"""`kg languages`: what is read and how well, and the check of a pack."""

from pathlib import Path

import click

from kg.cli.options import Output, json_option
from kg.cli.output import Cell, Table, show
from kg.languages.loader import HOME, read_pack, read_settings, supported_languages
from kg.languages.scores import read_scores


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def languages(context: click.Context, output: Output) -> None:
    """List the supported languages with their measured scores.

    The scores are those of the gold corpus: on how many articles, and precision, recall and F1 of the facts.

    Example: kg languages
    """
    if context.invoked_subcommand is None:
        columns = ("code", "language", "articles", "precision", "recall", "f1")
        show(Table(columns=columns, rows=tuple(_make_row(code) for code in supported_languages())), output)


@languages.command("check")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path) -> None:
    """Check the language pack in FOLDER; what is wrong is named with file, line and column.

    Example: kg languages check kg/languages/id
    """
    pack = read_pack(folder)
    click.echo(f"{folder}: {pack.settings.names[0]}, {len(pack.entries)} forms, {len(pack.cases)} cases, nothing wrong")


def _make_row(code: str) -> tuple[Cell, ...]:
    name = read_settings(HOME / code / "pack.toml").names[0]
    measured = read_scores().get(code)
    if measured is None:
        return (code, name, None, None, None, None)
    return (code, name, measured.records, measured.precision, measured.recall, measured.f1)
