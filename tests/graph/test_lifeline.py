"""Whether an agreement is in force on a day: yes, no or unknown, and which claims decide."""

import pytest

from kg.graph.lifeline import Answer, Moment, judge_force
from kg.model import Event, Status


def moment(event: Event, date: str | None = None, reported: str | None = None) -> Moment:
    return Moment(claim=f"{event} {date}", event=event, status=Status.DONE, date=date, reported=reported)


START, END, SIGNED = Event.ENTRY_INTO_FORCE, Event.TERMINATION, Event.SIGNATURE


@pytest.mark.parametrize(
    ("moments", "day", "answer", "why"),
    [
        ([moment(START, "2000-10-09")], "2001-01-01", Answer.YES, "in force since 2000-10-09"),
        ([moment(START, "2000-10-09")], "1999-06-01", Answer.NO, "in force only from 2000-10-09"),
        ([moment(START, "2000")], "2000-06-01", Answer.UNKNOWN, "in force 2000"),
        ([moment(START, reported="2000-05-02")], "2000-06-01", Answer.YES, "in force since in or before 2000-05-02"),
        ([moment(START, reported="2000-05-02")], "1999-06-01", Answer.UNKNOWN, "in force in or before 2000-05-02"),
        ([moment(START)], "2000-06-01", Answer.UNKNOWN, "in force on a day no source gives"),
        ([moment(START, "1990"), moment(END, reported="1999")], "2000-06-01", Answer.NO, "ended in or before 1999"),
        (
            [moment(START, "1990"), moment(END, reported="1999")],
            "1998-06-01",
            Answer.UNKNOWN,
            "ended in or before 1999",
        ),
        ([moment(SIGNED, "2000-02-09")], "1999-06-01", Answer.NO, "signed only on 2000-02-09"),
        ([moment(SIGNED, "2000-02-09")], "2001-06-01", Answer.UNKNOWN, "only signature is told, 2000-02-09"),
        ([], "2001-06-01", Answer.UNKNOWN, "no source tells of its entry into force"),
    ],
)
def test_what_is_known_of_the_day_decides(moments: list[Moment], day: str, answer: Answer, why: str) -> None:
    force = judge_force(moments, day)
    assert (force.answer, force.why) == (answer, why)
    assert set(force.claims) <= {one.claim for one in moments}


@pytest.mark.parametrize("status", [Status.PLANNED, Status.DENIED])
def test_planned_and_denied_claims_never_count_as_done(status: Status) -> None:
    claim = Moment(claim="c", event=START, status=status, date="2000-10-09")
    assert judge_force([claim], "2001-01-01").answer is Answer.UNKNOWN
