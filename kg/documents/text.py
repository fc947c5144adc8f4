"""Plain text: the whole file is the article."""

from collections.abc import Iterator

from kg.documents.base import Result, Source, read_bytes
from kg.documents.decode import decode
from kg.model import Document


def read_text(source: Source) -> Iterator[Result]:
    """Yield the file's text as one document."""
    text = decode(read_bytes(source), source)
    if not text.strip():
        raise source.refuse("empty text")
    yield Document(text=text)
