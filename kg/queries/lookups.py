"""Lookups: the questions of the command line, each a canned query with typed rows. Ids are those of the graph view.

Every function takes the store and ids as `find_one` gives them (`agreement:...`, `state:RU`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from kg.queries.answers import Answer, Value
from kg.queries.canned import ParameterType, find_query
from kg.queries.run import run_query
from kg.stores.base import Store

Row = TypeVar("Row", bound=Any)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """A replacement seen from one of its agreements: the other one, status, date, number of claims."""

    agreement: str
    label: str
    status: str
    date: str | None
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An agreement with its label."""

    agreement: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One replacement of a lineage."""

    newer: str
    older: str
    status: str
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A leader that signed (or is to sign, or did not), and the state it acts for."""

    leader: str
    label: str
    state: str | None
    status: str
    date: str | None
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party of an agreement; `until` is the last day of a former state."""

    state: str
    label: str
    until: str | None
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence about an agreement: what it says, who is quoted, and where it stands."""

    claim: str
    event: str
    status: str
    date: str | None
    source: str | None
    document: str
    name: str | None
    url: str | None
    language: str
    published: str | None
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """A claim in an agreement's life; `role` is `older` where the agreement is the one replaced or supplemented."""

    claim: str
    event: str
    status: str
    date: str | None
    role: str
    place: str | None
    source: str | None


def find_successors(store: Store, agreement: str) -> list[Succession]:
    """Return what replaced the agreement directly: done, planned and denied."""
    return [make_row(Succession, row, agreement="newer") for row in ask(store, "replaced-by", agreement=agreement)]


def find_last(store: Store, agreement: str) -> list[Named]:
    """Return what replaced the agreement in the end."""
    return [make_row(Named, row, agreement="last") for row in ask(store, "replaced-in-the-end", agreement=agreement)]


def find_replaced(store: Store, agreement: str) -> list[Succession]:
    """Return what the agreement replaces directly: done, planned and denied."""
    return [make_row(Succession, row, agreement="older") for row in ask(store, "replaces", agreement=agreement)]


def find_lineage(store: Store, agreement: str) -> list[Link]:
    """Return the replacements, done or planned, before and after the agreement."""
    return [make_row(Link, row) for row in ask(store, "lineage", agreement=agreement)]


def find_signers(store: Store, agreement: str) -> list[Signer]:
    """Return who signed the agreement and for whom."""
    return [make_row(Signer, row) for row in ask(store, "signers", agreement=agreement)]


def find_parties(store: Store, agreement: str) -> list[Party]:
    """Return the parties of the agreement."""
    return [make_row(Party, row) for row in ask(store, "parties", agreement=agreement)]


def find_sources(store: Store, agreement: str) -> list[Sentence]:
    """Return every sentence about the agreement."""
    return [make_row(Sentence, row) for row in ask(store, "sources", agreement=agreement)]


def find_timeline(store: Store, agreement: str) -> list[LifeEvent]:
    """Return the claims on the agreement by date, undated last."""
    return [make_row(LifeEvent, row) for row in ask(store, "timeline", agreement=agreement)]


def ask(store: Store, query: str, **ids: str) -> list[dict[str, Value]]:
    """Return the rows of the canned query `query` by column; the parameters are ids."""
    return ask_answer(store, query, ids).dicts()


def ask_answer(store: Store, query: str, ids: Mapping[str, str]) -> Answer:
    """Return the answer of a canned query whose entity parameters are ids already."""
    return run_query(store, find_query(query), ids, _as_it_is)


def _as_it_is(_: ParameterType, value: str) -> str:
    return value


def make_row(kind: type[Row], row: Mapping[str, Value], **columns: str) -> Row:
    """Return a row of a query as `kind`, each field from the column of its name or the one `columns` gives.

    A count that is not known is 0, a text that is not known None.
    """
    values = {field.name: (field.type, row[columns.get(field.name, field.name)]) for field in fields(kind)}
    made: Row = kind(**{name: int(v or 0) if type_ is int else _text(v) for name, (type_, v) in values.items()})
    return made


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
