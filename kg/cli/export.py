"""`kg export`: the graph in a format of your choice."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_option
from kg.cli.output import say
from kg.cli.stores import reading

if TYPE_CHECKING:
    from kg.export import Format, Source


def offer_formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the formats that begin with what is typed, for the shell's completion."""
    from kg.export import format_names

    return [name for name in format_names() if name.startswith(incomplete)]


@click.command("export")
@click.argument("form", metavar="FORMAT", shell_complete=offer_formats)
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path), help="Write to this file (a folder for csv, neo4j-bulk)."
)
@click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out edges and claims that are less sure (0 to 1); formats of nodes and edges only, not RDF.",
)
@store_option
def export(form: str, file: Path | None, least: float, store: Path) -> None:
    """Write the whole graph in FORMAT. Example: kg export turtle -o graph.ttl.

    FORMAT is one of cypher csv dot gexf graphml html json jsonld neo4j-bulk nquads ntriples png rdfxml svg turtle.
    """
    from kg.export import find_format
    from kg.export.confident import filter_source
    from kg.export.store_source import source_of

    chosen = find_format(form)
    with reading(store) as reader:
        put_out(chosen, filter_source(source_of(reader), least) if least else source_of(reader), file)


def put_out(form: "Format", source: "Source", file: Path | None) -> None:
    """Write an export to a file, or to standard output where none is given."""
    from kg.export import Layout, write_export

    if file is not None:
        write_export(form, source, file)
        say(f"wrote {file}")
        return
    if form.layout is Layout.FOLDER:
        raise click.UsageError("this format is a folder of files: name it with -o")
    if form.suffix == ".png" and sys.stdout.isatty():
        raise click.UsageError("a picture in pixels is nothing for a terminal: name a file with -o")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        write_export(form, source, path)
        sys.stdout.buffer.write(path.read_bytes())
