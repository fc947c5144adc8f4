"""Parliaments and governments without a country's name: whose they are ("Mexico was first: its Senate ratified it")."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.acts import OWN_ACTS
from kg.extract.scene import Scene
from kg.extract.sides import AGENT_LIMIT, agent_side, is_agent_place, is_excluded
from kg.languages import Entry

SEAT_REACH = 3
GAP = 2  # characters between two sentences of a paragraph, or two paragraphs


def states_of_body(scene: Scene, at: int, entry: Entry) -> list[str]:
    """Return the state whose body acts by the trigger at `at`: of its seat, the sentence's only one, or the last's."""
    if entry["event"] not in OWN_ACTS:
        return []
    side = agent_side(scene, at, entry)
    bodies = [i for i, item in enumerate(scene.items) if "body" in item.roles and is_acting(scene, at, i, side)]
    if not bodies:
        return []
    body = min(bodies, key=lambda index: scene.distance(at, index))
    for codes in (seat_of(scene, body), own_states(scene, body), scene.lone):
        if codes:
            return list(codes) if len(set(codes)) == 1 else []
    return []


def is_acting(scene: Scene, at: int, index: int, side: str) -> bool:
    """Tell whether a body stands where the agents of the trigger at `at` do."""
    is_near = scene.distance(at, index) <= AGENT_LIMIT and not scene.in_title(index)
    return is_near and is_agent_place(scene, at, index, side) and not is_excluded(scene, index)


def seat_of(scene: Scene, body: int) -> list[str]:
    """Return the state of the town directly behind a body ("the parliament in Accra")."""
    for index in range(body + 1, min(body + 1 + SEAT_REACH, len(scene.items))):
        item = scene.items[index]
        if item.states:
            return code_of(scene, index)
        if not item.roles & {"in", "of", "the"}:
            break
    return []


def own_states(scene: Scene, body: int) -> list[str]:
    """Return the states of the sentence before or beside the body, none of a title or behind "with"."""
    return [code for index in actors(scene) if index < body for code in code_of(scene, index)]


def actors(scene: Scene) -> Iterator[int]:
    """Yield the states of a sentence that an agreement is not with and whose name is no part of a title's."""
    for index in scene.states:
        before = scene.items[max(0, index - 2) : index]
        is_with = any(near.roles & {"with", "between"} for near in before)
        is_land = scene.items[index].states[0]["type"] != "organisation"
        if is_land and not is_with and not scene.in_title(index):
            yield index


def code_of(scene: Scene, index: int) -> list[str]:
    """Return the codes of a state's item."""
    return scene.items[index].states[0]["code"].split()


def remember_lone(scenes: Sequence[Scene]) -> None:
    """Give each sentence the state that the one before it speaks of, if it is one alone."""
    for before, scene in pairwise(scenes):
        codes = {code for index in actors(before) for code in code_of(before, index)}
        is_next = scene.start - before.end <= GAP
        scene.lone = (sorted(codes) if len(codes) == 1 else [] if codes else before.lone) if is_next else []
