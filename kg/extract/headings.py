"""Mentions that only announce a list of agreements ("several agreements, including ...")."""

from kg.extract.scene import Scene, group_of, is_list
from kg.extract.title import Title

COLONS = ":："
LISTED = 2
ARTICLES = 3  # words that may stand between a colon and the first of a list


def is_heading(scene: Scene, title: Title) -> bool:
    """Tell whether a mention only announces a list ("several agreements, including ...")."""
    start = title.last + 1
    while title.is_back and start < len(scene.items) and scene.items[start].modifier is not None:
        start += 1
    after = scene.items[start : start + 3]
    if title.is_named or title.is_year_own:
        return False
    is_open = bool(after) and after[0].text in ":：—–" and any(t.first <= start + 3 for t in after_titles(scene, title))
    is_open = is_open or opens_after_colon(scene, title)
    return is_open or any("including" in item.roles for item in after) or opens_parted_list(scene, title)


def opens_after_colon(scene: Scene, title: Title) -> bool:
    """Tell whether a place or a date parts a mention from its list ("two texts in Rome in May: a treaty and ...")."""
    listed = after_titles(scene, title)
    if len(listed) < LISTED or title.is_named:
        return False
    between = scene.items[title.last + 1 : listed[0].first]
    colon = next((i for i, item in enumerate(between) if item.text in COLONS), None)
    if colon is None or colon < len(between) - ARTICLES:
        return False
    if any(item.triggers for item in between) and scene.pack.settings.order != "sov":
        return False
    return is_list(scene, [each for each in group_of(scene, listed[0]) if each in listed])


def opens_parted_list(scene: Scene, title: Title) -> bool:
    """Tell whether only a place or a date parts a mention from its list ("nine accords in Addis, including ...")."""
    behind = after_titles(scene, title)
    if not behind or title.is_back or "a" in scene.items[max(0, title.first - 1)].roles:
        return False
    between = scene.items[title.last + 1 : behind[0].first]
    is_parted = any(item.triggers or item.roles & {"but", "which", "says", "that"} for item in between)
    return not is_parted and any("including" in item.roles for item in between[-2:])


def after_titles(scene: Scene, title: Title) -> list[Title]:
    """Return the titles of the sentence that stand behind `title`."""
    return [other for other in scene.titles if other.first > title.last]


def share_year(scene: Scene, title: Title) -> None:
    """Give the year in which what `title` announces was signed to the agreements behind it that have none."""
    for listed in after_titles(scene, title):
        listed.year = listed.year or title.year
