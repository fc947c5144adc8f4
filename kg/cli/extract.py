"""`kg extract`: documents in, JSON lines out, no store."""

import json
from pathlib import Path

import click

from kg.cli.failures import Failures
from kg.cli.options import file_option, jobs_option
from kg.cli.output import NOTHING_FOUND, open_output, say
from kg.cli.progress import count
from kg.documents import read_documents
from kg.extract.batch import read_batch
from kg.extract.record import to_record


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@file_option
@jobs_option
def extract(paths: tuple[str, ...], file: Path | None, jobs: int) -> None:
    """Print the facts that articles state, as JSON lines.

    PATH is a file (text, Markdown, HTML, JSON, JSON-lines), a folder, a glob, a URL, or - for standard input.
    Exit code 1: no facts; 2: a document could not be read (the others were).

    Example: kg extract seeds/articles -o facts.jsonl
    """
    failures = Failures()
    facts = 0
    with open_output(file) as stream:
        for extraction in count(failures.report(read_batch(read_documents(paths), jobs)), "documents"):
            facts += len(extraction.claims)
            stream.write(json.dumps(to_record(extraction), ensure_ascii=False) + "\n")
    failures.finish()
    if not facts:
        say("nothing found")
        raise click.exceptions.Exit(NOTHING_FOUND)
