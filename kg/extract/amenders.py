"""By what an agreement is changed: the protocol of "a protocol amending the treaty", "amended by the protocol"."""

from collections.abc import Iterator, Sequence

from kg.extract.amending import text_changing
from kg.extract.annexes import LINKS as TIES
from kg.extract.items import Item
from kg.extract.pairs import has_agent_marker
from kg.extract.passives import is_means
from kg.extract.scene import Scene, has_voice
from kg.extract.title import Title
from kg.languages import Entry
from kg.model import Event

LINKS = TIES | frozenset(["which", "that", "by", "topic", "subject", "this"])
SUBJECT_REACH = 12
REACH = 4  # items between a text and the verb or noun of change that belongs to it


def find_amender(scene: Scene, at: int, entry: Entry, amended: int) -> int | None:
    """Return the cluster of the agreement that changes the one numbered `amended`, None where none is told.

    `at` is the item of the trigger `entry`, an amendment.
    """
    others = [title for title in scene.titles if title.cluster not in (-1, amended) and not title.is_any]
    marked = [title for title in others if is_marked(scene, at, title)]
    if marked:
        return marked[0].cluster
    if entry["voice"] == "passive":
        return None
    changed = (title for title in scene.titles if title.cluster == amended and title.first > at)
    if (text := next((text_changing(scene, title) for title in changed), None)) is not None:
        return text.cluster
    beside = [title for title in others if is_beside(scene, at, title)][-1:]
    if not beside and entry["voice"] == "active" and scene.pack.settings.order == "svo":
        beside = [title for title in others if is_subject(scene, at, title)][-1:]
    return beside[0].cluster if beside else None


def find_amendments(scene: Scene) -> Iterator[tuple[Entry, Title, Title]]:
    """Yield (entry, changing, changed) for each title that ends with a word for change, and the agreement behind it.

    ("un protocolo de enmienda al acuerdo", "Nghị định thư sửa đổi Hiệp định")
    """
    is_before = scene.pack.settings.order == "svo" and scene.pack.settings.boundary == "word"
    for title in scene.titles if is_before else ():
        entry = next((e for e in scene.items[title.last].triggers if e["event"] == Event.AMENDMENT), None)
        if entry is None or title.last == title.head or title.cluster < 0:
            continue
        after = next((other for other in scene.titles if other.first > title.last), None)
        if after is None or after.cluster in (-1, title.cluster):
            continue
        between = scene.items[title.last + 1 : after.first]
        if len(between) <= REACH and all(item.roles & TIES for item in between):
            yield entry, title, after


def is_marked(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a word or case makes a mention what the verb at `at` is done with."""
    return is_means(scene, at, title) or (has_voice(scene, at, "passive") and has_agent_marker(scene, at, title))


def is_subject(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a text opens the sentence of a verb that no state and no person may be the subject of."""
    between = range(title.last + 1, at)
    actors = [index for index in range(at) if scene.items[index].states and not scene.in_title(index)]
    verbs = [{e["voice"] for e in scene.items[i].triggers} for i in between if scene.items[i].triggers]
    is_free = not actors and not any(person.sure and person.first < at for person in scene.people)
    return (
        title.last < at
        and is_free
        and len(between) <= SUBJECT_REACH
        and all("participle" in voices for voices in verbs)
    )


def is_beside(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether nothing but small words stands between a text and what it changes, on the side of its language."""
    is_before = scene.pack.settings.order != "sov" and scene.pack.settings.boundary == "word"
    between = scene.items[title.last + 1 : at] if is_before else scene.items[at + 1 : title.first]
    is_side = title.last < at if is_before else title.first > at
    return is_side and len(between) <= REACH and are_links(between)


def are_links(between: Sequence[Item]) -> bool:
    """Tell whether items only link a text to what it does."""
    return all(item.roles & LINKS or item.text in ",،" for item in between)
