"""What stands behind the rows of a lookup: how sure they are, and when a source first said so."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph.vocabulary import BASE
from kg.queries.run import ask_internal
from kg.stores.base import Store

Ends = tuple[str, str, str]  # where an edge begins and ends, its status


@dataclass(frozen=True, slots=True, kw_only=True)
class Backing:
    """The confidence of an edge, and the day on which the first document that carries it was published."""

    confidence: float
    reported: str | None


NOTHING = Backing(confidence=0.0, reported=None)


def find_backing(store: Store, agreement: str) -> dict[Ends, Backing]:
    """Return what stands behind each edge from or to an agreement."""
    rows = ask_internal(store, "backing", node=NamedNode(BASE + agreement)).dicts()
    return {
        (str(row["from"]), str(row["to"]), str(row["status"])): Backing(
            confidence=float(row["confidence"] or 0),
            reported=None if row["reported"] is None else str(row["reported"]),
        )
        for row in rows
    }


def find_sureness(store: Store, agreement: str) -> dict[str, float]:
    """Return the confidence of each claim about an agreement, or in which it is the older one."""
    rows = ask_internal(store, "sureness", node=NamedNode(BASE + agreement)).dicts()
    return {str(row["claim"]): float(row["confidence"] or 0) for row in rows}
