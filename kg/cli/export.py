"""`kg export`: the graph in a format of your choice."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from kg.cli.options import store_option
from kg.cli.output import say
from kg.cli.reading import open_reader

if TYPE_CHECKING:
    from kg.export import Format, Source


class FormatName(click.ParamType):
    """A format that is installed; the names are looked up when they are needed."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name; QueryError lists the formats there are."""
        from kg.export import find_format

        find_format(value)
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """Offer the formats that begin with what is typed."""
        from kg.export import format_names

        return [click.shell_completion.CompletionItem(name) for name in format_names() if name.startswith(incomplete)]


@click.command("export")
@click.argument("form", metavar="FORMAT", type=FormatName())
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), help="Write to this file, or folder for csv.")
@store_option
def export(form: str, file: Path | None, store: Path) -> None:
    """Write the whole graph in FORMAT. Example: kg export turtle -o graph.ttl.

    FORMAT is one of cypher csv dot gexf graphml html json jsonld nquads ntriples png rdfxml svg turtle.
    """
    from kg.export import Source, find_format
    from kg.graph.read_view import read_view

    with open_reader(store) as reader:
        source = Source(view=lambda: read_view(reader.quads()), quads=reader.quads)
        put_out(find_format(form), source, file)


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
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                click.get_binary_stream("stdout").write(block)
