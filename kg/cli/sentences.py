"""Sentences as a person reads them: the words, and under them who says it, where and when."""

from collections.abc import Iterable
from typing import Protocol

import click


class Quoted(Protocol):
    """A sentence with its source."""

    @property
    def event(self) -> str:
        """What the sentence says happened."""

    @property
    def status(self) -> str:
        """Done, planned or denied."""

    @property
    def date(self) -> str | None:
        """When."""

    @property
    def source(self) -> str | None:
        """Who is quoted."""

    @property
    def name(self) -> str | None:
        """What the input called the document."""

    @property
    def url(self) -> str | None:
        """Where the document is."""

    @property
    def document(self) -> str:
        """The document's id."""

    @property
    def language(self) -> str:
        """The document's language."""

    @property
    def published(self) -> str | None:
        """When the document appeared."""

    @property
    def quote(self) -> str:
        """The sentence."""


def show_sentences(rows: Iterable[Quoted]) -> None:
    """Print each sentence once, with what it says and where it stands."""
    shown: set[tuple[str, str, str, str]] = set()
    for row in rows:
        key = (row.document, row.quote, row.event, row.status)
        if key not in shown:
            shown.add(key)
            click.echo(f"“{' '.join(row.quote.split())}”")
            click.echo(f"    {_describe(row)}")


def _describe(row: Quoted) -> str:
    what = [row.event.replace("_", " "), row.status, row.date, f"says {row.source}" if row.source else None]
    where = [row.name or row.url or row.document, row.published, row.language]
    return f"{', '.join(part for part in what if part)} · {', '.join(part for part in where if part)}"
