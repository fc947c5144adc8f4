"""Agreements between two states, and whether each is in force on a day."""

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph.lifeline import Force, Moment, judge_force
from kg.graph.vocabulary import BASE
from kg.model.terms import Event, Status
from kg.queries.lookups import ask
from kg.queries.run import ask_internal
from kg.stores.base import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """An agreement of two states; `one` and `other` are the parties that stand for them (SUHH where RU was asked).

    `force` tells whether it is in force on the day asked for, None where no day was asked for.
    """

    agreement: str
    label: str
    kind: str
    year: str | None
    one: str
    other: str
    force: Force | None


def find_between(store: Store, first: str, second: str, day: str | None = None, least: float = 0.0) -> list[Between]:
    """Return the agreements that both states are parties to, those of the states they continue included.

    Claims less sure than `least` do not decide on force.
    """
    return [
        Between(
            agreement=str(row["agreement"]),
            label=str(row["label"]),
            kind=str(row["kind"]),
            year=None if row["year"] is None else str(row["year"]),
            one=str(row["one"]),
            other=str(row["other"]),
            force=None
            if day is None
            else find_force(store, str(row["agreement"]), day, (str(row["one"]), str(row["other"])), least),
        )
        for row in ask(store, "between", first=first, second=second)
    ]


def find_force(store: Store, agreement: str, day: str, states: tuple[str, ...] = (), least: float = 0.0) -> Force:
    """Return whether the agreement is in force on the day, between the states (`state:RU`), and which claims decide."""
    codes = [state.partition(":")[2] for state in states]
    return judge_force(find_moments(store, agreement, least), day, codes)


def find_moments(store: Store, agreement: str, least: float = 0.0) -> list[Moment]:
    """Return the claims that make up the agreement's life; none less sure than `least`."""
    rows = ask_internal(store, "moments", node=NamedNode(BASE + agreement)).dicts()
    rows = [row for row in rows if float(row["confidence"] or 0) >= least]
    states: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["state"] is not None:
            states[str(row["claim"])].append(str(row["state"]).partition(":")[2])
    claims = {str(row["claim"]): row for row in rows if not _is_supplement(row["event"], row["role"])}
    return [
        Moment(
            claim=claim,
            event=Event(str(row["event"])),
            status=Status(str(row["status"])),
            date=None if row["date"] is None else str(row["date"]),
            reported=None if row["reported"] is None else str(row["reported"]),
            states=tuple(sorted(states[claim])),
            superseded=row["role"] == "older" and row["event"] == Event.REPLACEMENT,
        )
        for claim, row in claims.items()
    ]


def _is_supplement(event: object, role: object) -> bool:
    """Tell whether the claim is another agreement's: one that supplements this one."""
    return role == "older" and event == Event.SUPPLEMENT
