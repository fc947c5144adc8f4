"""Lookups: the questions of the command line, each a canned query with typed rows. Ids are those of the graph view.

Every function takes the store and ids as `find_one` gives them (`agreement:...`, `state:RU`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kg.queries.answers import Answer, Value
from kg.queries.canned import ParameterType, find_query
from kg.queries.run import run_query
from kg.stores.base import Store

Row = TypeVar("Row")


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
    return [_succession(row, "newer") for row in ask(store, "replaced-by", agreement=agreement)]


def find_last(store: Store, agreement: str) -> list[Named]:
    """Return what replaced the agreement in the end."""
    rows = ask(store, "replaced-in-the-end", agreement=agreement)
    return [Named(agreement=str(row["last"]), label=str(row["label"])) for row in rows]


def find_replaced(store: Store, agreement: str) -> list[Succession]:
    """Return what the agreement replaces directly: done, planned and denied."""
    return [_succession(row, "older") for row in ask(store, "replaces", agreement=agreement)]


def find_lineage(store: Store, agreement: str) -> list[Link]:
    """Return the replacements, done or planned, before and after the agreement."""
    return [
        Link(newer=str(row["newer"]), older=str(row["older"]), status=str(row["status"]), date=_text(row["date"]))
        for row in ask(store, "lineage", agreement=agreement)
    ]


def find_signers(store: Store, agreement: str) -> list[Signer]:
    """Return who signed the agreement and for whom."""
    return [
        Signer(
            leader=str(row["leader"]),
            label=str(row["label"]),
            state=_text(row["state"]),
            status=str(row["status"]),
            date=_text(row["date"]),
            claims=_number(row["claims"]),
        )
        for row in ask(store, "signers", agreement=agreement)
    ]


def find_parties(store: Store, agreement: str) -> list[Party]:
    """Return the parties of the agreement."""
    return [
        Party(
            state=str(row["state"]),
            label=str(row["label"]),
            until=_text(row["until"]),
            claims=_number(row["claims"]),
        )
        for row in ask(store, "parties", agreement=agreement)
    ]


def find_sources(store: Store, agreement: str) -> list[Sentence]:
    """Return every sentence about the agreement."""
    return [
        Sentence(
            claim=str(row["claim"]),
            event=str(row["event"]),
            status=str(row["status"]),
            date=_text(row["date"]),
            source=_text(row["source"]),
            document=str(row["document"]),
            name=_text(row["name"]),
            url=_text(row["url"]),
            language=str(row["language"]),
            published=_text(row["published"]),
            quote=str(row["quote"]),
        )
        for row in ask(store, "sources", agreement=agreement)
    ]


def find_timeline(store: Store, agreement: str) -> list[LifeEvent]:
    """Return the claims on the agreement by date, undated last."""
    return [
        LifeEvent(
            claim=str(row["claim"]),
            event=str(row["event"]),
            status=str(row["status"]),
            date=_text(row["date"]),
            role=str(row["role"]),
            place=_text(row["place"]),
            source=_text(row["source"]),
        )
        for row in ask(store, "timeline", agreement=agreement)
    ]


def ask(store: Store, query: str, **ids: str) -> list[dict[str, Value]]:
    """Return the rows of the canned query `query` by column; the parameters are ids."""
    return ask_answer(store, query, ids).dicts()


def ask_answer(store: Store, query: str, ids: Mapping[str, str]) -> Answer:
    """Return the answer of a canned query whose entity parameters are ids already."""
    return run_query(store, find_query(query), ids, _as_it_is)


def _as_it_is(_: ParameterType, value: str) -> str:
    return value


def _succession(row: dict[str, Value], column: str) -> Succession:
    return Succession(
        agreement=str(row[column]),
        label=str(row["label"]),
        status=str(row["status"]),
        date=_text(row["date"]),
        claims=_number(row["claims"]),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)


def _number(value: Value) -> int:
    return int(value or 0)
