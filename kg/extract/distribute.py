"""Lists of dates, with states ("Russia in April and Iran in May", "respectively") or without ("in 1955 and 1970")."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.items import Item
from kg.extract.people import PersonMention
from kg.extract.scene import COMMAS, Scene
from kg.extract.whereabouts import is_place
from kg.model import Status

FILLERS = 4
OBJECT_REACH = 6  # "A ratified the border treaty in 2001, B in 2003"
STATUS_REACH = 10


@dataclass(slots=True)
class Share:
    """The states, the date and the persons of one part of a distributed list."""

    states: list[str]
    date: str | None
    persons: list[PersonMention] = field(default_factory=list)
    status: str | None = None  # where a part of the list has its own ("this will also be the case for B in June")


def find_shares(scene: Scene, at: int) -> list[Share]:
    """Return the parts of the list that the trigger at `at` governs, in order; none if there is no such list."""
    marks = [(i, kind) for i, item in enumerate(scene.items) if (kind := kind_of(scene, i, item))]
    if any("respectively" in item.roles for item in scene.items):
        return respective(scene, marks)
    return alternating(scene, marks, at)


def kind_of(scene: Scene, index: int, item: Item) -> str:
    """Return S for a state, D for a date, T for a trigger, an empty string for the rest."""
    if scene.in_title(index):
        return ""
    if item.date is not None:
        return "D"
    if item.states and not is_place(scene, index):
        return "S"
    return "T" if item.triggers else ""


def respective(scene: Scene, marks: Sequence[tuple[int, str]]) -> list[Share]:
    """Return one share for each state or person, its date by the order of the two lists."""
    names = {person.first: person for person in scene.people}
    dates = run_of(scene, [i for i, kind in marks if kind == "D"])
    actors = run_of(scene, sorted([i for i, kind in marks if kind == "S"] + list(names)))
    actors = [i for i in actors if i + 1 not in actors]  # a state's parliament
    if len(actors) < 2 or len(actors) != len(dates):
        return []
    return [share_of(scene, actor, names.get(actor), date) for actor, date in zip(actors, dates, strict=True)]


def share_of(scene: Scene, actor: int, person: PersonMention | None, date: int) -> Share:
    """Return the share of a state or a person, who acts for the state the document knows."""
    when = iso_of(scene.items[date])
    if person is None:
        return Share([code_of(scene.items[actor])], when)
    return Share([person.state] if person.state else [], when, [person])


def run_of(scene: Scene, indexes: list[int]) -> list[int]:
    """Return the longest run of items that only commas and "and" join."""
    best: list[int] = []
    run: list[int] = []
    for index in indexes:
        if run and not is_list_gap(scene.items[run[-1] + 1 : index]):
            run = []
        run = [*run, index]
        best = max(best, run, key=len)
    return best


def is_list_gap(between: Sequence[Item]) -> bool:
    """Tell whether items only join two members of a list."""
    return len(between) <= 3 and all(i.text in COMMAS or i.roles & {"and", "the", "in", "on"} for i in between)


def alternating(scene: Scene, marks: Sequence[tuple[int, str]], at: int) -> list[Share]:
    """Return the shares of a list of states each followed by its date: S S D, S D, S D."""
    shares: list[Share] = []
    group: list[int] = []
    last = None
    for index, kind in marks:
        if kind == "T":
            if index < at:
                shares, group = [], []  # what stands before belongs to that verb
            elif (index > at and shares) or (index == at and scene.pack.settings.order == "sov"):
                break  # a verb's list stands before it where verbs come last
            continue
        if last is not None and index - last > FILLERS + 2:
            group = [] if kind == "S" else group
        last = index
        if kind == "S":
            group.append(index)
        elif group and (index - group[-1] <= FILLERS or (group[-1] < at < index and index - at <= OBJECT_REACH)):
            states = [code_of(scene.items[s]) for s in group]
            shares.append(Share(states, iso_of(scene.items[index]), status=own_status(scene, shares, at, group[0])))
            group = []
    return shares if len(shares) > 1 and len({s.date for s in shares}) > 1 else []


def repeated_dates(scene: Scene, at: int, date: str | None) -> list[str]:
    """Return the dates of the list that the date of a trigger belongs to ("extended in 1955, 1970 and 1983")."""
    dates = [i for i in scene.dates if not scene.in_title(i)]
    run = [iso for iso in (iso_of(scene.items[i]) for i in run_of(scene, dates)) if iso is not None]
    return run if date in run and len({len(iso) for iso in run}) == 1 else []


def common_date(dates: Sequence[str]) -> str | None:
    """Return the year or month that all days of a list share: which of them is whose, the text does not tell."""
    for size in (len("2013-05"), len("2013")):
        if len({date[:size] for date in dates}) == 1:
            return dates[0][:size]
    return None


def own_status(scene: Scene, shares: Sequence[Share], at: int, first: int) -> str | None:
    """Return planned for a part of a list behind a verb of its own that plans it, and for the parts behind that."""
    if not shares or first < at:
        return None
    words = scene.items[first - 1 : max(at, first - STATUS_REACH) : -1]
    for item in words:
        if item.date is not None:
            break
        if any(modal["status"] == Status.PLANNED for modal in item.modality):
            return Status.PLANNED
    return shares[-1].status


def code_of(item: Item) -> str:
    """Return the code of a state item."""
    return item.states[0]["code"].split()[0]


def iso_of(item: Item) -> str | None:
    """Return the ISO date of a date item."""
    return item.date.iso if item.date is not None else None
