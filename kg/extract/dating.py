"""The year of an agreement from the words around its mention: a signature in the sentence, a date behind the name."""

from collections.abc import Iterator

from kg.extract.arguments import rank_titles
from kg.extract.readings import reading_cost
from kg.extract.rivals import rival_cost
from kg.extract.scene import Scene
from kg.extract.status import read_status
from kg.extract.title import Title
from kg.extract.when import find_date, is_near_anniversary
from kg.model import Event, Status


def signature_year(scene: Scene) -> Iterator[tuple[Title, int]]:
    """Yield the mentions that a signature in their own sentence dates, with the year."""
    triggers = scene.triggers if scene.titles and scene.dates else []
    for at in triggers:
        readings = [e for e in scene.items[at].triggers if e["event"] == Event.SIGNATURE]
        entry = min(readings, key=lambda e: reading_cost(scene, at, e), default=None)
        choices = [] if entry is None else rank_titles(scene, at, entry)
        if entry is None or not choices or choices[0].cost >= rival_cost(scene, at, entry):
            continue
        if read_status(scene, at, entry) != Status.DONE:
            continue
        date = find_date(scene, at, [other for other in triggers if other != at])
        if date is not None and not (is_near_anniversary(scene, at) and not is_written(scene, date[:4])):
            yield choices[0].title, int(date[:4])


def is_written(scene: Scene, year: str) -> bool:
    """Tell whether a sentence has a year in so many digits: the day of an anniversary is told without."""
    return any(item.date is not None and year in item.text for item in scene.items)


def dated_titles(scene: Scene) -> Iterator[tuple[Title, int]]:
    """Yield the mentions with a date of their own behind them, and its year ("the Treaty of 22 April 2000")."""
    for title in scene.titles:
        index = title.last + 1
        while index < len(scene.items) and index <= title.last + 3 and is_date_link(scene, index):
            index += 1
        date = scene.items[index].date if index < len(scene.items) else None
        if date is not None and date.iso and index > title.last + 1:
            yield title, int(date.iso[:4])


def is_date_link(scene: Scene, index: int) -> bool:
    """Tell whether an item may stand between a title and its date: a comma, a bracket, "of".

    Where modifiers stand before their noun, what follows a comma is another's (Turkish).
    """
    item, settings = scene.items[index], scene.pack.settings
    if item.text == "," and settings.order == "sov" and settings.boundary == "word":
        return False
    if settings.title == "after" and "of" not in item.roles and "from" in item.roles:
        return settings.adverbs == "either"  # "hiệp ước từ năm 2007": since then
    return item.text in ",(（、" or bool(item.roles & {"of", "from"})
