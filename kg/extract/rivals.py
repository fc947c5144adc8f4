"""Look-alikes: what stands where an agreement could and is none (a decree, a coach, a war)."""

from collections.abc import Iterator

from kg.extract.agreementsides import agreement_side
from kg.extract.scene import Scene, once, side_of
from kg.extract.title import Title
from kg.languages import Entry
from kg.model import Event

WRONG_SIDE = 7.0
OBJECT_BONUS = 3.0
TALKS = 4  # items from a mention to the verb that only its talks are the object of
ATTACHED = 1.5  # how near a participle stands to the noun it belongs to, whatever frames that ("under the pact signed")
LOOKALIKES = {
    "signature": "signed",
    "initialling": "signed",
    "ratification": "signed",
    "replacement": "replaced",
    "termination": "ended",
    "expiry": "ended",
    "suspension": "ended",
    "extension": "ended",
    "entry_into_force": "effective",
    "amendment": "signed",
    "accession": "joined",
    "withdrawal": "joined",
}


@once
def rival_cost(scene: Scene, at: int, entry: Entry) -> float:
    """Return the least cost of a look-alike (a decree, a coach, a war) as the trigger's argument."""
    wanted = LOOKALIKES.get(entry["event"])
    side = agreement_side(entry, scene, at)
    costs = [
        scene.distance(at, index)
        + (0.0 if side in ("either", side_of(at, index, index)) or is_direct_object(scene, at, index) else WRONG_SIDE)
        for index in rivals(scene, wanted)
        if index != at  # the form holds what is signed: "a ratification law"
        if entry["voice"] != "noun" or side in ("either", side_of(at, index, index))  # "the law on the ratification"
        if not is_taken(scene, at, index, wanted) and not is_later(scene, at, index)
    ]
    return min(costs, default=99.0)


def is_of_rival(scene: Scene, at: int, title: Title, entry: Entry) -> bool:
    """Tell whether a look-alike stands directly behind a mention, which only says of what it is (漁業協定の交渉).

    In verb-first clauses that is the object, and the agreement the subject ("أنهت معاهدة السلام الحرب").
    """
    settings, wanted = scene.pack.settings, LOOKALIKES.get(entry["event"])
    if wanted != "ended" or (settings.order == "svo" and settings.boundary != "none"):
        return False
    reach = range(title.last + 1, min(title.last + 3, len(scene.items)))
    behind = [scene.items[i] for i in reach if scene.items[i].roles != {"of"}][:1]
    is_talk = settings.order == "sov" and at - title.last <= TALKS
    return any(
        any(e["class"] == wanted for e in item.lookalikes)
        or (is_talk and any(e["status"] == "planned" for e in item.modality))
        for item in behind
    )


def is_direct_object(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a look-alike stands directly behind a verb that may be active ("X signed the law")."""
    is_active = any(entry["voice"] == "active" for entry in scene.items[at].triggers)
    return scene.pack.settings.order == "svo" and is_active and index > at and scene.distance(at, index) < ATTACHED


def is_later(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a look-alike only tells what a verb waits for ("not in force until an exchange of notes")."""
    return any("until" in item.roles for item in scene.items[at + 1 : index])


def is_taken(scene: Scene, at: int, index: int, wanted: str | None) -> bool:
    """Tell whether a Chinese look-alike is the object of an earlier verb of its kind (签署批准条约的法律)."""
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order == "sov":
        return False
    near = scene.distance(at, index)
    return any(
        LOOKALIKES.get(entry["event"]) == wanted and (index > at or scene.distance(other, index) < near)
        for other in scene.triggers
        for entry in scene.items[other].triggers[:1]
        if other < min(at, index) and (index < at or not any(item.is_mark for item in scene.items[other:at]))
    )


def rivals(scene: Scene, wanted: str | None) -> Iterator[int]:
    """Yield the items that are look-alikes of the class `wanted`, outside titles."""
    classes = (wanted, "name", "signed") if wanted == "effective" else (wanted, "name")
    for index in scene.lookalikes:
        entries = scene.items[index].lookalikes
        if any(entry["class"] in classes for entry in entries) and not scene.in_title(index):
            yield index


def object_bonus(scene: Scene, at: int, entry: Entry, title: Title) -> float:
    """Return how much nearer a look-alike stands as the object of a verb whose subject an agreement may be."""
    is_loose = entry["voice"] == "active" and entry["agreement"] == "either" and title.last < at
    return OBJECT_BONUS if is_loose and entry["event"] in (Event.TERMINATION, Event.SUSPENSION) else 0.0
