"""The errors kg raises, and the place in an input that an error speaks of."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the input something is: a file, a line in it, a field of the line."""

    path: Path | str
    line: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        parts = [str(self.path), "" if self.line is None else str(self.line), self.field or ""]
        return ":".join(part for part in parts if part)


class KgError(Exception):
    """Base of all errors that are shown to the user as one line."""


class InputError(KgError):
    """A document, pack or option that cannot be used; the message says what and where."""

    @classmethod
    def at(cls, place: Place, message: str) -> "InputError":
        """Return the error with its place before the message."""
        return cls(f"{place}: {message}")


class UnsupportedLanguage(InputError):
    """A document in a language that has no pack: it is refused, not guessed at."""


class QueryError(KgError):
    """A query, a query name or a parameter that cannot be used."""


class StoreError(KgError):
    """A store that cannot be opened, read or written."""


class MissingExtra(KgError):
    """A feature whose optional dependency is not installed."""

    @classmethod
    def of(cls, extra: str, what: str) -> "MissingExtra":
        """Return the error for the feature `what` that `pip install kg[extra]` brings."""
        return cls(f"{what} needs an extra: pip install 'kg[{extra}]'")


def first_line(error: BaseException) -> str:
    """Return the first line that an error of a library says, or its name where it says nothing."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
