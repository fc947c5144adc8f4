"""Plans that clauses and dates tell of in Chinese and Japanese, and how far a modal word reaches."""

from kg.extract.scene import COMMAS, STRONG_MARKS, Scene
from kg.languages import Entry
from kg.model import Event, Status

TENSELESS = frozenset(["id", "vi", "zh"])
AFTERWARDS = frozenset(["后", "後", "之后", "以后", "时", "時", "之时", "的时候"])


def is_first_of_plan(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether an undated Chinese act is only what a plan waits for (缔结和约后苏联将移交…)."""
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order != "svo" or entry["voice"] != "active":
        return False
    title = next((title for title in scene.titles if title.first > at), None)
    after = title.last + 1 if title is not None else len(scene.items)
    after += after < len(scene.items) and scene.items[after].text in "》〉」"
    if after >= len(scene.items) or scene.items[after].text not in ("后", "後", "之后", "以后"):
        return False
    if any(item.date is not None for item in scene.items[max(0, at - 4) : at]):
        return False
    return any(modal["status"] == Status.PLANNED for item in scene.items[after:] for modal in item.modality)


def is_when_of_plan(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether an undated entry into force is only when a plan comes true (《条约》生效后将取代…).

    Where verbs have no tense the main clause behind it tells: "Khi hiệp ước có hiệu lực, … sẽ".
    """
    settings = scene.pack.settings
    if entry["event"] != Event.ENTRY_INTO_FORCE or entry["voice"] != "intransitive" or settings.code not in TENSELESS:
        return False
    comma = next((i for i in range(at + 1, len(scene.items)) if scene.items[i].text in COMMAS), len(scene.items))
    first = max((i + 1 for i in range(at) if scene.items[i].is_mark and not scene.in_title(i)), default=0)
    clause = scene.items[first:comma]
    if any(item.date is not None for item in clause) or any(first <= other < at for other in scene.triggers):
        return False
    opens = any("but" in item.roles and "from" not in item.roles for item in clause[:2])
    opens = opens or any(item.text in AFTERWARDS for item in scene.items[at + 1 : at + 2])
    behind = scene.items[comma + 1 :]
    stop = next((i for i, item in enumerate(behind) if item.text in STRONG_MARKS), len(behind))
    plans = [e["status"] for item in behind[:stop] for e in (*item.modality, *item.triggers)]
    return opens and Status.PLANNED in plans[:1]


def is_by_then(scene: Scene, at: int) -> bool:
    """Tell whether a Japanese date says when something may happen at the earliest or latest (8日にも, 年内に)."""
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order != "sov":
        return False
    for index in range(at - 1, -1, -1):
        item = scene.items[index]
        if item.triggers and not scene.in_title(index):
            return False
        if item.date is not None:
            behind = "".join(near.text for near in scene.items[index + 1 : index + 3])
            return behind.startswith("にも") or (item.text.endswith("内") and behind.startswith("に"))
    return False


def is_of_main_verb(scene: Scene, index: int, status: str, at: int, entry: Entry) -> bool:
    """Tell whether a modal word is the main verb's, not that of an attribute (同意激活2001年签署的协议).

    In Japanese and Korean it stands behind the attribute's noun (서명된 의정서는 지켜지지 않았다).
    """
    if is_behind_noun(scene, index, status, at, entry):
        return True
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order != "svo" or entry["voice"] != "participle":
        return False
    return any(item.is_plain or item.is_mark for item in scene.items[index + 1 : at])


def is_behind_noun(scene: Scene, index: int, status: str, at: int, entry: Entry) -> bool:
    """Tell whether a denial stands behind the agreement that a Japanese or Korean attribute describes."""
    settings = scene.pack.settings
    if settings.order != "sov" or settings.boundary == "word" or entry["voice"] != "participle":
        return False
    return (
        status == Status.DENIED
        and scene.in_title(at + 1)
        and any(at < t.first and t.last < index for t in scene.titles)
    )


def is_inside_attribute(scene: Scene, index: int, at: int) -> bool:
    """Tell whether a Chinese modal word only speaks within what describes an agreement (旨在限制排放的《协定》生效).

    A word that marks the agreement as the object (把, 对, 将) leads to the verb behind it.
    """
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order != "svo" or index > at:
        return False
    for title in scene.titles:
        if index < title.first - 1 and title.last < at:
            first = title.first - 1 - (scene.items[title.first - 1].text in "《〈「")
            between = scene.items[index:first]
            is_described = "of" in scene.items[first].roles and not any(item.is_mark for item in between)
            if is_described and not any(item.roles & {"about", "object", "by"} for item in between):
                return True
    return False


def is_in_stead(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a Japanese word for "in place of" leads on to a verb that is none of treaties: no succession.

    ("条約に代わって戦争状態を終わらせた")
    """
    if scene.pack.settings.boundary != "none" or not entry.form.text.endswith(("って", "わり")):
        return False
    behind = scene.items[at + 1 :]
    stop = next((i for i, item in enumerate(behind) if item.text in "、。"), len(behind))
    return not any(
        other["event"] not in ("replacement", "termination", "expiry")
        for item in behind[:stop]
        for other in item.triggers
    )
