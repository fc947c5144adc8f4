"""Answers of queries as plain values: ids without `urn:kg:`, terms without their family, dates as written."""

from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.graph.vocabulary import BASE, NS, XSD
from kg.stores.base import Cell, Table

Value = str | int | float | None
FAMILIES = ("event-", "status-", "kind-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Columns and rows of plain values; None where nothing is known."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def dicts(self) -> list[dict[str, Value]]:
        """Return each row by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def make_answer(table: Table) -> Answer:
    """Return a store's table in plain values."""
    return Answer(columns=table.columns, rows=tuple(tuple(plain(cell) for cell in row) for row in table.rows))


def plain(cell: Cell) -> Value:
    """Return a term as a plain value."""
    if isinstance(cell, NamedNode):
        return _plain_iri(cell.value)
    if isinstance(cell, Literal):
        return _plain_literal(cell)
    if isinstance(cell, BlankNode):
        return f"_:{cell.value}"
    return None if cell is None else str(cell)


def _plain_iri(iri: str) -> str:
    if iri.startswith(NS):
        name = iri.removeprefix(NS)
        return next((name.removeprefix(family) for family in FAMILIES if name.startswith(family)), name)
    return iri.removeprefix(BASE)


def _plain_literal(literal: Literal) -> Value:
    datatype = literal.datatype.value
    if datatype == f"{XSD}integer":
        return int(literal.value)
    if datatype in (f"{XSD}decimal", f"{XSD}double"):
        return float(literal.value)
    return literal.value
