"""Several agreements under one noun, told apart by their years ("the documents signed in 1961, 2000 and 2001")."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.bind import Finding
from kg.extract.clusters import Cluster
from kg.extract.items import Item
from kg.extract.scene import COMMAS, Scene, group_of, is_list
from kg.extract.title import Title
from kg.model import Event

VERB_REACH = 3
LINKS = frozenset(["and", "in", "on"])


def years_behind(scene: Scene, title: Title) -> list[int]:
    """Return the years of signing behind a mention, in order: two or more, else none."""
    settings = scene.pack.settings
    if (settings.order, settings.boundary) != ("svo", "word") or is_list(scene, group_of(scene, title)):
        return []
    near = range(title.last + 1, min(title.last + 1 + VERB_REACH, len(scene.items)))
    verb = next((i for i in near if any(e["event"] == Event.SIGNATURE for e in scene.items[i].triggers)), None)
    years = [] if verb is None else list(run_of_years(scene, verb + 1))
    return list(dict.fromkeys(years)) if len(set(years)) > 1 else []


def described(scene: Scene, title: Title, text: str) -> str:
    """Return the words of a mention up to the first year of its list: what names each of its agreements with a year."""
    first = title.first
    while first > 0 and scene.items[first - 1].modifier is not None:
        first -= 1
    year = next(item for item in scene.items[title.last + 1 :] if item.date is not None)
    return text[scene.items[first].start : year.start]


def run_of_years(scene: Scene, start: int) -> Iterator[int]:
    """Yield the years from item `start` on that only commas, "and", "in" and the ends of ordinals part."""
    for item in scene.items[start:]:
        if item.date is not None:
            if item.date.precision != "year" or item.date.iso is None:
                return
            yield int(item.date.iso)
        elif not is_link(item):
            return


def is_link(item: Item) -> bool:
    """Tell whether an item only joins two years: a comma, "and", "in", the end of an ordinal (2000-м)."""
    is_ending = item.is_plain and len(item.text) < 3
    return item.text in COMMAS or item.text in "-‑" or bool(item.roles & LINKS) or is_ending


def part_years(findings: Sequence[Finding], clusters: list[Cluster]) -> list[Finding]:
    """Return the findings with those of the other agreements that a list of years tells of."""
    result = list(findings)
    for cluster in list(clusters):
        if len(cluster.years) < 2:
            continue
        own = [f for f in findings if cluster.number in (f.agreement, f.replaced)]
        for finding in own:
            if finding.event is not Event.SIGNATURE and finding.date in [str(year) for year in cluster.years]:
                finding.date = None  # a year of the list is no day of what is done to it
        for year in cluster.years[1:]:
            names = [name.replace(str(cluster.years[0]), str(year)) for name in cluster.names]
            other = Cluster(len(clusters), list(cluster.titles), names, year=year, kind=cluster.kind, years=[year])
            clusters.append(other)
            result.extend(moved(finding, cluster.number, other) for finding in own)
    return result


def moved(finding: Finding, number: int, other: Cluster) -> Finding:
    """Return a finding of the agreement `number` as one of another, on the day of its own year."""
    date = str(other.year) if finding.event is Event.SIGNATURE and finding.date is not None else finding.date
    agreement = other.number if finding.agreement == number else finding.agreement
    replaced = other.number if finding.replaced == number else finding.replaced
    return replace(finding, agreement=agreement, replaced=replaced, date=date, states=list(finding.states))
