"""When and where: the date and the place that belong to a trigger."""

from collections.abc import Sequence
from itertools import pairwise

from kg.extract.inflect import base_form, bases_of
from kg.extract.items import Item
from kg.extract.people import join_words
from kg.extract.places import Gazetteer
from kg.extract.relatives import is_in_relative
from kg.extract.scene import COMMAS, Scene, once
from kg.languages import Entry

PLACE_LIMIT = 14.0
VISIT_WORDS = 8
ALONE = 1.6  # a sentence's only verb of the kind may stand further from its date and place
OWN_CLAUSE = 10.0
RELATIVE = 15.0
PLACE_LINKS = frozenset([",", "des", "de", "du", "la", "las", "los", "el", "do", "da", "dos", "das"])
HALL_WORDS = 4
TOWN_WORDS = 4


def is_of_speech(scene: Scene, at: int, index: int) -> bool:
    """Tell whether an adverb tells when or where somebody spoke: "..., he said in Bonn", "said on Monday that ..."."""
    settings = scene.pack.settings
    if settings.order == "sov" or settings.boundary == "none":
        return False
    if at < index and ends_saying(scene, at, index):
        return True
    if at < index:
        return any("says" in item.roles and not item.triggers for item in scene.items[at + 1 : index])
    before = scene.items[max(0, index - 3) : index]
    says = next((n for n, item in enumerate(before) if "says" in item.roles), None)
    return says is not None and all(item.roles & {"on", "in", "the"} for item in before[says + 1 :])


def ends_saying(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a German verb of saying ends right behind an adverb ("..., teilte das Ministerium in Genf mit")."""
    if scene.pack.settings.capitals != "all" or not any(item.text == "," for item in scene.items[at:index]):
        return False
    return any("says" in item.roles for item in scene.items[index + 1 : index + 2])


def adverb_cost(scene: Scene, at: int, index: int) -> float:
    """Return the cost of tying a date or place at `index` to the trigger at `at`.

    Adverbs follow their verb where objects do and precede it elsewhere; "and" before them starts another verb's.
    """
    known = scene.adverbs.get((at, index))
    if known is None:
        known = scene.adverbs[at, index] = measure_adverb(scene, at, index)
    return known


def measure_adverb(scene: Scene, at: int, index: int) -> float:
    """Return the cost of `adverb_cost`, by what stands between."""
    cost = scene.distance(at, index)
    settings = scene.pack.settings
    if index < at and is_day_of_topic(scene, index):
        return cost + RELATIVE if leads_to_agreement(scene, at) else min(cost, OWN_CLAUSE)
    follows = settings.order != "sov" and settings.boundary != "none"
    if settings.adverbs != "either" and (index < at) == follows:
        cost += 3.0 if follows else 5.0
        if settings.order == "sov" and settings.boundary != "word" and scene.items[index - 1].text not in "(（":
            cost += 5.0
    between = scene.items[min(at, index) + 1 : max(at, index)]
    is_own = index > 0 and "of" in scene.items[index - 1].roles  # "the Lima Declaration of 3 May, signed by"
    if index < at and follows and scene.items[at - 1].text == "," and is_attribute(scene, at) and not is_own:
        cost += OWN_CLAUSE  # "began on Thursday, signed by X in May"
    opens = any(a.text == "," and "which" in b.roles for a, b in pairwise(between))
    if follows and (opens if at < index else is_in_relative(scene, index, at)):
        cost += RELATIVE  # ", which was adopted in Dublin in 2008": of another act
    if settings.adverbs == "either":  # clauses of these languages are set off by commas
        cost += sum(1.0 for item in between if item.text[0] in COMMAS)
    if index < at and settings.order == "sov" and settings.boundary != "word" and not any(i.triggers for i in between):
        return min(cost, OWN_CLAUSE)  # the verb comes last, however long its clause
    return cost + 1.5 * sum(1 for item in between if "and" in item.roles)


def is_attribute(scene: Scene, at: int) -> bool:
    """Tell whether the trigger at `at` may be a participle."""
    return any(entry["voice"] == "participle" for entry in scene.items[at].triggers)


def is_day_of_topic(scene: Scene, index: int) -> bool:
    """Tell whether a day stands behind a topic's particle: it is the main verb's (政府は11日、…協定を破棄した)."""
    settings, date = scene.pack.settings, scene.items[index].date
    if settings.order != "sov" or settings.boundary == "word" or date is None or date.precision != "day":
        return False
    before = index - 1
    while before > 0 and scene.items[before].text in COMMAS:
        before -= 1
    roles = scene.items[before].roles if before >= 0 else frozenset()
    is_topic = "topic" in roles and "subject" not in roles
    return is_topic and not any(char in "年月년월" for char in scene.items[index].text)


def leads_to_agreement(scene: Scene, at: int) -> bool:
    """Tell whether a Japanese or Korean verb stands directly before an agreement that a later verb speaks of."""
    first = at + 1 + (scene.items[at + 1].is_mark if at + 1 < len(scene.items) else 0)
    rest = scene.items[first:]
    return is_attribute(scene, at) and scene.in_title(first) and any(i.triggers or "says" in i.roles for i in rest)


def find_place(scene: Scene, at: int, gazetteer: Gazetteer, others: Sequence[int]) -> str | None:
    """Return the town behind a place preposition that belongs to the trigger at `at`."""
    best: tuple[float, str | None] = (PLACE_LIMIT if others else ALONE * PLACE_LIMIT, None)
    for index, name in towns(scene, gazetteer):
        if is_of_speech(scene, at, index) or is_of_clause_before(scene, at, index):
            continue
        cost = adverb_cost(scene, at, index)
        if any(adverb_cost(scene, other, index) < cost for other in others):
            continue
        if cost < best[0]:
            best = (cost, name)
    return best[1]


def is_of_clause_before(scene: Scene, at: int, index: int) -> bool:
    """Tell whether a place is that of an earlier Chinese clause: the verb's own clause begins with a date."""
    settings = scene.pack.settings
    if settings.boundary != "none" or settings.order == "sov" or index > at:
        return False
    commas = [i for i in range(index, at) if scene.items[i].text in COMMAS - {"、"}]
    clause = range(commas[-1] + 1, at) if commas else range(0)
    return any(scene.items[i].date is not None and not scene.in_title(i) for i in clause)


@once
def towns(scene: Scene, gazetteer: Gazetteer) -> tuple[tuple[int, str], ...]:
    """Return the item and name of each town that a place preposition or particle marks, in order."""
    marks = [i for i, item in enumerate(scene.items) if item.roles and ("in" in item.roles or is_visit(scene, i))]
    free = (index for index in marks if not scene.in_title(index))
    found = (town_before(scene, index, gazetteer) or town_after(scene, index, gazetteer) for index in free)
    return tuple(town for town in found if town is not None and not scene.in_title(town[0]))


def is_visit(scene: Scene, index: int) -> bool:
    """Tell whether "to" at `index` names the town of a visit ("signed during X's visit to Riyadh")."""
    if "to" not in scene.items[index].roles:
        return False
    return any("visit" in item.roles for item in scene.items[max(0, index - VISIT_WORDS) : index])


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
    if name is None and settings.boundary != "word" and settings.order == "sov":
        return town_of_hall(scene, first, gazetteer)
    return None if name is None else (first, name)


def town_of_hall(scene: Scene, last: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return the town before the words of a hall that end at item `last` (평양 백화원 영빈관에서), None if none is."""
    for index in range(last, max(-1, last - HALL_WORDS), -1):
        item = scene.items[index]
        if item.is_mark or item.roles - {"of"} or item.date is not None or item.triggers or item.office is not None:
            return None
        name = town_name(scene, item.text, item.states, gazetteer)
        if name is not None:
            return index, name
    return None


def town_after(scene: Scene, index: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return the town of one to four words behind the place preposition at `index`, None if there is none."""
    items = scene.items
    first = index + 1
    if scene.pack.settings.order == "sov" and scene.pack.settings.boundary == "word":
        return None
    while first + 1 < len(items) and ("the" in items[first].roles or is_land_before(scene, first)):
        first += 1
    first = behind_town_word(scene, first)
    if scene.pack.settings.boundary == "none" and first < len(items) and not items[first].states:
        return written_town(scene, first, gazetteer)
    last = first
    while last + 1 < len(items) and last - first < 4:
        is_hyphen = items[last + 1].text == "-" and items[last + 1].start == items[last].end
        if not is_hyphen and not (items[last + 1].is_plain and items[last + 1].is_capital):
            break
        last += 1
    for end in range(min(last, len(items) - 1), first - 1, -1):
        states = items[first].states if end == first else ()
        name = town_name(scene, join_words(items, first, end), states, gazetteer)
        if items[first].date is None and name is not None:
            return first, name
    return hall_town(scene, first, gazetteer) if scene.pack.settings.order == "svo" else None


def behind_town_word(scene: Scene, first: int) -> int:
    """Return where a town's name begins behind "the Swiss city of", or `first` where no such words stand there."""
    items, words = scene.items, scene.pack.settings.towns
    found = [i for i in range(first, min(first + TOWN_WORDS, len(items))) if items[i].text.lower() in words]
    if not found or any(item.is_mark or item.triggers or item.date for item in items[first : found[-1]]):
        return first
    at = found[-1] + 1
    while at + 1 < len(items) and leads_on(items, at):
        at += 1
    return at if at < len(items) and not items[at].is_mark else first


def leads_on(items: Sequence[Item], at: int) -> bool:
    """Tell whether an item stands between a word for a town and its name: "of", a state, a comma before a capital."""
    item, behind = items[at], items[at + 1 : at + 3]
    is_capital_next = any(entry["type"] == "capital" for after in behind for entry in after.states)
    is_land = any(entry["type"] == "name" for entry in item.states) and is_capital_next
    return bool(item.roles & {"of", "the"}) or is_adjective(item) or is_land or (item.text == "," and is_capital_next)


def is_adjective(item: Item) -> bool:
    """Tell whether an item is the adjective of a state."""
    return any(entry["type"] == "demonym" for entry in item.states)


def hall_town(scene: Scene, first: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return the town that ends a run of capitalised words, commas between: "at the Belvedere Palace, Vienna"."""
    items = scene.items
    last = first
    while last < min(first + 10, len(items)) and is_place_word(items[last]):
        last += 1
    for end in range(last - 1, first, -1):
        is_end = end + 1 == last or items[end + 1].text == ","
        for start in (end - 1, end) if is_end and items[end].text != "," else ():
            states = items[end].states if start == end else ()
            name = town_name(scene, join_words(items, start, end), states, gazetteer)
            is_own = items[start - 1].text == "," or bool(states)  # not the last word of "Teatro Colón"
            if start > first and name is not None and len(name) > 3 and is_own:
                return first, name
    return town_of_venue(scene, last, gazetteer)


def town_of_venue(scene: Scene, last: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return the town that "of" or "in" names behind a hall ("en el Teatro Colón de Bogotá"), None if none is."""
    items = scene.items
    if last + 1 >= len(items) or not items[last].roles & {"of", "in"} or items[last].is_mark:
        return None
    name = town_name(scene, items[last + 1].text, items[last + 1].states, gazetteer)
    return None if name is None or not items[last + 1].is_capital else (last + 1, name)


def is_place_word(item: Item) -> bool:
    """Tell whether a word may belong to the name of a hall and its town."""
    is_seat = any(entry["type"] in ("capital", "metonym") for entry in item.states)
    return item.text in PLACE_LINKS or (item.is_capital and item.date is None and (item.is_plain or is_seat))


def written_town(scene: Scene, first: int, gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return the longest town's name that the text from item `first` on begins with, whatever items it makes."""
    text = ""
    for item in scene.items[first : first + 6]:
        if text and item.start != scene.items[first].start + len(text):
            break
        text += item.text
    end = gazetteer.longest_prefix(text.translate(scene.pack.fold), 0) or gazetteer.longest_prefix(text, 0)
    return None if end is None else (first, text[:end])


def is_land_before(scene: Scene, index: int) -> bool:
    """Tell whether a state stands before its town without a comma, where the script has no spaces (在荷兰海牙)."""
    item, after = scene.items[index], scene.items[index + 1]
    return scene.pack.settings.boundary == "none" and is_land(item) and (after.is_plain or bool(after.states))


def is_land(item: Item) -> bool:
    """Tell whether an item names a state, no town or palace of it."""
    return bool(item.states) and item.states[0]["type"] == "name"


def town_name(scene: Scene, name: str, states: Sequence[Entry], gazetteer: Gazetteer) -> str | None:
    """Return the base form of a town's name: in the gazetteer, or a capital or palace that stands for a state."""
    forms = [name.translate(scene.pack.fold), *bases_of(name, scene.pack, "place")]
    known = next((form for form in forms[::-1] if len(form) > 1 and form in gazetteer), None)
    if states:
        is_seat = any(entry["type"] in ("capital", "metonym") for entry in states)
        return (known or base_form(name, scene.pack, "place")) if is_seat else None
    return name if name in gazetteer and len(name) > 1 else known
