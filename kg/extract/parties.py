"""Parties that a sentence names beside an agreement: two states that act or deal with one another in it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.clusters import Cluster
from kg.extract.scene import Scene


def add_pairs(scenes: Sequence[Scene], clusters: Sequence[Cluster]) -> None:
    """Give each agreement without known parties the first two states coordinated in a sentence that is of it alone."""
    for scene in scenes:
        numbers = {title.cluster for title in scene.titles}
        if len(numbers) != 1 or -1 in numbers:
            continue
        cluster = clusters[numbers.pop()]
        pairs = list(find_pairs(scene))
        if not cluster.states and len(pairs) == 1:
            cluster.states.extend(pairs[0])


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
