"""Parties that a sentence names beside an agreement: two states that act or deal with one another in it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.clusters import Cluster
from kg.extract.scene import Scene


def add_pairs(scenes: Sequence[Scene], clusters: Sequence[Cluster]) -> None:
    """Give each agreement without known parties the two states coordinated in a sentence that is of it alone.

    "Both countries" are the two that were told of last.
    """
    last: list[str] = []
    for scene in scenes:
        numbers = {title.cluster for title in scene.titles}
        pairs = list(find_pairs(scene))
        is_told = len(pairs) == 1
        if last and not pairs and any("pair" in item.roles for item in scene.items):
            pairs, is_told = [last], False
        if len(numbers) == 1 and -1 not in numbers and len(pairs) == 1:
            cluster = clusters[numbers.pop()]
            cluster.states.extend(pairs[0] if not cluster.states else ())
        last = pairs[0] if is_told else named_pair(scene) or last


def named_pair(scene: Scene) -> list[str]:
    """Return the two parties that the title of an agreement in a sentence names, empty if none does."""
    return next((title.states for title in scene.titles if len(title.states) == 2), [])


def find_pairs(scene: Scene) -> Iterator[list[str]]:
    """Yield the two codes of each pair of states that only "and" or "with" joins, no longer list around them."""
    items = scene.items
    marks = [i for i, item in enumerate(items) if item.states and not scene.in_title(i)]
    for left, right in pairwise(marks):
        between = items[left + 1 : right]
        is_joined = any(item.roles & {"and", "with"} for item in between) and len(between) <= 3
        if not is_joined or any(item.is_mark or item.triggers for item in between):
            continue
        codes = [code for i in (left, right) for code in items[i].states[0]["code"].split()]
        near = [i for i in marks if i not in (left, right) and min(abs(i - left), abs(i - right)) <= 3]
        if len(set(codes)) == 2 and not near:
            yield codes
