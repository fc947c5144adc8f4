"""A document: one article as text, with what is known about it."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache


@lru_cache(maxsize=2_048)  # a document is asked for its id at every step
def hash_text(text: str) -> str:
    """Return the hex sha256 of `text` in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article. `text` is kept exactly; every offset in kg counts its code points.

    `name` is what the input called it (a record's id, a file name); `published` is an ISO day,
    month or year; None always means that nothing is known.
    """

    text: str
    name: str | None = None
    language: str | None = None
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    title: str | None = None

    @property
    def id(self) -> str:
        """The sha256 of the text: the same text is the same document."""
        return hash_text(self.text)
