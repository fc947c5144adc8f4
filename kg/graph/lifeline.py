"""The life of an agreement: from its statements to what is known of its force on a day.

In force: Vienna Convention on the Law of Treaties (1969), articles 24, 54, 57 and 59. Planned and denied claims never
decide. What is told without a date has happened by the day on which the document that tells it was published.
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
    """A claim about an agreement's life: an event on a date, or in or before the time in which it was `reported`.

    `superseded` marks a replacement in which the agreement is the older one.
    """

    claim: str
    event: Event
    status: Status
    date: str | None
    reported: str | None = None
    states: tuple[str, ...] = ()
    superseded: bool = False

    @property
    def earliest(self) -> str:
        """The first day on which it may have happened."""
        return ALWAYS if self.date is None else first_day(self.date)

    @property
    def latest(self) -> str:
        """The last day on which it may have happened."""
        known = self.date or self.reported
        return NEVER if known is None else last_day(known)

    @property
    def when(self) -> str:
        """The interval in words."""
        if self.date is not None:
            return self.date
        return "on a day no source gives" if self.reported is None else f"in or before {self.reported}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Force:
    """The answer for a day, in words why, and the claims that decide."""

    answer: Answer
    why: str
    claims: tuple[str, ...]


def judge_force(moments: Iterable[Moment], day: str, states: Sequence[str] = ()) -> Force:
    """Return whether the agreement is in force on the ISO `day`, between `states` where they are given."""
    done = sorted((m for m in moments if m.status is Status.DONE), key=lambda m: (m.latest, m.earliest, m.claim))
    ended = [m for m in done if _ends(m, states)]
    started = [m for m in done if m.event in STARTS]
    over = [m for m in ended if m.latest < day]
    if over:
        return _decide(Answer.NO, f"ended {over[0].when}", over)
    if started and all(m.earliest > day for m in started):
        return _decide(Answer.NO, f"in force only from {started[0].when}", started)
    signed = [m for m in done if m.event is Event.SIGNATURE]
    if not started and signed and all(m.earliest > day for m in signed):
        return _decide(Answer.NO, f"signed only on {signed[0].when}", signed)
    return _judge_running(started, ended, done, day)


def _judge_running(started: list[Moment], ended: list[Moment], done: list[Moment], day: str) -> Force:
    """Judge a day on which nothing rules the agreement out."""
    doubt = [m for m in ended if m.earliest <= day]
    if doubt:
        return _decide(Answer.UNKNOWN, f"ended {doubt[0].when}", doubt)
    stopped = [m for m in done if m.event is Event.SUSPENSION and m.earliest <= day]
    if stopped:
        return _decide(Answer.UNKNOWN, f"suspended {stopped[-1].when}", stopped)
    sure = [m for m in started if m.latest <= day]
    if sure:
        return _decide(Answer.YES, f"in force since {sure[0].when}", sure)
    if started:
        return _decide(Answer.UNKNOWN, f"in force {started[0].when}", started)
    early = [m for m in done if m.event in BEFORE_FORCE]
    last = max(early, key=lambda m: (m.date or ALWAYS, m.claim), default=None)
    why = "no source tells of its entry into force" if last is None else f"only {last.event} is told, {last.when}"
    return _decide(Answer.UNKNOWN, why, early)


def _ends(moment: Moment, states: Sequence[str]) -> bool:
    """Tell whether a done moment ends the agreement, a withdrawal only for the state that leaves."""
    if moment.superseded or moment.event in ENDS:
        return True
    return moment.event in PARTY_ENDS and any(state in states for state in moment.states)


def _decide(answer: Answer, why: str, moments: Iterable[Moment]) -> Force:
    return Force(answer=answer, why=why, claims=tuple(sorted(moment.claim for moment in moments)))
