"""By whose word: the person or body that a claim is attributed to."""

from collections.abc import Sequence

from kg.extract.items import Item
from kg.extract.people import PersonMention
from kg.extract.scene import COMMAS, Scene, once
from kg.extract.whereabouts import is_place


def find_speaker(scene: Scene, at: int) -> PersonMention | None:
    """Return the person beside a reporting verb or behind "according to", if the trigger is in what is said."""
    found = speaker_span(scene, at)
    if found is None:
        return None
    return next((p for p in scene.people if p.first <= found <= p.last), None)


def find_source(scene: Scene, at: int, states: Sequence[str] = ()) -> str | None:
    """Return the name of the speaker or body that the claim at `at` is attributed to; `states` act in it."""
    found = speaker_span(scene, at)
    if found is None or announces_own_act(scene, found, states):
        return None
    person = next((p for p in scene.people if p.first <= found <= p.last), None)
    return person.name if person is not None else scene.items[found].text


def announces_own_act(scene: Scene, found: int, states: Sequence[str]) -> bool:
    """Tell whether a state or both parties' leaders only announce what they do.

    (中俄领导人宣布条约延期, 북한은 탈퇴를 선언했다, "Pakistan announced the suspension of")
    """
    verb = next((i for i in scene.speech if i > found), None)
    if not states or verb is None:
        return False
    if "announced" not in scene.items[verb].roles:
        return False
    item, before = scene.items[found], scene.items[max(0, found - 2) : found]
    if scene.in_name(found):
        return False
    if item.states:
        is_name = item.states[0]["type"] in ("name", "demonym") and item.states[0].form.text == item.text
        return is_name and set(item.states[0]["code"].split()) <= set(states)
    if scene.pack.settings.boundary == "word":
        return False
    named = {code for near in before if near.states for code in near.states[0]["code"].split()}
    return item.office is not None and (len(named & set(states)) > 1 or any("pair" in near.roles for near in before))


@once
def speaker_span(scene: Scene, at: int) -> int | None:
    """Return an item of the speaker's name, None if nobody is quoted."""
    for index in sorted(scene.speech, key=lambda i: (i > at, abs(i - at))):
        item = scene.items[index]
        after = range(index + 1, min(index + 7, len(scene.items)))
        before = range(index - 1, max(-1, index - 12), -1)
        if "according" in item.roles:
            found = source_behind(scene, after)
        elif "according_after" in item.roles:
            found = first_actor(scene, before[:3])
        elif "says" in item.roles and in_speech(scene, index, at) and not is_notice(scene, index):
            actors = [first_actor(scene, before, stop=at), first_actor(scene, after, stop=at)]
            found = min((a for a in actors if a is not None), key=lambda a: abs(a - index), default=None)
            if scene.pack.settings.boundary == "none":
                found = actors[0]  # a Chinese speaker stands before the verb
            if scene.pack.settings.order == "sov":
                is_word = scene.pack.settings.boundary == "word"
                found = (found or opening_actor(scene, at)) if is_word else topic_actor(scene, at, index)
        else:
            continue
        if found is not None:
            return found
    return None


def is_notice(scene: Scene, index: int) -> bool:
    """Tell whether a verb of saying has a state or body told behind it: a formal act, no source ("notified the UN")."""
    behind = [item for item in scene.items[index + 1 : index + 3] if "the" not in item.roles]
    is_told = bool(behind) and (bool(behind[0].states) or "legal" in behind[0].roles)
    is_act = any(item.states for item in scene.items[max(0, index - 2) : index])
    return scene.pack.settings.order == "svo" and is_told and is_act


def source_behind(scene: Scene, after: range) -> int | None:
    """Return the source behind "according to": up to a comma, or the name that stands behind it as an apposition."""
    comma = next((i for i in after if scene.items[i].text in COMMAS), after.stop)
    found = first_actor(scene, after if comma == after.start else range(after.start, comma))
    if found is not None and scene.items[found].office is not None:
        return next((p.first for p in scene.people if p.sure and p.first == comma + 1), found)
    return found


def opening_actor(scene: Scene, at: int) -> int | None:
    """Return the person or body that opens the sentence, before a comma: the subject where verbs come last."""
    comma = next((i for i, item in enumerate(scene.items[:at]) if item.text in COMMAS), None)
    return None if comma is None else first_actor(scene, range(comma - 1, -1, -1))


def topic_actor(scene: Scene, at: int, says: int) -> int | None:
    """Return who says what ends with the verb at `says`: the topic between it and the trigger, else the sentence's."""
    for low, high in ((at + 1, says), (0, at)):
        for index in range(low, high):
            if "topic" in scene.items[index].roles:
                found = first_actor(scene, range(index - 1, max(low - 1, index - 5), -1))
                if found is not None:
                    return found
    return None


def in_speech(scene: Scene, says: int, at: int) -> bool:
    """Tell whether the trigger at `at` stands in what the verb of saying at `says` reports."""
    if scene.pack.settings.order == "sov":
        return at < says
    if at > says:
        return True
    between = scene.items[at + 1 : says]
    if scene.pack.settings.order == "svo" and any("but" in item.roles for item in last_clause(between)):
        return False  # "..., doch das Gericht erklärte"
    if scene.pack.settings.boundary == "none" and any(not item.is_mark for item in scene.items[says + 1 :]):
        return any(item.text in '"”」』' for item in between)  # "signs a law, announces": what follows is said
    return any(item.text in COMMAS or item.text in "\"”»“'’" for item in between)


def last_clause(items: Sequence[Item]) -> Sequence[Item]:
    """Return the items behind the last comma."""
    comma = max((index for index, item in enumerate(items) if item.text in COMMAS), default=-1)
    return items[comma + 1 :] if comma >= 0 else []


def first_actor(scene: Scene, indexes: range, stop: int | None = None) -> int | None:
    """Return the first item of `indexes` that names a person, a state or an organisation."""
    weak: int | None = None
    for index in indexes:
        item = scene.items[index]
        if index == stop or item.text in ";；" or (weak is not None and item.text in COMMAS):
            break
        if scene.pack.settings.order == "vso" and "that" in item.roles:
            break  # who speaks stands between the verb and what is said
        if any(p.first <= index <= p.last and p.sure for p in scene.people):
            return index
        if item.states and names_state(item) and not is_told(scene, index) and not is_place(scene, index):
            near = (p for p in scene.people if p.sure and min(abs(p.first - index), abs(p.last - index)) <= 4)
            person = next((p for p in near if is_phrase(scene, index, p.first)), None)
            return person.first if person is not None and person.first in indexes else index
        is_body = item.office is not None and item.office["rank"] != "title"
        is_name = item.is_plain and item.is_capital and (index == indexes.start or not has_noun_capitals(scene))
        if weak is None and not scene.in_title(index) and (is_body or is_name):
            weak = index
    return weak


def has_noun_capitals(scene: Scene) -> bool:
    """Tell whether all nouns have capitals: a speaker without an office stands directly beside the verb, then."""
    return scene.pack.settings.capitals == "all"


def is_told(scene: Scene, index: int) -> bool:
    """Tell whether a state is only spoken to, by its case, or stands in a title (İngiltere'ye bildirdi)."""
    settings = scene.pack.settings
    behind = scene.items[index + 1 : index + 2]
    is_case = settings.order == "sov" and settings.boundary == "word"
    is_addressee = is_case and any("to" in item.roles and item.text.islower() for item in behind)
    return scene.in_title(index) or is_addressee


def is_phrase(scene: Scene, a: int, b: int) -> bool:
    """Tell whether no verb stands between two items of one noun phrase ("Russia's foreign minister, X")."""
    between = scene.items[min(a, b) + 1 : max(a, b)]
    return not any(item.triggers or "not_title" in item.roles for item in between)


def names_state(item: Item) -> bool:
    """Tell whether an item names a state or body that may speak: "the Russian ..." does not by itself."""
    return any(entry["type"] != "demonym" for entry in item.states)
