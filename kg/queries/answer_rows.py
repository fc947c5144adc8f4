"""The rows that answer each kind of question about one agreement."""

from collections.abc import Callable, Sequence

from kg.model.terms import Event
from kg.queries import lookups
from kg.queries.answers import Answer, Value
from kg.queries.find import Hit
from kg.queries.lookups_between import find_between, find_force
from kg.queries.lookups_conflicts import tabulate_conflicts
from kg.queries.question import Lookup
from kg.stores.base import Store

Answerer = Callable[[Store, str, str], Answer]  # of a store, an agreement's id and the day the question means

_REPLACING = frozenset({Event.REPLACEMENT.value})
_SIGNING = frozenset({Event.SIGNATURE.value, Event.INITIALLING.value})
_RATIFYING = frozenset({Event.RATIFICATION.value, Event.ACCESSION.value})
_FORCE = frozenset(Event) - _SIGNING - _RATIFYING - {Event.SUPPLEMENT, Event.AMENDMENT}
# The events whose sentences an answer rests on; None stands for all.
EVIDENCE: dict[Lookup, frozenset[str] | None] = {
    Lookup.WHAT_REPLACED: _REPLACING,
    Lookup.REPLACED_WHAT: _REPLACING,
    Lookup.REPLACED_EITHER: _REPLACING,
    Lookup.LINEAGE: _REPLACING,
    Lookup.WHO_SIGNED: _SIGNING,
    Lookup.WHEN_SIGNED: _SIGNING,
    Lookup.RATIFIED: _RATIFYING,
    Lookup.IN_FORCE: frozenset(str(event) for event in _FORCE),
    Lookup.PARTIES: _SIGNING,
    Lookup.BETWEEN: frozenset(),
    Lookup.TIMELINE: None,
    Lookup.SOURCES: None,
    Lookup.CONFLICTS: None,
}


def find_what_replaced(store: Store, agreement: str, _: str) -> Answer:
    """Return what replaced the agreement, directly and in the end."""
    direct = lookups.find_successors(store, agreement)
    known = {one.agreement for one in direct}
    last = [one for one in lookups.find_last(store, agreement) if one.agreement not in known]
    rows: list[tuple[Value, ...]] = [
        ("directly", one.agreement, one.label, one.status, one.date, one.claims) for one in direct
    ]
    rows += [("in the end", one.agreement, one.label, None, None, None) for one in last]
    return Answer(columns=("how", "agreement", "label", "status", "date", "claims"), rows=tuple(rows))


def _canned(query: str) -> Answerer:
    def answer(store: Store, agreement: str, _: str) -> Answer:
        return lookups.ask_answer(store, query, {"agreement": agreement})

    return answer


def find_either(store: Store, agreement: str, day: str) -> Answer:
    """Return what replaced the agreement; if nothing did, what it replaced."""
    newer = find_what_replaced(store, agreement, day)
    return newer if newer.rows else find_what_it_replaced(store, agreement, day)


def find_what_it_replaced(store: Store, agreement: str, _: str) -> Answer:
    """Return what the agreement replaced, directly."""
    rows = [
        ("directly", one.agreement, one.label, one.status, one.date, one.claims)
        for one in lookups.find_replaced(store, agreement)
    ]
    return Answer(columns=("how", "agreement", "label", "status", "date", "claims"), rows=tuple(rows))


def _find_signing(store: Store, agreement: str, _: str) -> Answer:
    rows = [row for row in lookups.find_timeline(store, agreement) if row.event in _SIGNING and row.role != "older"]
    told = dict.fromkeys((row.date, row.status, row.place, row.source) for row in rows)
    dated = [cells for cells in told if cells[0] or cells[2]]
    return Answer(columns=("date", "status", "place", "source"), rows=tuple(dated or told))


def _find_in_force(store: Store, agreement: str, day: str) -> Answer:
    force = find_force(store, agreement, day)
    return Answer(columns=("day", "in force", "why"), rows=((day, force.answer.value, force.why),))


def _find_sources(store: Store, agreement: str, _: str) -> Answer:
    told = dict.fromkeys(
        (row.name or row.document, row.published, row.language, row.url)
        for row in lookups.find_sources(store, agreement)
    )
    return Answer(columns=("article", "published", "language", "url"), rows=tuple(told))


def _find_conflicts(store: Store, agreement: str, _: str) -> Answer:
    return tabulate_conflicts(store, [agreement])


ANSWERERS: dict[Lookup, Answerer] = {
    Lookup.WHAT_REPLACED: find_what_replaced,
    Lookup.REPLACED_WHAT: find_what_it_replaced,
    Lookup.REPLACED_EITHER: find_either,
    Lookup.LINEAGE: _canned("lineage"),
    Lookup.WHO_SIGNED: _canned("signers"),
    Lookup.WHEN_SIGNED: _find_signing,
    Lookup.RATIFIED: _canned("ratifications"),
    Lookup.IN_FORCE: _find_in_force,
    Lookup.PARTIES: _canned("parties"),
    Lookup.BETWEEN: _canned("parties"),
    Lookup.TIMELINE: _canned("timeline"),
    Lookup.SOURCES: _find_sources,
    Lookup.CONFLICTS: _find_conflicts,
}


def make_between(store: Store, first: str, second: str, day: str | None) -> Answer:
    """Return the agreements of two states, with their force on a day if one is given."""
    rows = [
        (
            row.agreement,
            row.label,
            row.kind,
            row.year,
            row.force.answer.value if row.force else None,
            row.force.why if row.force else None,
        )
        for row in find_between(store, first, second, day)
    ]
    return Answer(columns=("agreement", "label", "kind", "year", "in force", "why"), rows=tuple(rows))


def merge_answers(answers: Sequence[tuple[Hit, Answer]]) -> Answer:
    """Return the rows of all answers; of several agreements, each row begins with the one it is about."""
    if len(answers) == 1:
        return answers[0][1]
    rows = tuple((hit.id, *row) for hit, answer in answers for row in answer.rows)
    return Answer(columns=("of", *answers[0][1].columns), rows=rows)
