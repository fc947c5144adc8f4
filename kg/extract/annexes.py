"""Agreements that by their own noun belong to another: additional protocols, annexes, supplementary treaties.

The noun's form stands among the nouns and, as a supplement, among the triggers of the pack; the main agreement stands
beside it ("an additional protocol to the convention", 公约的补充议定书).
"""

from collections.abc import Iterator, Sequence

from kg.extract.items import Item
from kg.extract.scene import Scene, group_of, is_list
from kg.extract.title import Title
from kg.languages import Entry
from kg.model import Event, Kind

LINKS = frozenset(["to", "of", "for", "on", "about", "the", "a", "in", "with"])


def find_annexes(scene: Scene) -> Iterator[tuple[Entry, Title, Title]]:
    """Yield (entry, part, main) for each annex and the agreement that stands beside it."""
    for title in scene.titles:
        entry = annex_entry(scene.items[title.head])
        if entry is None or title.cluster < 0:
            continue
        main = main_of(scene, title, entry)
        if main is None:
            continue
        for each in mains_of(scene, main):
            if each.cluster not in (-1, title.cluster):
                yield entry, title, each


def mains_of(scene: Scene, main: Title) -> list[Title]:
    """Return a main agreement and those that "and" alone joins to it; a comma goes on with a list of its annex."""
    group = group_of(scene, main)
    result = [main]
    for other in group[group.index(main) + 1 :] if is_list(scene, group) else ():
        if any(item.is_mark for item in scene.items[result[-1].last + 1 : other.first]):
            break
        result.append(other)
    return result


def annexes_of(scene: Scene, title: Title) -> list[Title]:
    """Return the annexes whose main agreement a mention is: it is none of them."""
    parts = ((part, annex_entry(scene.items[part.head])) for part in scene.titles if part is not title)
    return [part for part, entry in parts if entry is not None and main_of(scene, part, entry) is title]


def main_of(scene: Scene, title: Title, entry: Entry) -> Title | None:
    """Return the agreement beside an annex: before it where objects and genitives stand before their noun."""
    leads = scene.pack.settings.order == "sov" or scene.pack.settings.boundary == "none"
    return main_before(scene, title) if leads else main_after(scene, title, entry)


def annex_entry(item: Item) -> Entry | None:
    """Return the entry that makes a noun the name of a supplement, None if there is none."""
    return next((entry for entry in item.triggers if entry["event"] == Event.SUPPLEMENT), None)


def main_after(scene: Scene, title: Title, entry: Entry) -> Title | None:
    """Return the agreement directly behind an annex; a general noun ("protocol") needs a word for "to" between."""
    after = next((other for other in scene.titles if other.first > title.last), None)
    if after is None:
        return None
    between = scene.items[title.last + 1 : after.first]
    if entry["need"] == "near" and not any("to" in item.roles for item in between):
        return None
    return after if are_links(between) else None


def main_before(scene: Scene, title: Title) -> Title | None:
    """Return the agreement directly before an annex."""
    before = [other for other in scene.titles if other.last < title.first]
    return before[-1] if before and are_links(scene.items[before[-1].last + 1 : title.first]) else None


def governs(scene: Scene, title: Title) -> bool:
    """Tell whether a protocol is named for the agreement behind it ("the protocol on applying the agreement")."""
    settings = scene.pack.settings
    if title.kind is not Kind.PROTOCOL or (settings.order, settings.boundary) != ("svo", "word"):
        return False
    after = next((other for other in scene.titles if other.first > title.last), None)
    between = scene.items[title.last + 1 : after.first] if after is not None else []
    if settings.title == "after" and between and between[0].is_plain and not between[0].is_mark:
        between = between[1:]  # "protokol pelaksanaan perjanjian"
    is_tied = any(item.roles & {"of", "to"} for item in between) or (after is not None and not between)
    return after is not None and after.kind is not Kind.PROTOCOL and is_tied and are_links(between)


def is_governed(scene: Scene, title: Title) -> bool:
    """Tell whether a protocol before a mention is named for it."""
    before = [other for other in scene.titles if other.last < title.first]
    return bool(before) and governs(scene, before[-1])


def are_links(between: Sequence[Item]) -> bool:
    """Tell whether items only tie an annex to its main agreement."""
    return len(between) <= 4 and all(item.roles & LINKS or item.text in "’'\"«»“”" for item in between)
