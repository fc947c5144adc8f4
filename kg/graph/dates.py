"""Dates from several sources: which fit together, which one is shown and by what rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.graph.voices import Voice, group_voices

AGREED = "the sources agree"
PRECISE = "the most precise"
MAJORITY = "most independent sources"
PRIMARY = "the primary source"
LATEST = "the latest report"
EARLIEST = "the earlier of equals"
LENGTHS = (4, 7, 10)  # of ISO dates: a year, a month, a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The value shown, the rule that picked it, and each value with the number of independent voices for it."""

    value: str
    rule: str
    voices: tuple[tuple[str, int], ...]


def fits(one: str, other: str) -> bool:
    """Tell whether two ISO dates may be the same day: 2024 and 2024-06-19 do, 2024-06 and 2024-07 do not."""
    return one.startswith(other) or other.startswith(one)


def choose_date(dated: Sequence[tuple[str, Voice]]) -> Choice:
    """Return the date that most independent voices give; then the primary source, the latest report, the earlier day.

    A vague date supports every precise one it fits. Needs at least one date.
    """
    if len(dated) == 1:
        return Choice(value=dated[0][0], rule=AGREED, voices=((dated[0][0], 0),))
    by_date: defaultdict[str, list[Voice]] = defaultdict(list)
    for date, voice in dated:
        by_date[date].append(voice)
    if len(by_date) == 1:
        (only,) = by_date
        return Choice(value=only, rule=AGREED, voices=((only, 0),))
    if not find_disagreement(by_date):
        best = max(by_date, key=len)
        return Choice(value=best, rule=PRECISE, voices=tuple((date, 0) for date in sorted(by_date)))
    voices = _count_support(by_date)
    ranks = {date: _rank(date, voices[date], by_date[date]) for date in by_date}
    best = min(by_date, key=lambda date: (ranks[date], date))
    return Choice(value=best, rule=_rule(best, ranks), voices=tuple(sorted(voices.items())))


Rank = tuple[int, int, str, int]


def _rank(date: str, voices: int, backing: Iterable[Voice]) -> Rank:
    """Return the key by which dates compete, the least first."""
    known = list(backing)
    primary = any(voice.is_primary for voice in known)
    latest = max((voice.published or "" for voice in known), default="")
    return -voices, 0 if primary else 1, _later_first(latest), -len(date)


def _later_first(date: str) -> str:
    """Return a key that sorts later ISO dates before earlier ones, none last."""
    return "".join(chr(ord("~") - ord(c)) for c in date) or "~"


def _rule(best: str, ranks: dict[str, Rank]) -> str:
    """Return the rule by which `best` won: the first part of the rank in which it beats all that contradict it."""
    rivals = [rank for date, rank in ranks.items() if not fits(date, best)]
    for part, name in enumerate((MAJORITY, PRIMARY, LATEST)):
        if all(ranks[best][: part + 1] < rank[: part + 1] for rank in rivals):
            return name
    return EARLIEST


def _count_support(by_date: Mapping[str, Sequence[Voice]]) -> dict[str, int]:
    """Return how many independent voices support each date: those that give it, or a vague one that it fits."""
    groups = group_voices(voice for voices in by_date.values() for voice in voices)
    group_of = {voice.document: at for at, group in enumerate(groups) for voice in group}
    backing = {date: {group_of[voice.document] for voice in voices} for date, voices in by_date.items()}
    vague = {date: [backing[date[:end]] for end in LENGTHS if date[:end] in backing] for date in by_date}
    return {date: len(set().union(*found)) for date, found in vague.items()}


def first_day(date: str) -> str:
    """Return the earliest day an ISO date may mean."""
    return f"{date}-01-01"[:10] if len(date) == len("2024") else f"{date}-01"[:10]


def last_day(date: str) -> str:
    """Return the latest day an ISO date may mean, months taken as 31 days: for comparison only."""
    return f"{date}-12-31"[:10] if len(date) == len("2024") else f"{date}-31"[:10]


def find_disagreement(dates: Iterable[str]) -> bool:
    """Tell whether two of the dates cannot both be right."""
    return any(not later.startswith(earlier) for earlier, later in pairwise(sorted(dates)))
