"""Chains of agreements that replace each other: what the lineage picture shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.export.rows import NodeRow, edge_rows, node_rows

if TYPE_CHECKING:
    from kg.graph.view import GraphView


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An agreement of the picture; `when` is its date in years (2024.46), None where nothing tells it."""

    id: str
    label: str
    caption: str
    when: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`new` replaces `old`, done or planned; denied where a source only says that it does not."""

    old: str
    new: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Agreements joined by replacements, as paths: each path goes from old to new, the main one first."""

    paths: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """All that is drawn: agreements by id, links between them, and the chains they make."""

    items: Mapping[str, Item]
    links: tuple[Link, ...]
    denied: tuple[Link, ...]
    chains: tuple[Chain, ...]


def read_lineage(view: "GraphView") -> Lineage:
    """Return the chains of the graph: its agreements that replace or are replaced, or all if none does."""
    parties = _parties(view)
    items = {
        row.id: _item(row, parties.get(row.id, [])) for row in node_rows(view) if row.attributes["type"] == "Agreement"
    }
    links = _links(view, items)
    drawn = tuple(link for link in links if link.status != "denied")
    linked = {name for link in drawn for name in (link.old, link.new)}
    shown = {name: item for name, item in items.items() if name in linked or not linked}
    denied = tuple(link for link in links if link.status == "denied")
    return Lineage(items=shown, links=drawn, denied=_named(denied, items), chains=_chains(shown, drawn))


def _parties(view: "GraphView") -> dict[str, list[str]]:
    """Return the codes of each agreement's parties, sorted."""
    found: dict[str, set[str]] = defaultdict(set)
    for edge in view.edges:
        if edge.type == "PARTY_TO" and edge.status != "denied":
            found[edge.target].add(edge.source.rpartition(":")[2])
    return {name: sorted(codes) for name, codes in found.items()}


def _links(view: "GraphView", items: Mapping[str, Item]) -> list[Link]:
    """Return one link a pair: done before planned before denied where sources differ."""
    rank = {"done": 0, "planned": 1, "denied": 2}
    best: dict[tuple[str, str], str] = {}
    for row in edge_rows(view):
        if row.attributes.get("type") != "SUPERSEDES" or row.start not in items or row.end not in items:
            continue
        status, pair = str(row.attributes.get("status", "done")), (row.end, row.start)
        if pair not in best or rank.get(status, 0) < rank.get(best[pair], 0):
            best[pair] = status
    return [Link(old=old, new=new, status=status) for (old, new), status in sorted(best.items())]


def _named(links: Iterable[Link], items: Mapping[str, Item]) -> tuple[Link, ...]:
    """Return the links with labels for ids: they are told in words, their agreements may not be drawn."""
    return tuple(Link(old=items[link.old].label, new=items[link.new].label, status=link.status) for link in links)


def _item(row: NodeRow, parties: list[str]) -> Item:
    values = row.attributes
    day = values.get("signed") or values.get("year")
    kind = str(values.get("kind", "")).replace("_", " ")
    caption = " · ".join(part for part in (kind, str(day or "no date"), " ".join(parties)) if part)
    return Item(id=row.id, label=str(values["label"]), caption=caption, when=years(day))


def years(day: object) -> float | None:
    """Return an ISO day, month or year as years (mid-period for a month or year), None if it is none."""
    try:
        numbers = [int(part) for part in str(day).split("-")]
        year, month, number = ([*numbers, 7, 1] if len(numbers) == 1 else [*numbers, 15])[:3]
        whole = date(year, month, number)
    except ValueError:
        return None
    return year + (whole.timetuple().tm_yday - 1) / 366


def _chains(items: Mapping[str, Item], links: Iterable[Link]) -> tuple[Chain, ...]:
    """Return the connected groups, the largest first, each cut into paths."""
    near: dict[str, set[str]] = defaultdict(set)
    newer: dict[str, set[str]] = defaultdict(set)
    for link in links:
        near[link.old].add(link.new)
        near[link.new].add(link.old)
        newer[link.old].add(link.new)
    groups: list[set[str]] = []
    left = set(items)
    while left:
        groups.append(_reach(min(left), near))
        left -= groups[-1]
    groups.sort(key=lambda group: (-len(group), min(group)))
    return tuple(Chain(paths=_paths(group, newer, items)) for group in groups)


def _reach(start: str, near: Mapping[str, set[str]]) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        fresh = near.get(todo.pop(), set()) - found
        found |= fresh
        todo += sorted(fresh)
    return found


def _paths(group: set[str], newer: Mapping[str, set[str]], items: Mapping[str, Item]) -> tuple[tuple[str, ...], ...]:
    """Cut a group into paths that cover it, following the replacements; a cycle is cut where it is met."""

    def order(name: str) -> tuple[float, str]:
        return (items[name].when or 0.0, name)

    left, paths = set(group), []
    while left:
        older = {name for one in left for name in newer.get(one, set()) if name in left}
        step: str | None = min(left - older or left, key=order)
        path: list[str] = []
        while step is not None:
            path.append(step)
            left.discard(step)
            step = max(newer.get(step, set()) & left, key=order, default=None)
        paths.append(tuple(path))
    return tuple(sorted(paths, key=lambda path: (-len(path), order(path[0]))))
