"""Parties that a sentence names beside an agreement: two states that act or deal with one another in it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.clusters import Cluster
from kg.extract.scene import Scene


def add_pairs(scenes: Sequence[Scene], clusters: Sequence[Cluster]) -> None:
    """Give each agreement without known parties the two states coordinated in a sentence that is of it alone.

    Each sentence learns which two states "both countries" are: the pair told of last, or all that were told of.
    """
    seen: dict[str, None] = {}
    for scene in scenes:
        numbers = {title.cluster for title in scene.titles}
        pairs = list(find_pairs(scene))
        if len(numbers) == 1 and -1 not in numbers and len(pairs) == 1:
            cluster = clusters[numbers.pop()]
            cluster.states.extend(pairs[0] if not cluster.states else ())
        seen.update(dict.fromkeys(told_states(scene)))
        scene.only = list(seen) if len(seen) == 2 else []
        scene.pair = pairs[0] if len(pairs) == 1 else list(seen) if len(seen) == 2 else scene.pair
    for before, scene in pairwise(scenes):
        scene.pair = scene.pair or before.pair


def told_states(scene: Scene) -> list[str]:
    """Return the codes of the states of a sentence, in titles or not, that are no mere place."""
    codes: list[str] = []
    for index in scene.states:
        state = scene.items[index].states[0]
        is_placed = index > 0 and "in" in scene.items[index - 1].roles
        if not is_placed and state["type"] != "organisation":
            codes.extend(state["code"].split())
    return codes


def find_pairs(scene: Scene) -> Iterator[list[str]]:
    """Yield the two codes of each pair of states that only "and" or "with" joins, no longer list around them."""
    items = scene.items
    marks = [i for i in scene.states if not scene.in_title(i)]
    for index in marks:
        codes = items[index].states[0]["code"].split()
        if len(codes) == 2 and scene.pack.settings.boundary != "word" and len(marks) == 1:
            yield codes  # 한미, 日中
    for left, right in pairwise(marks):
        between = items[left + 1 : right]
        is_joined = any(item.roles & {"and", "with"} for item in between) and len(between) <= 3
        if not is_joined or any(item.is_mark or item.triggers for item in between):
            continue
        codes = [code for i in (left, right) for code in items[i].states[0]["code"].split()]
        near = [i for i in marks if i not in (left, right) and min(abs(i - left), abs(i - right)) <= 3]
        if len(set(codes)) == 2 and not near:
            yield codes
