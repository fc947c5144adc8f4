"""`kg lineage`: what came before and after an agreement, as text or as a picture."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Output, sure_option
from kg.cli.output import say, show_json
from kg.cli.reading import answers, find_agreement
from kg.cli.stores import reading

if TYPE_CHECKING:
    from kg.queries.lookups import Link
    from kg.stores.base import Store


@click.command("lineage")
@click.argument("name")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "svg", "png", "html"]),
    default="text",
    show_default=True,
    help="Text, a picture, or a page.",
)
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), help="Write to this file.")
@sure_option
@answers
def lineage(  # noqa: PLR0913 - the options of a command
    name: str, form: str, file: Path | None, least: float, store: Path, output: Output
) -> None:
    """Show what came before and after the agreement NAME. Example: kg lineage "1961 treaty" --format text."""
    from kg.queries.find import label_of
    from kg.queries.lookups import find_lineage

    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        links = find_lineage(reader, agreement, least)
        if form != "text":
            _draw(reader, {agreement, *(end for link in links for end in (link.newer, link.older))}, form, file)
            return
        labels = {end: label_of(reader, end) for link in links for end in (link.newer, link.older)}
    if output is Output.JSON:
        show_json(
            [{"newer": link.newer, "older": link.older, "status": link.status, "date": link.date} for link in links]
        )
    for line in draw_text(links, labels) if output is Output.TABLE else ():
        click.echo(line)
    if not links:
        say(f"nothing is known to replace {agreement}, or to be replaced by it")
        raise click.exceptions.Exit(1)


def draw_text(links: Iterable["Link"], labels: dict[str, str]) -> Iterator[str]:
    """Yield the lineage as an indented tree, the newest agreements at the left."""
    older: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        older[link.newer].append(link)
    roots = sorted(set(older) - {link.older for found in older.values() for link in found}) or sorted(older)[:1]
    seen: set[str] = set()
    for root in roots:
        yield f"{labels[root]}  ({root})"
        yield from _branches(root, older, labels, seen, "  ")


def _branches(
    newer: str, older: dict[str, list["Link"]], labels: dict[str, str], seen: set[str], indent: str
) -> Iterator[str]:
    """Yield what an agreement replaces, below it; one that was shown already is not opened again."""
    seen.add(newer)
    for link in older.get(newer, ()):
        verb = "replaces" if link.status == "done" else "is to replace"
        when = f", {link.date}" if link.date else ""
        yield f"{indent}{verb}: {labels[link.older]}  ({link.older}){when}"
        if link.older not in seen:
            yield from _branches(link.older, older, labels, seen, indent + "  ")


def _draw(store: "Store", agreements: set[str], form: str, file: Path | None) -> None:
    from kg.cli.export import put_out
    from kg.export import Source, find_format
    from kg.export.selection import select_agreements
    from kg.export.store_source import source_of

    whole = source_of(store)
    view = select_agreements(whole.view(), agreements)
    put_out(find_format(form), Source(view=lambda: view, quads=whole.quads), file)
