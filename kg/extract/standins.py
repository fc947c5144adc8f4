"""Words that stand for the noun of another agreement: "the one signed in 1997", "el firmado en 1997"."""

from collections.abc import Iterator

from kg.extract.items import Item
from kg.extract.scene import Scene
from kg.extract.title import Title
from kg.model import Event

LINKS = frozenset(["in", "on", "the"])
VERB_REACH = 3
OPENING = 5  # items of a sentence among which its subject stands
ENDS = frozenset([Event.EXPIRY, Event.TERMINATION])
PLACE = 5  # items of a town and its prepositions
VOICES = frozenset(["participle", "active"])  # a German participle with an ending may read as a verb


def add_standins(scene: Scene, text: str, told: Title | None) -> None:
    """Add the mentions of a sentence that stand for a noun, named by their words in `text`.

    `told` is the last agreement of the sentence before: its noun is meant where a pronoun is the subject.
    """
    for title in (*find_standins(scene, told), *find_old(scene, told)):
        title.name = text[title.start : title.end]
        scene.add(title)


def find_standins(scene: Scene, told: Title | None) -> Iterator[Title]:
    """Yield a mention for each such word behind an agreement of its sentence, with the year that tells it apart."""
    for index in range(1, len(scene.items)):
        before = [title for title in scene.titles if title.last < index]
        if not before and told is not None and is_replaced_by_it(scene, index):
            before = [told]
        end = end_of(scene, index) if before and not scene.in_title(index) else None
        year = None if end is None else scene.items[end].date
        if end is None or year is None or year.iso is None:
            continue
        last = end if scene.items[index + 1].roles & {"of", "from"} else index
        title = Title(index, last, index, before[-1].noun, year=int(year.iso[:4]), is_year_own=True)
        title.sentence, title.start, title.end = scene.number, scene.items[index].start, scene.items[end].end
        yield title


def find_old(scene: Scene, told: Title | None) -> Iterator[Title]:
    """Yield a mention for "the old one" whose end a sentence without a noun tells ("The old one expired that day")."""
    settings = scene.pack.settings
    if told is None or told.noun is None or scene.titles or (settings.order, settings.boundary) != ("svo", "word"):
        return
    for index, item in enumerate(scene.items[:OPENING]):
        opens = index == 0 and (settings.capitals == "names" and settings.adverbs == "either")  # "Старое истекло"
        is_alone = opens or " " in item.text or (index > 0 and "the" in scene.items[index - 1].roles)
        if "old" in item.roles and item.noun is None and is_alone and ends_alone(scene, index):
            title = Title(index, index, index, told.noun)
            title.sentence, title.start, title.end = scene.number, item.start, item.end
            yield title
            return


def ends_alone(scene: Scene, index: int) -> bool:
    """Tell whether no noun follows "old" at `index`, over "one", but a verb of running out or ending."""
    behind = scene.items[index + 1 : index + 1 + VERB_REACH]
    behind = behind[1:] if behind and "one" in behind[0].roles else behind
    is_verb = bool(behind) and scene.pack.settings.capitals == "all" and not behind[0].is_capital  # "lief ... aus"
    if not behind or (behind[0].is_plain and not is_verb) or behind[0].modifier or behind[0].noun or behind[0].states:
        return False
    return any(e["event"] in ENDS and e["voice"] != "noun" for item in scene.items[index:] for e in item.triggers)


def is_replaced_by_it(scene: Scene, index: int) -> bool:
    """Tell whether a verb of replacement takes the word at `index` and what was told last replaces it."""
    near = scene.items[max(0, index - VERB_REACH) : index] + scene.items[-VERB_REACH:]
    verbs = [item for item in near if any(e["event"] == Event.REPLACEMENT for e in item.triggers)]
    return bool(verbs) and not any(item.states or item.is_mark for item in scene.items[:index])


def end_of(scene: Scene, index: int) -> int | None:
    """Return the item of the date that ends what stands for a noun and begins at `index`, None if nothing does."""
    items = scene.items
    if "one" not in items[index].roles or index + 2 >= len(items) or any(t.first == index + 1 for t in scene.titles):
        return None
    if items[index + 1].roles & {"of", "from"}:
        return index + 2 if items[index + 2].date is not None else None
    date = index + 2 if items[index + 1].roles & {"in", "on"} else index + 1
    if date + 1 < len(items) and items[date].date is not None:  # "das (am 3. Mai) 1997 unterzeichnete"
        has_noun = any(title.first <= date + 2 <= title.last for title in scene.titles)
        return date if is_signed(scene, date + 1) and not has_noun else None
    return date_behind(scene, index + 2) if is_signed(scene, index + 1) else None


def is_signed(scene: Scene, at: int) -> bool:
    """Tell whether an item is the participle of a signing."""
    words = scene.items[at].triggers
    return any(entry["event"] == Event.SIGNATURE and entry["voice"] in VOICES for entry in words)


def may_lead(item: Item) -> bool:
    """Tell whether an item may stand between the participle of a signing and its date."""
    return bool(item.roles & LINKS) or bool(item.states) or (item.is_plain and item.is_capital)


def date_behind(scene: Scene, index: int) -> int | None:
    """Return the item of a date at `index`, over "in", articles and a town ("concluded in Moscow in 2002")."""
    end = index + PLACE
    while index < min(end, len(scene.items)) and scene.items[index].date is None and may_lead(scene.items[index]):
        index += 1
    return index if index < len(scene.items) and scene.items[index].date is not None else None
