"""Counting what was right, wrong and missed, and how good the details of the right facts are."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.scoring.names import compare_names, count_persons
from kg.scoring.records import Agreement, Fact

# Names of places, sources and titles that are as alike as this count as the same.
ALIKE = 0.6
DETAILS = ("title", "date", "place", "states", "persons", "source")


@dataclass(slots=True)
class Count:
    """Of one detail: how many values were right, predicted, and wanted."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def f1(self) -> float | None:
        """Return the F1, None where there was nothing to find and nothing was said."""
        return 2 * self.right / (self.predicted + self.gold) if self.predicted + self.gold else None


@dataclass(slots=True)
class Tally:
    """The counts of a group of facts; `strict` are right facts whose details, but the source, are all right."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    strict: int = 0
    traps: int = 0
    traps_hit: int = 0
    details: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in DETAILS})

    def precision(self) -> float:
        """Return the share of predicted facts that are right, 0 where there are none."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    def recall(self) -> float:
        """Return the share of gold facts that were found, 0 where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        p, r = self.precision(), self.recall()
        return 2 * p * r / (p + r) if p + r else 0.0

    def add_right(self, details: dict[str, Count]) -> None:
        """Count a right fact with its details."""
        self.right += 1
        self.strict += all(_is_whole(count) for name, count in details.items() if name != "source")
        for name, count in details.items():
            total = self.details[name]
            total.right += count.right
            total.predicted += count.predicted
            total.gold += count.gold


def count_details(fact: Fact, gold: Fact, said: Agreement, wanted: Agreement) -> dict[str, Count]:
    """Compare the details of a right fact; those that neither side has are absent."""
    states = fact.get("states") or [], gold.get("states") or []
    persons = fact.get("persons") or [], gold.get("persons") or []
    counts = {
        "title": _count_title(said.get("names") or [], wanted.get("names") or []),
        "date": _count_value(fact.get("date"), gold.get("date"), lambda one, other: one == other),
        "place": _count_value(fact.get("place"), gold.get("place"), _is_alike),
        "source": _count_value(fact.get("source"), gold.get("source"), _is_alike),
        "states": Count(len(set(states[0]) & set(states[1])), len(states[0]), len(states[1])),
        "persons": Count(count_persons(*persons), len(persons[0]), len(persons[1])),
    }
    return {name: count for name, count in counts.items() if count.predicted or count.gold}


def _is_whole(count: Count) -> bool:
    return count.right == count.predicted == count.gold


def _is_alike(one: str, other: str) -> bool:
    return compare_names(one, other) >= ALIKE


def _count_title(said: list[str], wanted: list[str]) -> Count:
    """One name of the agreement must be right; a gold agreement without a name asks for none."""
    if not wanted:
        return Count()
    return Count(int(any(_is_alike(one, other) for one in said for other in wanted)), int(bool(said)), 1)


def _count_value(said: str | None, wanted: str | None, is_same: Callable[[str, str], bool]) -> Count:
    right = bool(said and wanted and is_same(said, wanted))
    return Count(int(right), int(bool(said)), int(bool(wanted)))
