"""A sentence made ready for reading: its items, agreements and persons, and how far things stand apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, cast

from kg.extract.items import Item
from kg.extract.people import PersonMention
from kg.extract.title import Title
from kg.extract.zones import Zone
from kg.languages import Entry, Pack

STRONG_MARKS = frozenset(";；:：.!?。！？")
LISTS = frozenset(";；:：")
SPEECH = frozenset(["says", "according", "according_after"])
COMPLEMENT = 8  # items that complete a noun in a list
COMMAS = frozenset(",，、،")
Question = TypeVar("Question", bound=Callable[..., Any])


@dataclass(slots=True)
class Scene:
    """One sentence of a document with all that was found in it."""

    number: int
    start: int
    end: int
    zone: Zone
    pack: Pack
    items: list[Item]
    titles: list[Title]
    people: list[PersonMention] = field(default_factory=list)
    pair: list[str] = field(default_factory=list)
    duo: list[PersonMention] = field(default_factory=list)
    only: list[str] = field(default_factory=list)  # the states told of so far, where they are two
    lone: list[str] = field(default_factory=list)  # the one state that the sentence before speaks of
    distances: dict[tuple[int, int], float] = field(default_factory=dict)
    adverbs: dict[tuple[int, int], float] = field(default_factory=dict)  # costs of tying a date or place to a trigger
    nearest: dict[int, float] = field(default_factory=dict)  # the cost of a trigger's nearest date
    known: dict[tuple[Any, ...], Any] | None = None  # answers of `once`, from when all mentions are placed
    triggers: list[int] = field(init=False)
    speech: list[int] = field(init=False)
    states: list[int] = field(init=False)
    dates: list[int] = field(init=False)
    lookalikes: list[int] = field(init=False)
    ends: dict[int, int] = field(init=False)  # the last item of the title that each item in a title belongs to
    listed: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self.cover()
        found = [i for i, item in enumerate(self.items) if item.triggers and i not in self.ends]
        self.triggers = [i for n, i in enumerate(found) if not self.is_opening(i, found[n + 1 : n + 3])]
        self.states = [i for i, item in enumerate(self.items) if item.states]
        self.dates = [i for i, item in enumerate(self.items) if item.date is not None]
        self.lookalikes = [i for i, item in enumerate(self.items) if item.lookalikes]
        self.speech = [i for i, item in enumerate(self.items) if item.roles & SPEECH]

    def is_opening(self, index: int, following: Sequence[int]) -> bool:
        """Tell whether a trigger is only the first part of a next one's form ("signed ... by initials")."""
        word = self.items[index].text.lower()
        modal = (entry for item in self.items[index + 1 :] for entry in item.modality)
        if any(entry.form.first == word for entry in modal):
            return True  # "schließt eine Kündigung nicht aus"
        return any(entry.form.first == word for after in following for entry in self.items[after].triggers)

    def add(self, title: Title) -> None:
        """Take in another mention; what stands apart is measured anew."""
        self.titles.append(title)
        self.titles.sort(key=lambda title: title.first)
        self.cover()
        for known in (self.distances, self.adverbs, self.nearest):
            known.clear()

    @property
    def last_title(self) -> Title | None:
        """Return the last mention of an agreement in the sentence."""
        return self.titles[-1] if self.titles else None

    def in_title(self, index: int) -> bool:
        """Tell whether an item is a word of an agreement's title."""
        return index in self.ends

    def in_name(self, index: int) -> bool:
        """Tell whether an item is a word of a person's name."""
        return any(person.first <= index <= person.last for person in self.people)

    def cover(self) -> None:
        """Note which items belong to titles; where two overlap, the first counts."""
        self.ends = {i: title.last for title in reversed(self.titles) for i in range(title.first, title.last + 1)}

    def distance(self, a: int, b: int) -> float:
        """Return the cost of what stands between the items `a` and `b`: words, marks, clauses, other triggers."""
        low, high = min(a, b) + 1, max(a, b)
        known = self.distances.get((low, high))
        if known is None:
            known = self.distances[low, high] = self.measure(low, high)
        return known

    def measure(self, low: int, high: int) -> float:
        """Return the cost of the items from `low` up to `high`, a whole title counting as one."""
        cost = 0.0
        index = low
        ends = self.ends
        while index < high:
            last = ends.get(index, high)
            if last < high:
                cost += 2.5
                index = last + 1
                continue
            cost += item_cost(self.items[index], self.pack.settings.boundary)
            index += 1
        return cost


def once(function: Question) -> Question:
    """Let a question be asked of a scene once: the answer is kept for the next time, and must not be changed.

    Nothing is kept before `Scene.known` is set: until then more becomes known of the mentions.
    """

    @wraps(function)
    def ask(scene: Scene, *arguments: Any) -> Any:
        known = scene.known
        if known is None:
            return function(scene, *arguments)
        question = (function, *arguments)
        if question not in known:
            known[question] = function(scene, *arguments)
        return known[question]

    return cast("Question", ask)


def item_cost(item: Item, boundary: str) -> float:
    """Return what one item between two others adds to their distance."""
    if item.is_mark or item.text == ";":
        return 25.0 if item.text in ";；" else 9.0 if item.text in STRONG_MARKS else 1.0 if item.text in COMMAS else 0.5
    if item.roles & {"but", "that"}:
        return 5.0
    if "which" in item.roles:
        return 3.0
    if "says" in item.roles:
        return 4.0
    if item.triggers:
        return 3.5
    if item.roles & {"and", "the", "of"}:
        return 0.3
    if boundary == "none":
        return max(0.4, len(item.text) / 4)
    return 0.7


def side_of(anchor: int, first: int, last: int) -> str:
    """Tell whether the items `first`..`last` stand before or after `anchor`."""
    return "before" if last < anchor else "after" if first > anchor else "inside"


def group_of(scene: Scene, title: Title) -> list[Title]:
    """Return the titles coordinated with `title`: joined by commas, "and" or "including" alone."""
    titles = scene.titles
    at = titles.index(title)
    group = [title]
    for step in (-1, 1):
        index = at + step
        edge = title
        while 0 <= index < len(titles):
            near = titles[index]
            low, high = (near, edge) if step < 0 else (edge, near)
            between = behind_complement(scene, scene.items[low.last + 1 : high.first])
            if is_parted_by_year(scene, between):
                break
            if not is_joined(between, scene.pack.settings.boundary) and not (opens_list(between) and not low.is_named):
                break
            group.append(near)
            edge = near
            index += step
    return sorted(group, key=lambda t: t.first)


def is_parted_by_year(scene: Scene, between: Sequence[Item]) -> bool:
    """Tell whether a comma and a date stand between, where dates precede their noun: another phrase begins."""
    settings = scene.pack.settings
    is_before = settings.order == "sov" and settings.boundary == "word"
    return is_before and bool(between) and between[0].text == "," and any(item.date is not None for item in between)


def opens_list(between: Sequence[Item]) -> bool:
    """Tell whether a dash or colon leads from a general word to the agreements it stands for."""
    return 0 < len(between) <= 2 and between[0].text in ":：—–-"


def is_list(scene: Scene, group: Sequence[Title]) -> bool:
    """Tell whether coordinated titles are a list and not one name behind the other: three, or joined by "and"."""
    if len(group) != 2:
        return len(group) > 2
    between = behind_complement(scene, scene.items[group[0].last + 1 : group[1].first])
    return any(item.roles & {"and", "including"} or item.text in LISTS for item in between)


def behind_complement(scene: Scene, between: Sequence[Item]) -> Sequence[Item]:
    """Return what stands between two mentions behind what completes the first ("le règlement du collège, le").

    Adjectives and "of" with its words complete a noun, up to the comma or "and" of a list.
    """
    settings = scene.pack.settings
    if (settings.order, settings.boundary, settings.title) != ("svo", "word", "after"):
        return between
    end = next((i for i, item in enumerate(between) if item.text in COMMAS or "and" in item.roles), 0)
    inner = between[:end]
    is_plain = all(item.is_plain or item.office is not None or item.roles & {"of", "the"} for item in inner)
    is_bare = not any(item.triggers or item.modality or item.is_mark or item.is_capital for item in inner[:1])
    return between[end:] if 0 < end <= COMPLEMENT and is_plain and is_bare else between


def is_joined(between: Sequence[Item], boundary: str) -> bool:
    """Tell whether the items between two titles only coordinate them; in Han and kana a plain comma parts clauses."""
    if not between or len(between) > 6:
        return False
    marks = COMMAS | LISTS if boundary != "none" else LISTS | {"、"}
    if between[-1].text.startswith(", "):
        return is_joined(between[:-1], boundary) or len(between) == 1  # German ", die" before a noun is an article
    links = sum(1 for item in between if item.text in marks or item.roles & {"and", "including"})
    if links == 1 and between[0].text in ";；" and boundary == "word":
        return False  # another clause
    fillers = {"and", "including", "the", "a", "old", "new", "of"}
    return links > 0 and all(item.is_mark or item.date is not None or item.roles & fillers for item in between)


def first_part(scene: Scene, at: int, entry: Entry) -> int | None:
    """Return the item of the first part of a verb with two ("hob ... auf"), None if it has but one."""
    if entry.form.first is None:
        return None
    return next((i for i in range(at, -1, -1) if scene.items[i].text.lower() == entry.form.first), None)


def has_voice(scene: Scene, at: int, voice: str) -> bool:
    """Tell whether all readings of the trigger at `at` have the voice."""
    return all(entry["voice"] == voice for entry in scene.items[at].triggers)
