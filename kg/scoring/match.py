"""Which predicted fact is which gold fact, and which traps were hit."""

from dataclasses import dataclass

from kg.scoring.align import Alignment, align
from kg.scoring.names import count_persons, normalise
from kg.scoring.records import Fact, Record

# The events with two agreements: both must be right.
WITH_REPLACED = {"replacement", "supplement"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The judgement of one document: right pairs (predicted, gold), wrong and missed facts, traps and whether hit.

    `excused` are pairs whose gold fact is optional: they neither earn nor cost.
    """

    right: list[tuple[Fact, Fact]]
    excused: list[tuple[Fact, Fact]]
    wrong: list[Fact]
    missed: list[Fact]
    traps: list[tuple[Fact, bool]]


def match_record(gold: Record, predicted: Record) -> Match:
    """Judge the facts of one document."""
    partners = align(predicted.get("agreements") or [], gold["agreements"])
    facts, wanted = predicted.get("facts") or [], gold["facts"]
    pairs = _pair(facts, wanted, partners)
    taken, found = {i for i, _ in pairs}, {j for _, j in pairs}
    wrong = [fact for i, fact in enumerate(facts) if i not in taken]
    return Match(
        right=[(facts[i], wanted[j]) for i, j in pairs if not wanted[j].get("optional")],
        excused=[(facts[i], wanted[j]) for i, j in pairs if wanted[j].get("optional")],
        wrong=wrong,
        missed=[fact for j, fact in enumerate(wanted) if j not in found and not fact.get("optional")],
        traps=[(trap, _is_hit(trap, facts, wrong, partners)) for trap in gold["traps"]],
    )


def _pair(facts: list[Fact], wanted: list[Fact], partners: Alignment) -> list[tuple[int, int]]:
    """Return the pairs of positions: required facts are served first, then the pairs with most in common."""
    fitting = sorted(
        (
            (not gold.get("optional"), _measure_closeness(fact, gold), -i, -j)
            for j, gold in enumerate(wanted)
            for i, fact in enumerate(facts)
            if _fits(fact, gold, partners)
        ),
        reverse=True,
    )
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in fitting:
        if all(-i != one and -j != other for one, other in pairs):
            pairs.append((-i, -j))
    return pairs


def _fits(fact: Fact, gold: Fact, partners: Alignment) -> bool:
    return (
        fact.get("event") == gold["event"]
        and partners.get(fact.get("agreement", "")) == gold["agreement"]
        and bool(_statuses(fact) & _statuses(gold))
        and (gold["event"] not in WITH_REPLACED or partners.get(fact.get("replaced", "")) == gold.get("replaced"))
    )


def _statuses(fact: Fact) -> set[str | None]:
    status = fact.get("status")
    return set(status) if isinstance(status, list) else {status}


def _measure_closeness(fact: Fact, gold: Fact) -> int:
    states = set(fact.get("states") or []) & set(gold.get("states") or [])
    return _compare_dates(fact, gold) + 2 * len(states) + 2 * count_persons(fact.get("persons"), gold.get("persons"))


def _compare_dates(fact: Fact, gold: Fact) -> int:
    one, other = fact.get("date"), gold.get("date")
    if not one or not other:
        return 0
    if one == other:
        return 3
    return 1 if one.startswith(other) or other.startswith(one) else -2


def _is_hit(trap: Fact, facts: list[Fact], wrong: list[Fact], partners: Alignment) -> bool:
    """A trap that names a detail can be hit by a fact that is right otherwise, any other by a wrong fact alone."""
    detailed = trap.get("persons") or trap.get("date") or trap.get("place") or trap.get("states")
    return any(_is_trapped(fact, trap, partners) for fact in (facts if detailed else wrong))


def _is_trapped(fact: Fact, trap: Fact, partners: Alignment) -> bool:
    """Whether the fact has all that the trap names."""
    persons = trap.get("persons") or []
    return (
        fact.get("event") == trap["event"]
        and partners.get(fact.get("agreement", "")) == trap.get("agreement")
        and (not trap.get("replaced") or partners.get(fact.get("replaced", "")) == trap["replaced"])
        and (not trap.get("status") or bool(_statuses(fact) & _statuses(trap)))
        and (not trap.get("date") or fact.get("date") == trap["date"])
        and (not trap.get("place") or normalise(fact.get("place") or "") == normalise(trap["place"] or ""))
        and set(trap.get("states") or []) <= set(fact.get("states") or [])
        and count_persons(fact.get("persons"), persons) >= len(persons)
    )
