"""What is written of an agreement when the claims on it are compared."""

import pytest

from kg.graph.claims import Statement, Told
from kg.graph.marks import mark_lines
from kg.graph.voices import Voice
from kg.model.terms import Event, Status

DONE, PLANNED, DENIED = Status.DONE, Status.PLANNED, Status.DENIED
Said = tuple[str, Event, Status, str | None]


def marks_of(*said: Said) -> set[tuple[str, str]]:
    statements = [
        Statement(
            claim=Told(id=f"c{number}", event=event, status=status, agreement="A1", date=date),
            voice=Voice(document=document, outlet=None),
            language="en",
            agreement="a",
            older=None,
            by=None,
        )
        for number, (document, event, status, date) in enumerate(said)
    ]
    cells = [line.split() for line in mark_lines("a", statements)]
    assert all(cell[0] == "<urn:kg:agreement:a>" and cell[3] == "<urn:kg:graph:derived>" for cell in cells)
    return {(cell[1].strip("<>").removeprefix("urn:kg:ns:"), cell[2].strip("<>")) for cell in cells}


def events_marked(name: str, *said: Said) -> set[str]:
    return {value.removeprefix("urn:kg:ns:event-") for mark, value in marks_of(*said) if mark == name}


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ((DONE, "2024-06-19"), (DONE, "2024-06-20"), {"signature"}),
        ((DONE, "2024-06"), (DONE, "2024-07-01"), {"signature"}),
        ((DONE, "2024"), (DONE, "2024-06-19"), set()),
        ((DONE, None), (DONE, "2024-06-19"), set()),
        ((DONE, "2024-06-19"), (PLANNED, "2024-06-20"), set()),
        ((DONE, None), (DENIED, None), {"signature"}),
        ((PLANNED, None), (DENIED, None), set()),
    ],
)
def test_an_event_is_disputed_where_done_claims_differ_or_one_is_denied(
    first: tuple[Status, str | None], second: tuple[Status, str | None], found: set[str]
) -> None:
    told: tuple[Said, ...] = (("d1", Event.SIGNATURE, *first), ("d2", Event.SIGNATURE, *second))
    assert events_marked("disputed", *told) == found


def test_days_of_different_events_are_no_dispute() -> None:
    told: tuple[Said, ...] = (("d", Event.SIGNATURE, DONE, "2024"), ("d", Event.EXPIRY, DONE, "2034"))
    assert events_marked("disputed", *told) == set()


def test_an_event_is_awaited_until_some_source_tells_it_as_done() -> None:
    planned: Said = ("d1", Event.RATIFICATION, PLANNED, None)
    denied: Said = ("d2", Event.RATIFICATION, DENIED, None)
    assert events_marked("awaited", planned, denied, ("d1", Event.SIGNATURE, DONE, None)) == {"ratification"}
    assert events_marked("awaited", planned, ("d3", Event.RATIFICATION, DONE, "2024")) == set()
    assert events_marked("awaited", denied) == set()


def test_documents_are_counted_not_claims() -> None:
    told: list[Said] = [("d1", Event.SIGNATURE, DONE, None), ("d1", Event.EXPIRY, DONE, None)]
    told.append(("d2", Event.SIGNATURE, DONE, None))
    count = dict(marks_of(*told))["documentCount"]
    assert count == '"2"^^<http://www.w3.org/2001/XMLSchema#integer'


def test_an_agreement_that_no_claim_is_about_has_no_marks() -> None:
    assert mark_lines("a", []) == []
