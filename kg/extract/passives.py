"""Verbs that a word of their own makes passive, their agent between (Vietnamese "được Quốc hội phê chuẩn")."""

from kg.extract.clauses import is_of_clause
from kg.extract.scene import COMMAS, Scene
from kg.extract.title import Title
from kg.languages import Entry
from kg.model import Event, Kind

REACH = 16
PHRASE = 5
CHANGES = frozenset([Event.AMENDMENT, Event.TERMINATION, Event.EXTENSION, Event.SUPPLEMENT])


def is_object_before(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a title is the object of a verb before it, whose subject goes on as that of the verb at `at`.

    "The agreement replaces the one of 1998 and will enter into force in May", "the agreement that replaced the one of
    1998 entered into force": no relative word stands between.
    """
    verbs = [i for i in scene.triggers if i < title.first]
    if scene.pack.settings.order == "sov" or not verbs:
        return False
    verb, between = verbs[-1], scene.items[title.last + 1 : at]
    is_active = any(e["voice"] == "active" and e["event"] == Event.REPLACEMENT for e in scene.items[verb].triggers)
    is_object = all(item.roles & {"the", "this", "old", "with"} for item in scene.items[verb + 1 : title.first])
    is_relative = any("which" in item.roles for item in between) or any(item.triggers for item in between)
    has_subject = any(other.last < verb for other in scene.titles)
    return is_active and is_object and not is_relative and has_subject


def is_replaced_before(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a verb of replacement stands behind a Japanese or Korean title: what follows is the new one's.

    ("旧条約に代わるもので、国会の承認を経て発効する")
    """
    verb = title.last + 1
    while verb < at and scene.items[verb].roles & {"object", "to"} and not scene.items[verb].triggers:
        verb += 1
    voices = ("active", "participle")
    return verb < at and any(
        e["event"] == Event.REPLACEMENT and e["voice"] in voices for e in scene.items[verb].triggers
    )


def has_marked_object(scene: Scene, at: int, entry: Entry) -> bool:
    """Tell whether a Chinese word marks the object of the verb at `at`, and that is no agreement (将驻扎期限延长)."""
    if entry.form.first is None or scene.pack.settings.boundary != "none" or scene.pack.settings.order == "sov":
        return False
    marks = [i for i in range(at) if scene.items[i].text == entry.form.first and "object" in scene.items[i].roles]
    between = range(marks[-1] + 1, at) if marks else range(0)
    told = any(scene.in_title(i) or scene.items[i].roles & {"pronoun", "this"} for i in between)
    return any(scene.items[i].is_plain for i in between) and not told


def is_beyond_clause(scene: Scene, at: int, title: Title, side: str) -> bool:
    """Tell whether another verb parts a Japanese or Korean verb from a title behind it, or a comma an attribute."""
    settings = scene.pack.settings
    if settings.order != "sov" or settings.boundary == "word":
        return False
    if title.first < at:
        return is_replaced_before(scene, at, title)
    between = range(at + 1, title.first)
    is_parted = side == "after" and any(scene.items[i].text in COMMAS for i in between)
    return is_parted or any(scene.items[i].triggers and not scene.in_title(i) for i in between)


def is_means(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether an agreement is what another one is changed, prolonged or ended with.

    ("wurde durch ein Protokoll geändert", "изменена протоколом", "protokolle değiştirildi", 議定書によって改正)
    """
    entries = scene.items[at].triggers
    is_change = all(e["event"] in CHANGES and e["voice"] in ("passive", "participle", "active") for e in entries)
    if not is_change or not has_other_title(scene, at, title):
        return False
    if not is_instrument(scene, title) and not is_with(scene, at, title):
        return False
    is_passive = all(e["voice"] != "active" for e in entries)
    return is_passive or (is_free(scene) and title.last < at) or title.kind is Kind.EXCHANGE_OF_NOTES


def is_with(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether "with" ties what changes something to a passive verb ("diubah dengan protokol")."""
    behind = scene.items[at + 1].roles if at + 1 < len(scene.items) else frozenset()
    return "with" in behind and title.first <= at + 3 and title.first > at and scene.pack.settings.order == "svo"


def is_free(scene: Scene) -> bool:
    """Tell whether a phrase may open the clause before its verb (German, Russian)."""
    return scene.pack.settings.adverbs == "either" and scene.pack.settings.order == "svo"


def has_other_title(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether another agreement may be what the verb at `at` speaks of."""
    settings = scene.pack.settings
    if settings.order == "sov" and settings.boundary == "word":  # Turkish: none may stand between
        return not any(title.last < other.first < at for other in scene.titles)
    return any(other is not title and other.cluster != title.cluster for other in scene.titles)


def is_instrument(scene: Scene, title: Title) -> bool:
    """Tell whether "by", a case or a particle makes a mention the means."""
    items, settings = scene.items, scene.pack.settings
    if settings.order == "sov" or settings.boundary == "none":
        particles = items[title.last + 1 : title.last + 3]  # 의정서에 의해
        behind = particles[0].roles if particles else frozenset()
        if len(particles) == 2 and particles[0].roles & {"to", "on"} and "by" in particles[1].roles:
            return True
        before = items[title.first - 1].roles if title.first else frozenset()
        return bool(behind & {"by", "with", "means"}) or (settings.order == "svo" and bool(before & {"by", "means"}))
    if "by" in items[title.head].roles:
        return True
    index = title.first - 1
    while index > max(0, title.first - PHRASE) and is_of_phrase(scene, index):
        index -= 1
    return index >= 0 and bool(items[index].roles & {"by", "means"})


def is_of_phrase(scene: Scene, index: int) -> bool:
    """Tell whether an item stands between "by" and its noun: articles, dates, attributes."""
    item = scene.items[index]
    is_attribute = any(entry["voice"] == "participle" for entry in item.triggers)
    is_word = item.is_plain and not item.is_mark
    return "by" not in item.roles and bool(
        item.roles & {"a", "the", "new", "old", "object"} or item.date is not None or is_attribute or is_word
    )


def is_undergone(scene: Scene, at: int) -> bool:
    """Tell whether the verb at `at` is passive by a word before it and an agreement stands before that word."""
    index = passive_word(scene, at)
    return index is not None and any(title.last < index for title in scene.titles)


def passive_word(scene: Scene, at: int) -> int | None:
    """Return the word that makes the verb at `at` passive: only its agent, dates and adverbs stand between."""
    for index in range(at - 1, max(-1, at - REACH), -1):
        item = scene.items[index]
        if "passive" in item.roles:
            return index
        if scene.in_title(index):
            first = next(title.first for title in scene.titles if title.first <= index <= title.last)
            return first - 1 if first and "passive" in scene.items[first - 1].roles else None
        if item.triggers or item.roles & {"but", "which", "that", "says"}:
            return None
        if item.is_mark and item.text not in COMMAS and item.text not in "().-":
            return None
    return None


def is_passive_agent(scene: Scene, at: int, title: Title) -> bool:
    """Tell whether a Chinese agreement is what changes another one (由议定书修改), or subject to another verb."""
    if is_of_clause(scene, title, at):
        return True
    if scene.pack.settings.boundary != "none" or scene.pack.settings.order != "svo" or title.last > at:
        return False
    entries = [e for e in scene.items[at].triggers if e["voice"] == "passive" and e["event"] != "replacement"]
    before = [item for item in scene.items[max(0, title.first - 6) : title.first] if "by" in item.roles]
    return any(entry.form.first in {item.text for item in before} for entry in entries if entry.form.first)
