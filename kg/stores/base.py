"""What every store offers: reading by SPARQL with bound parameters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

Term = NamedNode | Literal
Cell = NamedNode | Literal | BlankNode | Triple | None


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT: names of columns, and rows of terms with None where a variable is unbound."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_boolean: bool = False  # the answer to an ASK

    def texts(self) -> list[tuple[str | None, ...]]:
        """Return the rows with the plain text of each term: an IRI as it stands, a literal's value."""
        return [tuple(text_of(cell) for cell in row) for row in self.rows]


class Store(Protocol):
    """A dataset that answers SPARQL. Parameters replace variables of the query as terms; nothing is pasted into text.

    Each method raises QueryError for a query that cannot be read, StoreError for a store that fails.
    """

    location: str

    def select(self, query: str, parameters: Mapping[str, Term] | None = None, limit: int | None = None) -> Table:
        """Return the rows of a SELECT, at most `limit`; an ASK gives one row with the column `answer`."""
        ...

    def quads(self) -> Iterator[Quad]:
        """Yield all quads of the dataset, in no promised order."""
        ...

    def close(self) -> None:
        """Release files and locks."""
        ...


def text_of(cell: Cell) -> str | None:
    """Return the plain text of a term, None for none."""
    if cell is None or isinstance(cell, Triple):
        return None if cell is None else str(cell)
    return cell.value
