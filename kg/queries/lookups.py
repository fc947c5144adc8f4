"""Lookups: the questions of the command line, each a canned query with typed rows. Ids are those of the graph view.

Every function takes the store and ids as `find_one` gives them (`agreement:...`, `state:RU`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from kg.queries.answers import Answer, Value
from kg.queries.backing import NOTHING, Backing, find_backing, find_sureness
from kg.queries.canned import ParameterType, find_query
from kg.queries.run import run_query
from kg.stores.base import Store

Row = TypeVar("Row", bound=Any)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """A replacement seen from one of its agreements: the other one, status, date, number of claims.

    `reported` is the day on which the first document that tells of it was published.
    """

    agreement: str
    label: str
    status: str
    date: str | None
    reported: str | None
    claims: int
    confidence: float


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
    confidence: float


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
    confidence: float


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
    confidence: float


def find_successors(store: Store, agreement: str, least: float = 0.0) -> list[Succession]:
    """Return what replaced the agreement directly: done, planned and denied; nothing less sure than `least`."""
    behind = find_backing(store, agreement)
    rows = ask(store, "replaced-by", agreement=agreement)
    found = [(row, behind.get((str(row["newer"]), agreement, str(row["status"])), NOTHING)) for row in rows]
    return [_succeed(row, "newer", edge) for row, edge in found if edge.confidence >= least]


def find_last(store: Store, agreement: str, least: float = 0.0) -> list[Named]:
    """Return what replaced the agreement in the end, by replacements as sure as `least`."""
    if least:
        ends = follow_up(find_lineage(store, agreement, least), agreement)
        return [one for one in find_last(store, agreement) if one.agreement in ends]
    return [make_row(Named, row, agreement="last") for row in ask(store, "replaced-in-the-end", agreement=agreement)]


def find_replaced(store: Store, agreement: str, least: float = 0.0) -> list[Succession]:
    """Return what the agreement replaces directly: done, planned and denied; nothing less sure than `least`."""
    behind = find_backing(store, agreement)
    rows = ask(store, "replaces", agreement=agreement)
    found = [(row, behind.get((agreement, str(row["older"]), str(row["status"])), NOTHING)) for row in rows]
    return [_succeed(row, "older", edge) for row, edge in found if edge.confidence >= least]


def _succeed(row: Mapping[str, Value], other: str, edge: Backing) -> Succession:
    return make_row(Succession, {**row, "confidence": edge.confidence, "reported": edge.reported}, agreement=other)


def follow_up(links: Iterable[Link], agreement: str) -> set[str]:
    """Return the agreements that links lead to from an agreement, from the older to the newer one."""
    known = list(links)
    reached, new = set[str](), {agreement}
    while new:
        new = {link.newer for link in known if link.older in new} - reached
        reached |= new
    return reached


def find_lineage(store: Store, agreement: str, least: float = 0.0) -> list[Link]:
    """Return the replacements, done or planned, before and after the agreement; nothing less sure than `least`."""
    links = [make_row(Link, row) for row in ask(store, "lineage", agreement=agreement)]
    if not least:
        return links
    behind = {end: edge for newer in {link.newer for link in links} for end, edge in find_backing(store, newer).items()}
    return [one for one in links if behind.get((one.newer, one.older, one.status), NOTHING).confidence >= least]


def find_signers(store: Store, agreement: str, least: float = 0.0) -> list[Signer]:
    """Return who signed the agreement and for whom; nothing less sure than `least`."""
    behind = find_backing(store, agreement)
    rows = ask(store, "signers", agreement=agreement)
    found = [(row, behind.get((agreement, str(row["leader"]), str(row["status"])), NOTHING)) for row in rows]
    sure = ({**row, "confidence": edge.confidence} for row, edge in found if edge.confidence >= least)
    return [make_row(Signer, row) for row in sure]


def find_parties(store: Store, agreement: str) -> list[Party]:
    """Return the parties of the agreement."""
    return [make_row(Party, row) for row in ask(store, "parties", agreement=agreement)]


def find_sources(store: Store, agreement: str, least: float = 0.0) -> list[Sentence]:
    """Return every sentence about the agreement; no claim less sure than `least`."""
    return [make_row(Sentence, row) for row in _ask_claims(store, "sources", agreement, least)]


def find_timeline(store: Store, agreement: str, least: float = 0.0) -> list[LifeEvent]:
    """Return the claims on the agreement by date, undated last; none less sure than `least`."""
    return [make_row(LifeEvent, row) for row in _ask_claims(store, "timeline", agreement, least)]


def _ask_claims(store: Store, query: str, agreement: str, least: float) -> Iterator[dict[str, Value]]:
    """Yield the rows of a query on claims, each with its confidence."""
    sureness = find_sureness(store, agreement)
    for row in ask(store, query, agreement=agreement):
        confidence = sureness.get(str(row["claim"]), 0.0)
        if confidence >= least:
            yield {**row, "confidence": confidence}


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

    A number that is not known is 0, a text that is not known None.
    """
    values = {field.name: (field.type, row[columns.get(field.name, field.name)]) for field in fields(kind)}
    made: Row = kind(**{name: _read(type_, value) for name, (type_, value) in values.items()})
    return made


def _read(type_: object, value: Value) -> Value:
    if type_ is int:
        return int(value or 0)
    return float(value or 0) if type_ is float else _text(value)


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
