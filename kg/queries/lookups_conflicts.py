"""Where sources disagree on an agreement: opinions, independent voices, sentences, what is shown and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pyoxigraph import NamedNode

from kg.graph.dates import choose_date, find_disagreement, fits
from kg.graph.vocabulary import BASE
from kg.graph.voices import Voice, count_voices, outlet_of, read_sketch
from kg.model.terms import Event, Status
from kg.queries.answers import Answer
from kg.queries.run import ask_internal
from kg.stores.base import Store

ONCE = (Event.SIGNATURE, Event.ENTRY_INTO_FORCE, Event.EXPIRY)  # happen once in an agreement's life
BY_STATE = (Event.WITHDRAWAL, Event.SUSPENSION, Event.TERMINATION)  # once for each state
IN_STEPS = Event.RATIFICATION  # by several chambers on several days: only its status can be disputed
COLUMNS = ("agreement", "what", "value", "voices", "shown", "rule", "document", "sentence")
BOTH_SHOWN = "both are shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One value, the number of independent voices for it, and the sentences that give it, by document."""

    value: str
    voices: int
    sentences: tuple[tuple[str, str], ...]  # the document's name or id, and the words


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Opinions that cannot all be right; `shown` is the one that the graph shows, `rule` why."""

    agreement: str
    what: str  # "date of signature", "status of ratification by state:RU", ...
    opinions: tuple[Opinion, ...]
    shown: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A claim with what a conflict compares."""

    claim: str
    event: Event
    status: Status
    date: str | None
    older: str | None
    states: tuple[str, ...]
    voice: Voice
    name: str
    quote: str


def find_conflicts(store: Store, agreement: str) -> list[Conflict]:
    """Return what sources disagree on: dates of events that happen once, and whether an event has happened."""
    told = _read_told(store, agreement)
    return [*_date_conflicts(agreement, told), *_status_conflicts(agreement, told)]


def _date_conflicts(agreement: str, told: list[_Told]) -> Iterator[Conflict]:
    by_what: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in told:
        if one.status is Status.DONE and one.date is not None and one.event is not IN_STEPS:
            for what in _occasions(one):
                by_what[f"date of {what}"].append(one)
    for what, claims in sorted(by_what.items()):
        if find_disagreement(one.date or "" for one in claims):
            choice = choose_date([(one.date or "", one.voice) for one in claims])
            opinions = _opinions((one.date or "", one) for one in claims)
            yield Conflict(agreement=agreement, what=what, opinions=opinions, shown=choice.value, rule=choice.rule)


def _status_conflicts(agreement: str, told: list[_Told]) -> Iterator[Conflict]:
    """Yield events that some source says have happened and another denies, unless the denial came first."""
    by_what: defaultdict[str, list[_Told]] = defaultdict(list)
    for one in told:
        if one.status is not Status.PLANNED:
            for what in _occasions(one):
                by_what[f"status of {what}"].append(one)
    for what, claims in sorted(by_what.items()):
        done = [one for one in claims if one.status is Status.DONE]
        denied = [one for one in claims if one.status is Status.DENIED]
        if done and denied and not _is_overtaken(denied, done):
            opinions = _opinions((str(one.status), one) for one in claims)
            yield Conflict(agreement=agreement, what=what, opinions=opinions, shown="done", rule=BOTH_SHOWN)


def _is_overtaken(denied: list[_Told], done: list[_Told]) -> bool:
    """Tell whether every denial was published before the first report that it had happened."""
    last = max(one.voice.published or "9999" for one in denied)
    first = min(one.voice.published or one.date or "0000" for one in done)
    return last < first


def _occasions(one: _Told) -> Iterator[str]:
    """Yield what a claim's date or status is of; claims on the same occasion are compared."""
    if one.event in ONCE:
        yield str(one.event)
    elif one.event in BY_STATE or one.event is IN_STEPS:
        yield from (f"{one.event} by {state}" for state in one.states)
    elif one.event is Event.REPLACEMENT and one.older is not None:
        yield f"replacement of {one.older}"


def _opinions(valued: Iterable[tuple[str, _Told]]) -> tuple[Opinion, ...]:
    by_value: defaultdict[str, list[_Told]] = defaultdict(list)
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


def _read_told(store: Store, agreement: str) -> list[_Told]:
    rows = ask_internal(store, "opinions", node=NamedNode(BASE + agreement)).dicts()
    states: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["state"] is not None:
            states[str(row["claim"])].append(str(row["state"]))
    claims = {str(row["claim"]): row for row in rows}
    return [_make_told(row, tuple(dict.fromkeys(states[claim]))) for claim, row in claims.items()]


def _make_told(row: dict[str, Any], states: tuple[str, ...]) -> _Told:
    voice = Voice(
        document=row["document"],
        outlet=outlet_of(row["outlet"], row["url"]),
        published=row["published"],
        hashes=read_sketch(row["sketch"] or ""),
    )
    return _Told(
        claim=row["claim"],
        event=Event(row["event"]),
        status=Status(row["status"]),
        date=row["date"],
        older=row["older"],
        states=states,
        voice=voice,
        name=row["name"] or row["url"] or row["document"],
        quote=" ".join(row["quote"].split()),
    )


def find_disputed(store: Store) -> list[str]:
    """Return the agreements whose sources may disagree, sorted: those worth a look by `find_conflicts`."""
    rows = ask_internal(store, "disputed").rows
    return [str(row[0]) for row in rows]


def is_shown(conflict: Conflict, opinion: Opinion) -> bool:
    """Tell whether the graph shows this opinion: the value itself, or one that it makes more precise."""
    return fits(conflict.shown, opinion.value)


def tabulate_conflicts(store: Store, agreements: Iterable[str]) -> Answer:
    """Return the conflicts of some agreements as rows, one for each opinion, with its first sentence."""
    rows = [
        (
            conflict.agreement,
            conflict.what,
            opinion.value,
            opinion.voices,
            "yes" if is_shown(conflict, opinion) else None,
            conflict.rule,
            *opinion.sentences[0],
        )
        for agreement in agreements
        for conflict in find_conflicts(store, agreement)
        for opinion in conflict.opinions
    ]
    return Answer(columns=COLUMNS, rows=tuple(rows))
