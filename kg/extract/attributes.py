"""Who, when, where and by whose word: the attributes of a trigger's claim."""

from collections.abc import Iterator, Sequence

from kg.extract.arguments import rivals
from kg.extract.inflect import base_form, bases_of
from kg.extract.people import PersonMention, join_words
from kg.extract.places import Gazetteer
from kg.extract.scene import COMMAS, Scene, side_of
from kg.languages import Entry
from kg.model import Event

AGENT_SIDE = {
    ("active", "svo"): "before",
    ("active", "sov"): "before",
    ("active", "vso"): "after",
    ("passive", "svo"): "by",
    ("passive", "sov"): "by",
    ("passive", "vso"): "by",
    ("noun", "svo"): "either",
    ("noun", "sov"): "either",
    ("noun", "vso"): "either",
    ("participle", "svo"): "by",
    ("participle", "sov"): "before",
    ("participle", "vso"): "by",
}
AGENT_LIMIT = 14.0
SOLE_ACTS = frozenset(["ratification", "accession", "withdrawal", "termination", "suspension"])
NAME_LIMIT = 6.0
DATE_LIMIT = 16.0
PLACE_LIMIT = 14.0


def agent_side(entry: Entry, scene: Scene) -> str:
    """Return where the agents of a trigger stand: before, after, by, either or none."""
    return entry["agent"] or AGENT_SIDE.get((entry["voice"], scene.pack.settings.order), "none")


def is_agent_place(scene: Scene, at: int, index: int, side: str) -> bool:
    """Tell whether an item stands where the agents of the trigger at `at` stand."""
    stands = side_of(at, index, index)
    if side in ("either", stands):
        return True
    after_by = any("by" in scene.items[i].roles for i in range(min(at, index), max(at, index) + 1))
    if scene.pack.settings.order == "sov" or scene.pack.settings.boundary == "none":
        after_by = after_by or any("by" in item.roles for item in scene.items[index + 1 : index + 3])
        after_by = after_by or stands_between(scene, index)
    elif stands == "before":
        after_by = after_by or any("by" in item.roles for item in scene.items[max(0, index - 4) : index])
    with_party = stands == "after" and any("with" in item.roles for item in scene.items[max(0, index - 4) : index])
    return (side == "by" and after_by) or (with_party and side != "none")


def stands_between(scene: Scene, index: int) -> bool:
    """Tell whether "between" stands behind a list of parties that holds the item, as Turkish has it."""
    for item in scene.items[index + 1 : index + 9]:
        if "between" in item.roles:
            return True
        is_link = item.text in COMMAS or bool(item.roles & {"and", "with", "of", "the"})
        if not (is_link or item.states or item.is_plain or item.office is not None):
            return False
    return False


def find_states(scene: Scene, at: int, entry: Entry) -> list[str]:
    """Return the codes of the states that act by the trigger at `at`, in the order of the text."""
    side = agent_side(entry, scene)
    actors: list[int] = []
    for index, item in enumerate(scene.items):
        if not item.states or scene.in_title(index) or is_excluded(scene, index) or is_place(scene, index):
            continue
        if is_agent_place(scene, at, index, side) and scene.distance(at, index) <= AGENT_LIMIT:
            actors.extend([*fellows_before(scene, index), index])
    if entry["event"] in SOLE_ACTS:
        actors = [index for index in actors if not is_partner(scene, index)] or actors
    found = [(index, code) for index in actors for code in scene.items[index].states[0]["code"].split()]
    for person in find_persons(scene, at, entry):
        if person.state is not None:
            found.append((person.first, person.state))
    return list(dict.fromkeys(code for _, code in sorted(found)))


def fellows_before(scene: Scene, index: int) -> list[int]:
    """Return the states before the one at `index` that only commas and "and" part from it, however far they go."""
    result: list[int] = []
    back = index - 1
    while back > 0 and (scene.items[back].text in COMMAS or scene.items[back].roles & {"and", "the"}):
        back -= 1
        if back >= 0 and scene.items[back].states and not scene.in_title(back):
            result.insert(0, back)
            back -= 1
    return result


def is_partner(scene: Scene, index: int) -> bool:
    """Tell whether a state is only who the agreement is with, not who ratifies or ends it."""
    if scene.pack.settings.order == "sov":
        return any({"with", "of"} <= item.roles for item in scene.items[index + 1 : index + 2])  # 日本との協定
    return any("with" in item.roles for item in scene.items[max(0, index - 2) : index])


def acts_privately(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a firm, a club or a couple acts by the trigger at `at` and no state does."""
    side = agent_side(entry, scene)
    actors = [i for i in rivals(scene, "private") if is_party(scene, at, i, side)]
    if not actors:
        return False
    states = [i for i, item in enumerate(scene.items) if item.states and is_party(scene, at, i, side)]
    own = [i for i in states if all(abs(i - actor) > 3 for actor in actors)]  # "a Japanese firm" is no state
    return not own


def is_party(scene: Scene, at: int, index: int, side: str) -> bool:
    """Tell whether an item stands where an agent or a party of the agreement stands."""
    if scene.distance(at, index) > AGENT_LIMIT or is_place(scene, index) or is_excluded(scene, index):
        return False
    joined = any(item.roles & {"with", "between"} for item in scene.items[max(0, index - 5) : index])
    return joined or is_agent_place(scene, at, index, side)


def is_place(scene: Scene, index: int) -> bool:
    """Tell whether a state's word is the place of something: a capital or country behind "in"."""
    before = scene.items[index - 1] if index else None
    after = scene.items[index + 1] if index + 1 < len(scene.items) else None
    behind = after is not None and after.roles == {"in"} and after.start == scene.items[index].end
    if scene.pack.settings.boundary in ("none", "left"):
        return behind or (before is not None and before.roles == {"in"})
    if behind:
        return True  # a case ending behind an apostrophe (Turkish)
    return before is not None and "in" in before.roles


def is_excluded(scene: Scene, index: int) -> bool:
    """Tell whether somebody only witnessed, hosted or mediated: behind such a marker, up to the clause's end."""
    for back in range(index - 1, max(-1, index - 12), -1):
        item = scene.items[back]
        if "exclude" in item.roles:
            return True
        if item.triggers or item.text in ";；.。":
            break
    return any("exclude_before" in item.roles for item in scene.items[index + 1 : index + 6])


def find_persons(scene: Scene, at: int, entry: Entry) -> list[PersonMention]:
    """Return the persons who act by the trigger at `at`."""
    side = agent_side(entry, scene)
    speaker = find_speaker(scene, at)
    result = []
    for person in scene.people:
        if is_excluded(scene, person.first) or person is speaker or is_place_phrase(scene, person):
            continue
        if not is_agent_place(scene, at, person.first, side):
            continue
        if scene.distance(at, edge(person, at)) <= AGENT_LIMIT or is_subject(scene, at, person.first, entry):
            result.append(person)
    sure = [person for person in result if person.sure]
    return sure or [person for person in result if is_likely(scene, at, person)]


def is_subject(scene: Scene, at: int, index: int, entry: Entry) -> bool:
    """Tell whether an item opens the sentence whose last verb stands at `at`, in a language where verbs end it."""
    if scene.pack.settings.order != "sov" or entry["voice"] != "active" or index > 5:
        return False
    rest = scene.items[at + 1 :]
    between = scene.items[index + 1 : at]
    return all(item.is_mark for item in rest) and not any(i.triggers or i.roles & {"says"} for i in between)


def is_place_phrase(scene: Scene, person: PersonMention) -> bool:
    """Tell whether a run of capitals stands behind a place preposition: a hall, no person."""
    before = scene.items[person.first - 1] if person.first else None
    after = scene.items[person.last + 1] if person.last + 1 < len(scene.items) else None
    if after is not None and "in" in after.roles and after.start == scene.items[person.last].end:
        return True
    return before is not None and "in" in before.roles and not person.sure


def is_likely(scene: Scene, at: int, person: PersonMention) -> bool:
    """Tell whether a name without an office is a signer: near the trigger, two words long or beside another name."""
    if scene.distance(at, edge(person, at)) > NAME_LIMIT:
        return False
    if scene.pack.settings.capitals == "all" and not may_be_name(scene, person):
        return False
    between = (abs(other.first - person.last) == 2 or abs(person.first - other.last) == 2 for other in scene.people)
    return person.last > person.first or any(between) or person.first > 0


def may_be_name(scene: Scene, person: PersonMention) -> bool:
    """Tell whether capitals are a name where all nouns have them: no article before, two words or in a pair."""
    before = scene.items[person.first - 1] if person.first else None
    if before is not None and before.roles & {"the", "a", "old", "new", "this"}:
        return False
    others = (other for other in scene.people if other is not person)
    is_pair = any(
        min(abs(o.first - person.last), abs(person.first - o.last)) == 2
        and "and" in scene.items[min(o.last, person.last) + 1].roles
        for o in others
    )
    return is_pair or person.last > person.first


def edge(person: PersonMention, at: int) -> int:
    """Return the item of a name that is the nearest to `at`."""
    return person.last if person.last < at else person.first


def find_date(scene: Scene, at: int, others: Sequence[int]) -> str | None:
    """Return the ISO date that belongs to the trigger at `at` rather than to one of the `others`."""
    best: tuple[float, str | None] = (DATE_LIMIT, None)
    for index, item in enumerate(scene.items):
        if item.date is None or scene.in_title(index):
            continue
        if is_title_date(scene, at, index) or is_term(scene, at, index):
            continue
        cost = adverb_cost(scene, at, index)
        if any(adverb_cost(scene, other, index) < cost for other in others):
            continue
        if cost < best[0]:
            best = (cost, item.date.iso)
    return best[1]


def is_title_date(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a date behind an agreement is the agreement's: what a trigger replaces has a date of its own."""
    if not any(entry["event"] in ("replacement", "supplement", "amendment") for entry in scene.items[at].triggers):
        return False
    return any(at < title.last < index or index < title.first < at for title in scene.titles)


def is_term(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a date is the new end of what is extended ("extended until 2026"), not the day of the act."""
    lasting = any(entry["event"] in (Event.EXTENSION, Event.SUSPENSION) for entry in scene.items[at].triggers)
    return lasting and any("to" in item.roles for item in scene.items[max(0, index - 2) : index])


def adverb_cost(scene: Scene, at: int, index: int) -> float:
    """Return the cost of tying a date or place at `index` to the trigger at `at`.

    Adverbs follow their verb where objects do and precede it elsewhere; "and" before them starts another verb's.
    """
    cost = scene.distance(at, index)
    settings = scene.pack.settings
    follows = settings.order != "sov" and settings.boundary != "none"
    if settings.adverbs != "either" and (index < at) == follows:
        cost += 3.0
    between = scene.items[min(at, index) + 1 : max(at, index)]
    return cost + 1.5 * sum(1 for item in between if "and" in item.roles)


def find_place(scene: Scene, at: int, gazetteer: Gazetteer, others: Sequence[int]) -> str | None:
    """Return the town behind a place preposition that belongs to the trigger at `at`."""
    best: tuple[float, str | None] = (PLACE_LIMIT, None)
    for index, name in towns(scene, gazetteer):
        cost = adverb_cost(scene, at, index)
        if any(adverb_cost(scene, other, index) < cost for other in others):
            continue
        if cost < best[0]:
            best = (cost, name)
    return best[1]


def towns(scene: Scene, gazetteer: Gazetteer) -> Iterator[tuple[int, str]]:
    """Yield the item and name of each town that a place preposition or particle marks."""
    for index, item in enumerate(scene.items):
        if "in" not in item.roles or scene.in_title(index):
            continue
        found = town_before(scene, index, gazetteer) or town_after(scene, index, gazetteer)
        if found is not None:
            yield found


def town_before(scene: Scene, index: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return the town that a place particle or ending is written onto (Korean, Japanese, Turkish), or None."""
    items = scene.items
    before = items[index - 1] if index else None
    settings = scene.pack.settings
    is_word = settings.boundary == "word" and items[index].text[0].isalnum()
    if before is None or (is_word and settings.order != "sov") or (not is_word and before.end != items[index].start):
        return None
    first = index - 1
    if scene.pack.settings.boundary == "word" and first and items[first - 1].is_capital and items[first - 1].is_plain:
        double = town_name(scene, join_words(items, first - 1, first), (), gazetteer)
        if double is not None:
            return first - 1, double
    name = town_name(scene, before.text, before.states, gazetteer)
    return None if name is None else (first, name)


def town_after(scene: Scene, index: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return the town of one to four words behind the place preposition at `index`, None if there is none."""
    items = scene.items
    first = index + 1
    while first + 1 < len(items) and ("the" in items[first].roles or is_land_before(scene, first)):
        first += 1
    last = first
    while last + 1 < len(items) and items[last + 1].is_plain and items[last + 1].is_capital and last - first < 3:
        last += 1
    for end in range(min(last, len(items) - 1), first - 1, -1):
        states = items[first].states if end == first else ()
        name = town_name(scene, join_words(items, first, end), states, gazetteer)
        if items[first].date is None and name is not None:
            return first, name
    return None


def is_land_before(scene: Scene, index: int) -> bool:
    """Tell whether a state stands before its town without a comma, where the script has no spaces (在荷兰海牙)."""
    item, after = scene.items[index], scene.items[index + 1]
    return scene.pack.settings.boundary == "none" and bool(item.states) and (after.is_plain or bool(after.states))


def town_name(scene: Scene, name: str, states: Sequence[Entry], gazetteer: Gazetteer) -> str | None:
    """Return the base form of a town's name: in the gazetteer, or a capital or palace that stands for a state."""
    forms = [name.translate(scene.pack.fold), *bases_of(name, scene.pack, "place")]
    known = next((form for form in forms[::-1] if len(form) > 1 and form in gazetteer), None)
    if states:
        is_seat = any(entry["type"] in ("capital", "metonym") for entry in states)
        return (known or base_form(name, scene.pack, "place")) if is_seat else None
    return name if name in gazetteer and len(name) > 1 else known


def find_speaker(scene: Scene, at: int) -> PersonMention | None:
    """Return the person beside a reporting verb or behind "according to", if the trigger is in what is said."""
    found = speaker_span(scene, at)
    if found is None:
        return None
    return next((p for p in scene.people if p.first <= found <= p.last), None)


def find_source(scene: Scene, at: int) -> str | None:
    """Return the name of the speaker or body that the claim at `at` is attributed to."""
    found = speaker_span(scene, at)
    if found is None:
        return None
    person = next((p for p in scene.people if p.first <= found <= p.last), None)
    return person.name if person is not None else scene.items[found].text


def speaker_span(scene: Scene, at: int) -> int | None:
    """Return an item of the speaker's name, None if nobody is quoted."""
    for index in scene.speech:
        item = scene.items[index]
        after = range(index + 1, min(index + 7, len(scene.items)))
        before = range(index - 1, max(-1, index - 8), -1)
        if "according" in item.roles:
            found = first_actor(scene, after)
        elif "according_after" in item.roles:
            found = first_actor(scene, before[:3])
        elif "says" in item.roles and in_speech(scene, index, at):
            actors = [first_actor(scene, before, stop=at), first_actor(scene, after, stop=at)]
            found = min((a for a in actors if a is not None), key=lambda a: abs(a - index), default=None)
            if found is None and scene.pack.settings.order == "sov" and scene.pack.settings.boundary == "word":
                found = opening_actor(scene, at)
        else:
            continue
        if found is not None:
            return found
    return None


def opening_actor(scene: Scene, at: int) -> int | None:
    """Return the person or body that opens the sentence, before a comma: the subject where verbs come last."""
    comma = next((i for i, item in enumerate(scene.items[:at]) if item.text in COMMAS), None)
    return None if comma is None else first_actor(scene, range(comma - 1, -1, -1))


def in_speech(scene: Scene, says: int, at: int) -> bool:
    """Tell whether the trigger at `at` stands in what the verb of saying at `says` reports."""
    if scene.pack.settings.order == "sov":
        return at < says
    if at > says:
        return True
    between = scene.items[at + 1 : says]
    return any(item.text in COMMAS or item.text in "\"”»“'’" for item in between)


def first_actor(scene: Scene, indexes: range, stop: int | None = None) -> int | None:
    """Return the first item of `indexes` that names a person, a state or an organisation."""
    weak: int | None = None
    for index in indexes:
        item = scene.items[index]
        if index == stop or item.text in ";；":
            break
        if any(p.first <= index <= p.last and p.sure for p in scene.people):
            return index
        if item.states and not scene.in_title(index) and not is_place(scene, index):
            near = (p for p in scene.people if p.sure and min(abs(p.first - index), abs(p.last - index)) <= 4)
            person = next(near, None)
            return person.first if person is not None and person.first in indexes else index
        is_body = item.office is not None and item.office["rank"] != "title"
        if weak is None and not scene.in_title(index) and (is_body or (item.is_plain and item.is_capital)):
            weak = index
    return weak
