"""What stands in the object's place of a verb and is no agreement's name: an organisation, a pronoun."""

from itertools import pairwise

from kg.extract.ellipsis import has_object_pronoun
from kg.extract.scene import Scene
from kg.languages import Entry
from kg.model import Event

SUBJECT_REACH = 5
OBJECT_REACH = 4


def leaves_organisation(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether an organisation is what a verb says is joined or left ("were quitting ECOWAS"): no agreement is."""
    if entry["event"] not in (Event.WITHDRAWAL, Event.ACCESSION) or scene.pack.settings.order != "svo":
        return False
    reach = range(at + 1, min(at + 4, len(scene.items)))
    behind = [i for i in reach if not scene.items[i].roles & {"the", "from", "to"}]
    if entry["voice"] not in ("active", "noun") or not behind or scene.in_title(behind[0]):
        return False
    return any(state["type"] == "organisation" for state in scene.items[behind[0]].states)


def leaves_in_state(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a verb of leaving says in what state something is left ("left the treaty intact"): nobody goes."""
    if entry["event"] != Event.WITHDRAWAL or entry["need"] != "near" or scene.pack.settings.order != "svo":
        return False
    ends = [title.last for title in scene.titles if at < title.first <= at + OBJECT_REACH]
    return any("result" in item.roles for end in ends[:1] for item in scene.items[end + 1 : end + 2])


def pronoun_title(scene: Scene, at: int, entry: Entry) -> int | None:
    """Return the one agreement told of before a verb that has a pronoun for its object ("..., and B suspended it")."""
    numbers = {title.cluster for title in scene.titles if title.last < at and title.cluster >= 0}
    is_pointed = has_object_pronoun(scene, at, entry) or opens_clause_with_pronoun(scene, at, entry)
    return numbers.pop() if len(numbers) == 1 and is_pointed else None


def opens_clause_with_pronoun(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a pronoun behind a semicolon is the subject of a passive verb ("...; it will be signed in May")."""
    before = scene.items[max(0, at - SUBJECT_REACH) : at]
    if entry["voice"] not in ("passive", "intransitive") or scene.pack.settings.order != "svo":
        return False
    return any(a.text == ";" and "pronoun" in b.roles for a, b in pairwise(before))
