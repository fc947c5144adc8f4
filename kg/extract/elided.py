"""Acts whose agreement another act of the same kind in the sentence names ("after A withdrew, B left the treaty")."""

from collections.abc import Iterator, Sequence

from kg.extract.acts import SHARED
from kg.extract.agents import find_states
from kg.extract.arguments import rank_titles
from kg.extract.bind import Finding, describe, find_findings
from kg.extract.effects import takes_effect_of
from kg.extract.ellipsis import RIVAL_REACH, has_no_object
from kg.extract.places import Gazetteer
from kg.extract.refusals import refusals
from kg.extract.rivals import rival_cost
from kg.extract.scene import Scene
from kg.extract.status import read_status
from kg.extract.times import HYPOTHETICAL
from kg.languages import Entry
from kg.model import Event


def find_with_elided(scene: Scene, gazetteer: Gazetteer, focus: int | None, events: frozenset[Event]) -> list[Finding]:
    """Return the findings of a sentence (see find_findings) with those of acts that leave the agreement out."""
    found = list(find_findings(scene, gazetteer, focus, events))
    more = [*elided(scene, gazetteer, found), *refusals(scene, found)]
    return sorted([*found, *more], key=lambda finding: finding.at) if more else found


def elided(scene: Scene, gazetteer: Gazetteer, found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the acts of other states than those of a finding of the same event, that have no object of their own."""
    taken = {finding.at for finding in found}
    for like in (finding for finding in found if finding.event in SHARED and finding.states):
        for at in (index for index in scene.triggers if index not in taken):
            entry = next((e for e in scene.items[at].triggers if e["event"] == like.event), None)
            if entry is None or not is_elided(scene, at, entry, like):
                continue
            finding = Finding(like.event, like.agreement, read_status(scene, at, entry), scene, entry, at)
            describe(finding, [other for other in scene.triggers if other != at], gazetteer)
            finding.states = [code for code in finding.states if code not in like.states]
            taken.add(at)
            yield finding


def is_elided(scene: Scene, at: int, entry: Entry, like: Finding) -> bool:
    """Tell whether the trigger at `at` has no agreement beside it, and a state that is none of those of `like`."""
    if not has_no_object(scene, at) or rank_titles(scene, at, entry) or takes_effect_of(scene, at) is not None:
        return False
    if rival_cost(scene, at, entry) < RIVAL_REACH or read_status(scene, at, entry) == HYPOTHETICAL:
        return False
    return bool(set(find_states(scene, at, entry)) - set(like.states))
