"""Subjects of treaties: how much each tells agreements apart, and their order in an id."""

from collections.abc import Iterable
from functools import cache

from kg.resolve.tables import read_data

UNLISTED_WEIGHT = 1.0


@cache
def _weights() -> dict[str, float]:
    return {row["subject"]: float(row["weight"]) for row in read_data("subjects")}


@cache
def _ranks() -> dict[str, int]:
    return {row["subject"]: rank for rank, row in enumerate(read_data("subjects"))}


def weigh(subjects: Iterable[str]) -> float:
    """Return how telling the subjects are together; `cooperation` alone says little, `extradition` much."""
    return sum(_weights().get(subject, UNLISTED_WEIGHT) for subject in subjects)


@cache
def _families() -> dict[str, str]:
    return {row["subject"]: row["family"] for row in read_data("subjects") if row["family"]}


@cache
def weigh_kin(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how telling the subjects are for which newsrooms and translators put another of the same family.

    Trade and free trade are such, partnership and cooperation; the less telling of two counts.
    """
    left: dict[str, float] = {}
    right: dict[str, float] = {}
    for subjects, found in ((one - other, left), (other - one, right)):
        for subject in subjects:
            family = _families().get(subject)
            if family is not None:
                found[family] = max(found.get(family, 0.0), weigh((subject,)))
    return sum(min(left[family], right[family]) for family in left.keys() & right.keys())


def sort_subjects(subjects: Iterable[str]) -> tuple[str, ...]:
    """Return the subjects in the order an English title has them: comprehensive strategic partnership."""
    ranks = _ranks()
    return tuple(sorted(set(subjects), key=lambda subject: (ranks.get(subject, len(ranks)), subject)))
