"""Scoring a corpus: every judgement counted in the whole and in the groups it belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg.scoring.match import Match, match_record
from kg.scoring.records import Agreement, Fact, Record
from kg.scoring.tally import Tally, count_details


class Grouping(StrEnum):
    """What a score can be broken down by; a case is the first part of a record's name."""

    EVENT = "event"
    LANG = "lang"
    CASE = "case"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """A wrong or missed fact, and the name of the agreement it speaks of."""

    what: str
    record: str
    fact: Fact
    name: str


@dataclass(slots=True, kw_only=True)
class Score:
    """The counts of a whole corpus, and of its groups by name."""

    total: Tally = field(default_factory=Tally)
    groups: dict[str, Tally] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    records: int = 0
    predicted: int = 0


def score_corpus(gold: Iterable[Record], predicted: Mapping[str, Record], by: Grouping | None = None) -> Score:
    """Judge the predictions (by record id) of every gold record; one that is absent misses everything."""
    score = Score()
    for record in gold:
        said = predicted.get(record["id"], Record())
        score.records += 1
        score.predicted += record["id"] in predicted
        match = match_record(record, said)
        _count(score, record, said, match, by)
        score.mistakes += _find_mistakes(record, said, match)
    return score


def _count(score: Score, gold: Record, said: Record, match: Match, by: Grouping | None) -> None:
    for fact, wanted in match.right:
        details = count_details(fact, wanted, _find(said, fact), _find(gold, wanted))
        for tally in _find_tallies(score, _find_group(gold, {**wanted, "rule": fact.get("rule", "")}, by)):
            tally.add_right(details)
    for outcome in _list_outcomes(match):
        for tally in _find_tallies(score, _find_group(gold, outcome.fact, by)):
            tally.wrong += outcome.wrong
            tally.missed += outcome.missed
            tally.traps += outcome.traps
            tally.traps_hit += outcome.traps_hit


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """What a fact that is not right adds to the counts."""

    fact: Fact
    wrong: int = 0
    missed: int = 0
    traps: int = 0
    traps_hit: int = 0


def _list_outcomes(match: Match) -> Iterator[_Outcome]:
    yield from (_Outcome(fact=fact, wrong=1) for fact in match.wrong)
    yield from (_Outcome(fact=fact, missed=1) for fact in match.missed)
    yield from (_Outcome(fact=trap, traps=1, traps_hit=int(is_hit)) for trap, is_hit in match.traps)


def _find_tallies(score: Score, group: str | None) -> Iterator[Tally]:
    yield score.total
    if group is not None:
        yield score.groups.setdefault(group, Tally())


def _find_group(record: Record, fact: Fact, by: Grouping | None) -> str | None:
    """Return the name of the group, None where there is none: what was missed has no rule."""
    match by:
        case Grouping.EVENT:
            return fact.get("event")
        case Grouping.LANG:
            return record["lang"]
        case Grouping.CASE:
            return record["id"].rpartition("/")[2].partition("-")[0]
        case Grouping.RULE:
            return fact.get("rule") or None
        case None:
            return None


def _find(record: Record, fact: Fact) -> Agreement:
    """Return the agreement that the fact speaks of, an empty one where it has none."""
    agreements = record.get("agreements") or []
    return next((agreement for agreement in agreements if agreement["id"] == fact.get("agreement")), Agreement())


def _find_mistakes(gold: Record, said: Record, match: Match) -> Iterator[Mistake]:
    for what, facts, record in (("missed", match.missed, gold), ("wrong", match.wrong, said)):
        for fact in facts:
            name = next(iter(_find(record, fact).get("names") or []), "")
            yield Mistake(what=what, record=gold["id"], fact=fact, name=name)
