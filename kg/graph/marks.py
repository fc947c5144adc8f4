"""Marks of an agreement: what the claims on it show when they are compared, so that no query need compare them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.graph.claims import Statement
from kg.graph.dates import find_disagreement
from kg.graph.lines import DERIVED_GRAPH, Pair, describe, node, term, whole
from kg.model.terms import Event, Status


def mark_lines(agreement: str, own: Sequence[Statement]) -> list[str]:
    """Return the lines that say what the claims about an agreement show together.

    How many documents make them; disputed events: done claims differ on the day, or another claim denies them; awaited
    events: planned, and done by no claim.
    """
    return describe(node("agreement", agreement), _find_marks(own), DERIVED_GRAPH) if own else []


def _find_marks(own: Sequence[Statement]) -> Iterator[Pair]:
    yield term("documentCount"), whole(len({statement.voice.document for statement in own}))
    by_event: defaultdict[Event, list[Statement]] = defaultdict(list)
    for statement in own:
        by_event[statement.claim.event].append(statement)
    for event, statements in sorted(by_event.items()):
        told = {statement.claim.status for statement in statements}
        dates = {one.claim.date for one in statements if one.claim.status is Status.DONE}
        if {Status.DONE, Status.DENIED} <= told or find_disagreement(date for date in dates if date is not None):
            yield term("disputed"), term(f"event-{event}")
        if Status.PLANNED in told and Status.DONE not in told:
            yield term("awaited"), term(f"event-{event}")
