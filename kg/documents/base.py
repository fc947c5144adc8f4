"""What a reader is given and what it yields. A new reader is one file and one line in pyproject.toml."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from kg.errors import InputError, Place
from kg.model import Document

# No article is that long (Tolstoy's War and Peace in Russian takes 6 MB); larger input is a mistake or an attack.
MAX_BYTES = 20_000_000

Result = Document | InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An open input: `path` for messages (a file, a URL, `-`), `charset` where the transport names one."""

    path: str
    stream: BinaryIO
    charset: str | None = None

    def refuse(self, message: str, line: int | None = None, field: str | None = None) -> InputError:
        """Return the error that speaks of this input."""
        return InputError.at(Place(path=self.path, line=line, field=field), message)


class Reader(Protocol):
    """Yields the documents of one input, and an InputError for each part of it that cannot be used.

    What cannot be used at all may be raised instead. The text of a document is that of the input, exactly.
    """

    def __call__(self, source: Source) -> Iterator[Result]:
        """Read the input to its end."""
        ...


def read_bytes(source: Source) -> bytes:
    """Return all bytes of the input; InputError if there are more than an article can have."""
    data = source.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise source.refuse(f"more than {MAX_BYTES // 1_000_000} MB: that is not one article")
    return data
