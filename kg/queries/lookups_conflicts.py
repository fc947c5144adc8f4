"""Where sources disagree on an agreement: opinions, independent voices, sentences, what is shown and why."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.dates import choose_date, find_disagreement, fits
from kg.model.terms import Status
from kg.queries.answers import Answer
from kg.queries.disputes import differ_in_signers, differ_in_successors
from kg.queries.opinions import IN_STEPS, Opinion, Told, make_opinions, name_occasions, read_told
from kg.queries.run import ask_internal
from kg.stores.base import Store

COLUMNS = ("agreement", "what", "value", "voices", "shown", "rule", "document", "sentence")
BOTH_SHOWN = "both are shown"
ALL = "all"  # in place of the value shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Opinions that cannot all be right; `shown` is the one that the graph shows (or `all`), `rule` why."""

    agreement: str
    what: str  # "date of signature", "status of ratification by state:RU", "signer for state:PT", ...
    opinions: tuple[Opinion, ...]
    shown: str
    rule: str


def find_conflicts(store: Store, agreement: str, least: float = 0.0) -> list[Conflict]:
    """Return what sources disagree on, claims less sure than `least` left out.

    Dates of events that happen once, whether an event has happened, who signed, what replaced the agreement.
    """
    heard = [one for one in read_told(store, agreement) if one.confidence >= least]
    told = [one for one in heard if one.newer == agreement]
    found = [*_date_conflicts(agreement, told), *_status_conflicts(agreement, told)]
    for what, valued in (*differ_in_signers(told), *differ_in_successors(store, agreement, heard)):
        opinions = make_opinions(valued)
        found.append(Conflict(agreement=agreement, what=what, opinions=opinions, shown=ALL, rule=BOTH_SHOWN))
    return found


def _date_conflicts(agreement: str, told: list[Told]) -> Iterator[Conflict]:
    by_what: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.status is Status.DONE and one.date is not None and one.event is not IN_STEPS:
            for what in name_occasions(one):
                by_what[f"date of {what}"].append(one)
    for what, claims in sorted(by_what.items()):
        if find_disagreement(one.date or "" for one in claims):
            choice = choose_date([(one.date or "", one.voice) for one in claims])
            opinions = make_opinions((one.date or "", one) for one in claims)
            yield Conflict(agreement=agreement, what=what, opinions=opinions, shown=choice.value, rule=choice.rule)


def _status_conflicts(agreement: str, told: list[Told]) -> Iterator[Conflict]:
    """Yield events that some source says have happened and another denies, unless the denial came first."""
    by_what: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.status is not Status.PLANNED:
            for what in name_occasions(one):
                by_what[f"status of {what}"].append(one)
    for what, claims in sorted(by_what.items()):
        done = [one for one in claims if one.status is Status.DONE]
        denied = [one for one in claims if one.status is Status.DENIED]
        if done and denied and not _is_overtaken(denied, done):
            opinions = make_opinions((str(one.status), one) for one in claims)
            yield Conflict(agreement=agreement, what=what, opinions=opinions, shown=ALL, rule=BOTH_SHOWN)


def _is_overtaken(denied: list[Told], done: list[Told]) -> bool:
    """Tell whether every denial was published before the first report that it had happened."""
    last = max(one.voice.published or "9999" for one in denied)
    first = min(one.voice.published or one.date or "0000" for one in done)
    return last < first


def find_disputed(store: Store) -> list[str]:
    """Return the agreements whose sources may disagree, sorted: those worth a look by `find_conflicts`."""
    rows = ask_internal(store, "disputed").rows
    return [str(row[0]) for row in rows]


def is_shown(conflict: Conflict, opinion: Opinion) -> bool:
    """Tell whether the graph shows this opinion: the value itself, or one that it makes more precise."""
    return conflict.shown == ALL or fits(conflict.shown, opinion.value)


def tabulate_conflicts(store: Store, agreements: Iterable[str], least: float = 0.0) -> Answer:
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
        for conflict in find_conflicts(store, agreement, least)
        for opinion in conflict.opinions
    ]
    return Answer(columns=COLUMNS, rows=tuple(rows))
