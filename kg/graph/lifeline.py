"""The life of an agreement: from its statements to what is known of its force on a day.

In force: Vienna Convention on the Law of Treaties (1969), articles 24, 54, 57 and 59. Planned and denied claims never
decide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.graph.dates import first_day, last_day
from kg.model.terms import Event, Status

STARTS = frozenset({Event.ENTRY_INTO_FORCE, Event.PROVISIONAL_APPLICATION})
ENDS = frozenset({Event.TERMINATION, Event.EXPIRY})
PARTY_ENDS = frozenset({Event.WITHDRAWAL})
BEFORE_FORCE = frozenset({Event.INITIALLING, Event.SIGNATURE, Event.RATIFICATION})
NEVER, ALWAYS = "9999-12-31", "0000-01-01"


class Answer(StrEnum):
    """Whether an agreement is in force."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A claim about an agreement's life; `superseded` marks a replacement in which it is the older one."""

    claim: str
    event: Event
    status: Status
    date: str | None
    states: tuple[str, ...] = ()
    superseded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """The answer for a day, in words why, and the claims that decide."""

    answer: Answer
    why: str
    claims: tuple[str, ...]


def judge_force(moments: Iterable[Moment], day: str, states: Sequence[str] = ()) -> Force:
    """Return whether the agreement is in force on the ISO `day`, between `states` where they are given."""
    done = sorted((m for m in moments if m.status is Status.DONE), key=lambda m: (m.date or NEVER, m.claim))
    ended = [m for m in done if _ends(m, states)]
    started = [m for m in done if m.event in STARTS]
    over = [m for m in ended if m.date is not None and last_day(m.date) < day]
    if over:
        return Force(answer=Answer.NO, why=f"ended {over[0].date}", claims=_claims(over))
    if started and all(m.date is not None and first_day(m.date) > day for m in started):
        return Force(answer=Answer.NO, why=f"in force only from {started[0].date}", claims=_claims(started))
    signed = [m for m in done if m.event is Event.SIGNATURE and m.date is not None]
    if not started and signed and all(first_day(m.date or "") > day for m in signed):
        return Force(answer=Answer.NO, why=f"signed only on {signed[0].date}", claims=_claims(signed))
    return _judge_running(started, ended, done, day)


def _judge_running(started: list[Moment], ended: list[Moment], done: list[Moment], day: str) -> Force:
    """Judge a day on which nothing rules the agreement out."""
    doubt = [m for m in ended if m.date is None or first_day(m.date) <= day]
    if doubt:
        when = doubt[0].date or "on a day no source gives"
        return Force(answer=Answer.UNKNOWN, why=f"ended {when}", claims=_claims(doubt))
    stopped = [m for m in done if m.event is Event.SUSPENSION and (m.date is None or first_day(m.date) <= day)]
    if stopped:
        return Force(answer=Answer.UNKNOWN, why=f"suspended {stopped[-1].date or ''}".strip(), claims=_claims(stopped))
    sure = [m for m in started if m.date is not None and last_day(m.date) <= day]
    if sure:
        return Force(answer=Answer.YES, why=f"in force since {sure[0].date}", claims=_claims(sure))
    if started:
        when = started[0].date or "on a day no source gives"
        return Force(answer=Answer.UNKNOWN, why=f"in force {when}", claims=_claims(started))
    early = [m for m in done if m.event in BEFORE_FORCE]
    last = max(early, key=lambda m: (m.date or ALWAYS, m.claim), default=None)
    why = (
        "no source tells of its entry into force"
        if last is None
        else f"only {last.event} is told, {last.date or 'undated'}"
    )
    return Force(answer=Answer.UNKNOWN, why=why, claims=_claims(early))


def _ends(moment: Moment, states: Sequence[str]) -> bool:
    """Tell whether a done moment ends the agreement, a withdrawal only for the state that leaves."""
    if moment.superseded or moment.event in ENDS:
        return True
    return moment.event in PARTY_ENDS and any(state in states for state in moment.states)


def _claims(moments: Iterable[Moment]) -> tuple[str, ...]:
    return tuple(sorted(moment.claim for moment in moments))
