"""What sources tell of one agreement, as conflicts compare it: opinions with their voices and sentences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import NamedNode

from kg.graph.vocabulary import BASE
from kg.graph.voices import Voice, count_voices, outlet_of, read_sketch
from kg.model.terms import Event, Status
from kg.queries.run import ask_internal
from kg.stores.base import Store

ONCE = (Event.SIGNATURE, Event.ENTRY_INTO_FORCE, Event.EXPIRY)  # happen once in an agreement's life
BY_STATE = (Event.WITHDRAWAL, Event.SUSPENSION, Event.TERMINATION)  # once for each state
IN_STEPS = Event.RATIFICATION  # by several chambers on several days: only its status can be disputed


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One value, the number of independent voices for it, and the sentences that give it, by document."""

    value: str
    voices: int
    sentences: tuple[tuple[str, str], ...]  # the document's name or id, and the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with what a conflict compares; `newer` and `older` are ids, `signers` ids of leaders with their state."""

    claim: str
    event: Event
    status: Status
    date: str | None
    newer: str
    older: str | None
    states: tuple[str, ...]
    signers: tuple[tuple[str, str | None], ...]
    confidence: float
    voice: Voice
    name: str
    quote: str


def name_occasions(one: Told) -> Iterator[str]:
    """Yield what a claim's date or status is of; claims on the same occasion are compared."""
    if one.event in ONCE:
        yield str(one.event)
    elif one.event in BY_STATE or one.event is IN_STEPS:
        yield from (f"{one.event} by {state}" for state in one.states)
    elif one.event is Event.REPLACEMENT and one.older is not None:
        yield f"replacement of {one.older}"


def make_opinions(valued: Iterable[tuple[str, Told]]) -> tuple[Opinion, ...]:
    """Return the opinions of claims with the value that each gives, sorted by value."""
    by_value: defaultdict[str, list[Told]] = defaultdict(list)
    for value, one in valued:
        by_value[value].append(one)
    return tuple(
        Opinion(
            value=value,
            voices=count_voices(one.voice for one in claims),
            sentences=tuple(dict.fromkeys((one.name, one.quote) for one in claims)),
        )
        for value, claims in sorted(by_value.items())
    )


def read_told(store: Store, agreement: str) -> list[Told]:
    """Return the claims about an agreement, and those in which it is the one replaced."""
    rows = ask_internal(store, "opinions", node=NamedNode(BASE + agreement)).dicts()
    by_claim: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_claim[str(row["claim"])].append(row)
    return [_make_told(found) for found in by_claim.values()]


def _make_told(rows: list[dict[str, Any]]) -> Told:
    row = rows[0]
    voice = Voice(
        document=row["document"],
        outlet=outlet_of(row["outlet"], row["url"]),
        published=row["published"],
        hashes=read_sketch(row["sketch"] or ""),
    )
    return Told(
        claim=row["claim"],
        event=Event(row["event"]),
        status=Status(row["status"]),
        date=row["date"],
        newer=row["newer"],
        older=row["older"],
        states=tuple(dict.fromkeys(str(one["state"]) for one in rows if one["state"] is not None)),
        signers=tuple(dict.fromkeys((str(o["leader"]), o["acts"]) for o in rows if o["leader"] is not None)),
        confidence=row["confidence"] or 0.0,
        voice=voice,
        name=row["name"] or row["url"] or row["document"],
        quote=" ".join(row["quote"].split()),
    )
