"""What is done instead of what is denied: "will not sign a treaty but a memorandum"."""

from functools import cache

from kg.extract.scene import Scene
from kg.extract.status import told_statuses
from kg.extract.title import Title
from kg.languages import Entry, Table, load_pack
from kg.model import Event, Status

CONTRASTED = frozenset([Event.SIGNATURE, Event.INITIALLING, Event.RATIFICATION, Event.ACCESSION])
REACH = 3


def find_contrast(scene: Scene, at: int, entry: Entry, status: str) -> tuple[int, str] | None:
    """Return the agreement and status of what happens instead of a denied event; None where nothing is told.

    The agreement stands directly behind "but" in the same clause, and no verb of its own follows.
    """
    if status != Status.DENIED or Event(entry["event"]) not in CONTRASTED or scene.pack.settings.order == "sov":
        return None
    title = next((t for t in scene.titles if t.first > at and t.cluster >= 0 and is_instead(scene, at, t)), None)
    if title is None or any(other > at for other in scene.triggers):
        return None
    return title.cluster, str(Status.PLANNED if is_plan_denied(scene, at, entry) else Status.DONE)


def is_plan_denied(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether what is denied is a plan: a word of the denial alone would plan ("will not", "no firmarán")."""
    if "planned" in told_statuses(scene, at, entry):
        return True
    denials = [modal.form.text for item in scene.items[max(0, at - REACH) : at] for modal in item.modality]
    plans = plan_forms(scene.pack.settings.code)
    return any(word in plans for text in [*denials, entry.form.text] for word in text.split())


@cache
def plan_forms(code: str) -> frozenset[str]:
    """Return the forms of a language that speak of what is to come."""
    tables = (Table.MODALITY, Table.TRIGGERS)
    return frozenset(form for table in tables for form in load_pack(code).forms_of(table, "status", Status.PLANNED))


def is_instead(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a mention follows a word for "but rather", with nothing but small words between."""
    for index in range(title.first - 1, max(at, title.first - 1 - REACH), -1):
        item = scene.items[index]
        if "rather" in item.roles:
            return any(other.first > at and other.last < index for other in scene.titles)
        if item.is_plain or item.triggers or item.is_mark:
            return False
    return False
