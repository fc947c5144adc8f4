"""`kg find`: agreements, states, leaders and documents by any name in any script."""

from pathlib import Path

import click

from kg.cli.options import Output
from kg.cli.output import Table, show
from kg.cli.reading import answers
from kg.cli.stores import reading


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="The most rows to show.")
@answers
def find(words: tuple[str, ...], limit: int, store: Path, output: Output) -> None:
    """Find agreements, states, leaders and documents by any name. Example: kg find 1961 treaty."""
    from kg.queries.find import find as find_hits

    with reading(store) as reader:
        hits = find_hits(reader, " ".join(words), limit=limit)
    rows = tuple((hit.id, hit.type, hit.label, round(hit.score, 2)) for hit in hits)
    show(Table(columns=("id", "type", "label", "score"), rows=rows), output)
