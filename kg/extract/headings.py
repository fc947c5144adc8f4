"""Mentions that only announce a list of agreements ("several agreements, including ...")."""

from kg.extract.scene import Scene
from kg.extract.title import Title


def is_heading(scene: Scene, title: Title) -> bool:
    """Tell whether a mention only announces a list ("several agreements, including ...")."""
    start = title.last + 1
    while title.is_back and start < len(scene.items) and scene.items[start].modifier is not None:
        start += 1
    after = scene.items[start : start + 3]
    if title.is_named or title.year:
        return False
    is_list = bool(after) and after[0].text in ":：—–" and any(t.first <= start + 3 for t in after_titles(scene, title))
    return is_list or any("including" in item.roles for item in after)


def after_titles(scene: Scene, title: Title) -> list[Title]:
    """Return the titles of the sentence that stand behind `title`."""
    return [other for other in scene.titles if other.first > title.last]
