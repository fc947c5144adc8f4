"""Home: the state in which a document is published, whose press leaves it out where it speaks of its own treaties."""

from functools import cache
from urllib.parse import urlsplit

from kg.model.document import Document
from kg.resolve.tables import read_data


def home_of(document: Document, language: str) -> str | None:
    """Return the state by a language that one state alone writes in, or by the end of the URL's host.

    The end of a host counts only where the document's language is an official one of the state: a Russian portal in
    the Emirates is not their press.
    """
    alone = _homes().get(language)
    host = urlsplit(document.url).hostname if document.url else None
    end = host.rsplit(".", 1)[-1].upper() if host and "." in host else ""
    return alone or (_state_of(end, language) if end else None)


@cache
def _homes() -> dict[str, str]:
    return {row["sign"]: row["state"] for row in read_data("homes")}


@cache
def _state_of(end: str, language: str) -> str | None:
    """Return the state whose press uses the end of a host, where it writes in the language."""
    from babel.languages import get_official_languages

    state = _homes().get(end, end)
    return state if language in get_official_languages(state, regional=True, de_facto=True) else None
