"""Whether a trigger speaks of something done, planned or denied."""

from collections.abc import Iterator

from kg.extract.cancelled import is_cancelled
from kg.extract.modalscope import REACH, ends_standin, stops_scope
from kg.extract.scene import COMMAS, Scene, once
from kg.extract.scopes import is_by_then, is_first_of_plan, is_inside_attribute, is_of_main_verb, is_when_of_plan
from kg.extract.times import HYPOTHETICAL, is_of_extension, is_over, is_standing, is_still_ahead
from kg.extract.zones import Zone
from kg.languages import Entry
from kg.model import Event, Status

OBJECT_REACH = 5
QUESTION_MARKS = frozenset("?？؟")


@once
def read_status(scene: Scene, at: int, entry: Entry) -> str:
    """Return done, planned, denied or hypothetical for the trigger at item `at`.

    Modality stands before or after the trigger as the pack says; a denial beats a plan ("will not sign").
    """
    found = told_statuses(scene, at, entry)
    if (
        HYPOTHETICAL in found
        or is_standing(scene, at, entry)
        or is_demanded(scene, at, entry)
        or (entry["voice"] != "participle" and is_asked(scene))
    ):
        return HYPOTHETICAL
    if "denied" in found and is_until(scene, at):
        return "done" if any(item.date is not None for item in scene.items[at + 2 : at + 5]) else "planned"
    return next((status for status in ("denied", "planned") if status in found), "done")


def told_statuses(scene: Scene, at: int, entry: Entry) -> set[str]:
    """Return what the trigger at `at` and the words near it say of its status, each for itself."""
    first = attribute_start(scene, at, entry)
    near = modality_of(scene, at, entry)
    if entry["status"] == Status.PLANNED:  # a verb with a future of its own: "will not be prolonged and ends in May"
        near = [(index, value) for index, value in near if value != "denied" or not is_beyond(scene, index, at)]
    told = max((index for index, value in near if value == "done" and index < at), default=-1)
    found = {value for index, value in near if index > at or (index >= first and is_told(index, value, told))}
    if is_object_denied(scene, at, entry) or is_cancelled(scene, at, entry):
        found.add("denied")
    if is_of_plan(scene, at, entry):
        found.add("planned")
    if entry["status"] == "planned" and "done" in found:
        return found  # "managed to extend": an infinitive is no plan by itself
    if entry["status"]:
        found.add(entry["status"])
    if "reported" in found:
        found.add("planned" if is_reported(scene, at) else HYPOTHETICAL)
    if entry["voice"] == "noun" and (is_announced(scene, entry) or is_condition(scene, at, entry["event"])):
        found.add("planned")
    return found


def is_of_plan(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether the clauses and times around a trigger make it one of a plan."""
    is_ahead = entry["event"] == Event.EXPIRY and is_still_ahead(scene, at)
    return is_ahead or is_first_of_plan(scene, at, entry) or is_by_then(scene, at) or is_when_of_plan(scene, at, entry)


def modality_of(scene: Scene, at: int, entry: Entry) -> list[tuple[int, str]]:
    """Return the place and status of each word that speaks of the trigger at `at`, and of no other verb or time."""
    near = [pair for pair in modality_near(scene, at) if not leads_on(scene, *pair, at)]
    near = [pair for pair in near if not is_inside_attribute(scene, pair[0], at)]
    near = [pair for pair in near if not is_of_main_verb(scene, *pair, at, entry)]
    near = [(index, value) for index, value in near if not is_own_word(scene, index, value, entry)]
    return [pair for pair in near if not is_over(scene, *pair, at) and not is_of_extension(scene, *pair, at, entry)]


def is_demanded(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a clause of purpose has a finite verb: somebody else is to act (Russian "чтобы Кения подписала")."""
    if entry["status"] or entry["voice"] == "noun":
        return False
    for index in range(at - 1, max(-1, at - REACH), -1):
        roles = scene.items[index].roles
        if {"but", "that"} <= roles:
            return any(modal["status"] == Status.PLANNED for modal in scene.items[index].modality)
        if scene.items[index].triggers or scene.items[index].text in ";,":
            return False
    return False


def is_asked(scene: Scene) -> bool:
    """Tell whether a sentence of the body is a question: it says of nothing that it happened."""
    return scene.zone is Zone.BODY and any(item.text in QUESTION_MARKS for item in scene.items[-2:])


def is_beyond(scene: Scene, index: int, at: int) -> bool:
    """Tell whether another trigger stands between a modal word and the trigger at `at` behind it."""
    return any(index < other < at for other in scene.triggers)


def is_told(index: int, status: str, told: int) -> bool:
    """Tell whether a word for a plan speaks of the trigger: none between says that it is done."""
    return status != Status.PLANNED or index >= told


def is_own_word(scene: Scene, index: int, status: str, entry: Entry) -> bool:
    """Tell whether a word of the future belongs to the form itself: "wird … vorläufig angewendet" is no plan."""
    is_form = scene.items[index].text.lower() == entry.form.first and scene.pack.settings.boundary == "word"
    return is_form and status == Status.PLANNED


def leads_on(scene: Scene, index: int, status: str, at: int) -> bool:
    """Tell whether "before" only goes on with what was done: "was ratified in May before entering into force"."""
    if status != Status.PLANNED or index != at - 1 or "until" not in scene.items[index].roles:
        return False
    earlier = [other for other in scene.triggers if other < index]
    if scene.pack.settings.order != "svo" or not earlier:
        return False
    told = [read_status(scene, earlier[-1], entry) for entry in scene.items[earlier[-1]].triggers[:1]]
    return told == [Status.DONE] and any(item.date is not None for item in scene.items[earlier[-1] : index])


def is_object_denied(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether the first agreement behind an active verb is itself denied ("signed no treaty")."""
    if entry["voice"] != "active" or scene.pack.settings.order == "sov":
        return False
    first = next((title.first for title in scene.titles if title.first > at), len(scene.items))
    between = scene.items[at + 1 : first]
    if first == len(scene.items) or len(between) > OBJECT_REACH or any(item.triggers for item in between):
        return False
    return any(modal["status"] == "denied" for item in between[-2:] for modal in item.modality)


def is_until(scene: Scene, at: int) -> bool:
    """Tell whether "until" stands directly behind a verb: what is denied before then happens then."""
    after = (item for item in scene.items[at + 1 : at + 5] if not item.states and "the" not in item.roles)
    return "until" in next(after, scene.items[at]).roles


def attribute_start(scene: Scene, at: int, entry: Entry) -> int:
    """Return where the modality of a trigger may begin: an attribute behind its noun has none of the main verb's."""
    is_before = entry["agreement"] == "after" and not ends_standin(scene, at)
    if entry["voice"] != "participle" or scene.pack.settings.order == "sov" or is_before:
        return 0
    return max((title.last + 1 for title in scene.titles if title.last < at), default=0)


def is_announced(scene: Scene, entry: Entry) -> bool:
    """Tell whether leaving or ending an agreement is only announced in the sentence ("announced its withdrawal")."""
    is_end = entry["event"] in (Event.WITHDRAWAL, Event.TERMINATION)
    return is_end and entry["status"] != Status.DONE and any("announced" in item.roles for item in scene.items)


def is_condition(scene: Scene, at: int, event: str) -> bool:
    """Tell whether a verbal noun is what a plan waits for ("will enter into force after ratification")."""
    before = at - 1
    while before > 0 and scene.items[before].roles & {"the", "a"}:
        before -= 1
    is_sov = scene.pack.settings.order == "sov" and at + 1 < len(scene.items)
    marker = scene.items[at + 1] if is_sov else scene.items[max(0, before)]
    if before < 0 or "but" not in marker.roles:
        return False
    ahead = (item for item in scene.items[at + 1 :] if item.triggers or item.date is not None)
    if any(item.date is not None for item in list(ahead)[:1]):
        return False  # "after the signing on 17 January": done
    others = (i for i, item in enumerate(scene.items) if i != at and item.triggers and not scene.in_title(i))
    return any(
        entry["status"] == "planned" or any(value == "planned" for _, value in modality_near(scene, other))
        for other in others
        for entry in scene.items[other].triggers[:1]
        if entry["event"] != event  # "after withdrawals by A, B will withdraw": A did
    )


def opens_force(scene: Scene, at: int, entry: Entry, status: str) -> bool:
    """Tell whether an undated ratification is what a coming entry into force waits for ("once ratified by all")."""
    if entry["event"] != Event.RATIFICATION or status != Status.DONE:
        return False
    for index in scene.triggers:
        forces = [e for e in scene.items[index].triggers if e["event"] == Event.ENTRY_INTO_FORCE]
        if index < at and forces and read_status(scene, index, forces[0]) == Status.PLANNED:
            return not any(item.date for item in scene.items[index:])
    return False


def is_reported(scene: Scene, at: int) -> bool:
    """Tell whether a verb of saying stands before the trigger at item `at` in its sentence."""
    return any(item.roles & {"says", "announced", "according"} for item in scene.items[:at])


def modality_near(scene: Scene, at: int) -> Iterator[tuple[int, str]]:
    """Yield the place and status of each modal word whose scope holds the trigger at item `at`."""
    yield from conditions_before(scene, at)
    for step, side in ((-1, "before"), (1, "after")):
        sides = {side, "both", *(("before",) if is_subject(scene, at) else ())}
        index, left = at, REACH
        while left > 0:
            index += step
            if not 0 <= index < len(scene.items):
                break
            left -= not scene.in_title(index)
            stops = stops_scope(scene, index, step) and not leads_in(scene, index, at)
            for entry in (
                ()
                if is_coverb(scene, index) or (step < 0 and ends_cluster(scene, index))
                else scene.items[index].modality
            ):
                reaches = not stops or opens_clause(scene, index, entry) or is_denial_said(scene, index, entry)
                reaches = reaches or (index == at - 1 and bool(scene.items[index].triggers))  # "called off signing"
                reaches = reaches or refuses_noun(scene, index, entry, at)
                if entry["side"] in sides and reaches:
                    yield index, entry["status"]
            if stops:
                break


def ends_cluster(scene: Scene, index: int) -> bool:
    """Tell whether a modal word ends a German clause behind its verb ("das auslaufen sollte, wurde verlängert")."""
    if scene.pack.settings.capitals != "all" or not 0 < index < len(scene.items) - 1:
        return False
    return scene.items[index + 1].text == "," and bool(scene.items[index - 1].triggers)


def conditions_before(scene: Scene, at: int) -> Iterator[tuple[int, str]]:
    """Yield the words that make the rest of a Chinese sentence unreal: their clause comes first (如果…,就…)."""
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order != "svo":
        return
    for index in range(at - 1, -1, -1):
        if any(opens_clause(scene, index, entry) for entry in scene.items[index].modality):
            yield index, HYPOTHETICAL


def is_subject(scene: Scene, at: int) -> bool:
    """Tell whether a verbal noun may be the subject of the verb behind it ("the withdrawal was never declared")."""
    is_noun = any(entry["voice"] == "noun" for entry in scene.items[at].triggers)
    return is_noun and scene.pack.settings.order == "svo" and scene.pack.settings.boundary == "word"


def is_coverb(scene: Scene, index: int) -> bool:
    """Tell whether a modal word directly before its agreement only marks it as the object (将条约延长)."""
    after = scene.items[index + 1] if index + 1 < len(scene.items) else None
    if after is None or scene.pack.settings.boundary != "none" or scene.pack.settings.order != "svo":
        return False
    if any(title.first == index + 1 for title in scene.titles) and "object" in scene.items[index].roles:
        return True
    return after.noun is not None or bool(after.roles & {"this", "pronoun"}) or after.text in "《〈「"


def leads_in(scene: Scene, index: int, at: int) -> bool:
    """Tell whether a clause word stands directly before a trigger without a clause of its own ("before signing")."""
    return index == at - 1 and "but" in scene.items[index].roles and scene.pack.settings.order == "svo"


def opens_clause(scene: Scene, index: int, entry: Entry) -> bool:
    """Tell whether a word opens the clause that it makes unreal ("if", "unless")."""
    settings = scene.pack.settings
    is_first = (
        settings.boundary == "none"
        and settings.order == "svo"
        and (index == 0 or scene.items[index - 1].text in COMMAS)
    )
    if "once" in scene.items[index].roles and entry["status"] == Status.PLANNED:
        return True  # "sobald der Vertrag ratifiziert ist"
    return ("but" in scene.items[index].roles or is_first) and entry["status"] == HYPOTHETICAL


def is_denial_said(scene: Scene, index: int, entry: Entry) -> bool:
    """Tell whether a verb of saying itself denies what follows ("denied the signing of")."""
    return "says" in scene.items[index].roles and entry["status"] == "denied"


def refuses_noun(scene: Scene, index: int, entry: Entry, at: int) -> bool:
    """Tell whether a verb that may be an act itself denies the noun behind it ("voted down the denunciation of")."""
    is_noun = any(trigger["voice"] == "noun" for trigger in scene.items[at].triggers)
    between = scene.items[index + 1 : at]
    return entry["status"] == "denied" and is_noun and index < at and all("the" in item.roles for item in between)
