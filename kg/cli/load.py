"""`kg load` and `kg withdraw`: documents into the store and out of it."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.failures import Failures
from kg.cli.options import Output, jobs_option, json_option, store_option
from kg.cli.output import Table, say, show
from kg.cli.progress import count
from kg.cli.stores import writing
from kg.errors import QueryError

if TYPE_CHECKING:
    from kg.stores.digest import Digest

BATCH = 250  # documents that go into the store together
COLUMNS = ("document", "name", "outcome", "agreements", "claims")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@store_option
@jobs_option
@json_option
def load(paths: tuple[str, ...], store: Path, jobs: int, output: Output) -> None:
    """Read articles into the store.

    PATH is a file (text, Markdown, HTML, JSON, JSON-lines), a folder, a glob, a URL, or - for standard input. Loading
    twice is loading once; a changed article replaces its earlier version. What fails is reported, the rest is loaded.

    Example: kg load seeds/articles
    """
    from kg.documents import read_documents
    from kg.extract.batch import map_batch
    from kg.stores.digest import digest

    failures = Failures()
    rows: list[tuple[str | int | None, ...]] = []
    with writing(store) as target:
        found = iter(count(failures.report(map_batch(read_documents(paths), digest, jobs)), "documents"))
        while batch := tuple(islice(found, BATCH)):
            kept = target.keep_digests(batch)
            rows += _report(batch, set(kept.known))
            rows += [(id_[:16], None, "replaced", None, None) for id_ in kept.replaced]
        target.follow()
    if rows or not failures.failed:
        show(Table(columns=COLUMNS, rows=tuple(rows)), output)
    failures.finish()


def _report(batch: "tuple[Digest, ...]", known: set[str]) -> Iterator[tuple[str | int | None, ...]]:
    for one in batch:
        outcome = "known" if one.id in known else "loaded"
        yield one.id[:16], one.name, outcome, one.agreements, one.claims


@click.command()
@click.argument("document")
@store_option
def withdraw(document: str, store: Path) -> None:
    """Take a document's claims out of the store, as if it had never been loaded.

    DOCUMENT is its URL, its name or the start of its sha256 (eight digits or more).

    Example: kg withdraw 7828a570
    """
    with writing(store) as target:
        found = target.archive.find(document)
        if not found:
            raise QueryError(f"no document {document!r}; `kg query documents` lists them")
        if len(found) > 1:
            names = ", ".join(f"{one.id[:16]} ({one.name})" for one in found[:5])
            raise QueryError(f"{document!r} may be: {names}; give one of these")
        target.withdraw([found[0].id])
    say(f"withdrawn: {found[0].name or found[0].id[:16]}")
