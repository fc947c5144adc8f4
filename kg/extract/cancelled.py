"""Acts that are called off: "the signing of the treaty was cancelled" ends no treaty, and nothing was signed."""

from kg.extract.scene import Scene, once
from kg.languages import Entry
from kg.model import Event

ACTS = frozenset([Event.SIGNATURE, Event.INITIALLING, Event.RATIFICATION])
ENDINGS = frozenset([Event.TERMINATION, Event.SUSPENSION])
SUBJECT = 4  # items between an agreement and the verb whose subject its act is
LINKS = frozenset(["of", "the", "a", "this", "to", "object", "subject", "topic", "in"])
VOICES = frozenset(["passive", "intransitive"])


@once
def cancelled_act(scene: Scene, verb: int) -> int | None:
    """Return the noun of the act that the verb at `verb` calls off, None if it ends an agreement or nothing."""
    if not any(e["event"] in ENDINGS and e["voice"] in VOICES for e in scene.items[verb].triggers):
        return None
    return next((at for at in scene.triggers if is_act(scene, at) and is_subject(scene, at, verb)), None)


def is_cancelled(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether the act that the noun at `at` names is called off by a verb of its sentence."""
    is_noun = entry["voice"] == "noun" and entry["event"] in ACTS
    return is_noun and any(cancelled_act(scene, verb) == at for verb in scene.triggers if verb != at)


def is_act(scene: Scene, at: int) -> bool:
    """Tell whether a trigger is the noun of a first act on an agreement."""
    return any(e["voice"] == "noun" and e["event"] in ACTS for e in scene.items[at].triggers)


def is_subject(scene: Scene, at: int, verb: int) -> bool:
    """Tell whether the noun of an act stands where the subject of the verb does, its agreement beside it."""
    if scene.pack.settings.order == "sov" or scene.pack.settings.boundary == "none":
        return at < verb <= at + SUBJECT and are_links(scene, at + 1, verb)
    if at > verb:  # "se canceló la firma del tratado", "ألغي توقيع المعاهدة"
        return are_links(scene, verb + 1, at) and at <= verb + SUBJECT
    title = next((title for title in scene.titles if title.first > at and are_links(scene, at + 1, title.first)), None)
    edge = title.last if title is not None and title.last < verb else at
    between = scene.items[edge + 1 : verb]
    return len(between) <= SUBJECT and not any(item.is_mark or item.triggers or item.states for item in between)


def are_links(scene: Scene, start: int, end: int) -> bool:
    """Tell whether only articles, particles and words for "of" stand in a stretch of a sentence."""
    return all(item.roles & LINKS for item in scene.items[start:end])
