"""A document by its URL; the network is touched only when a URL is given."""

import io
from urllib.error import URLError
from urllib.request import Request, urlopen

from kg.documents.base import MAX_BYTES, Source
from kg.errors import InputError

TIMEOUT_SECONDS = 30
_AGENT = "kg (treaty knowledge graph)"
# What a server calls a page, and the suffix whose reader reads it.
_SUFFIXES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/json": "json",
    "application/x-ndjson": "jsonl",
}


def fetch(url: str) -> tuple[Source, str]:
    """Return what the URL holds, and the suffix of its reader. Raises InputError if it cannot be had."""
    request = Request(url, headers={"User-Agent": _AGENT})  # noqa: S310 - the caller lets only http and https through
    try:
        with urlopen(request, timeout=TIMEOUT_SECONDS) as answer:  # noqa: S310
            data = answer.read(MAX_BYTES + 1)
            kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset()
    except (URLError, OSError, ValueError) as error:
        raise InputError(f"{url}: cannot be fetched: {getattr(error, 'reason', error)}") from error
    return Source(path=url, stream=io.BytesIO(data), charset=charset), _SUFFIXES.get(kind, "txt")
