"""Where everything of the lineage picture stands: x is time, one lane a chain, a row a path."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.export.chains import Chain, Lineage
from kg.export.timescale import TimeScale
from kg.export.wrapping import wrap

BOX = 216.0  # width of an agreement's box
APART = 46.0  # room for an arrow between two boxes
PAD = 10.0
TITLE_SIZE, CAPTION_SIZE = 13.0, 11.0
TITLE_LINES = 5
LINE = 17.0
MARGIN, TOP = 28.0, 70.0
ROW_GAP, LANE_GAP = 14.0, 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An agreement on the picture; x and y are its upper left corner, x its date where it has one."""

    id: str
    x: float
    y: float
    height: float
    title: tuple[str, ...]
    caption: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The whole picture: boxes by id, lanes as (top, bottom), ticks as (x, year), columns of the undated."""

    boxes: Mapping[str, Box]
    lanes: tuple[tuple[float, float], ...]
    ticks: tuple[tuple[float, int], ...]
    undated: tuple[float, ...]
    width: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """The x of each agreement, and where the columns of undated ones begin."""

    places: Mapping[str, float]
    ticks: tuple[tuple[float, int], ...]
    undated: tuple[float, ...]
    width: float


def make_plan(lineage: Lineage) -> Plan:
    """Return where each box, lane and tick of the lineage stands."""
    columns = _make_columns(lineage)
    boxes: dict[str, Box] = {}
    lanes: list[tuple[float, float]] = []
    top = TOP
    for chain in lineage.chains:
        found = _stack(chain, lineage, columns.places, top)
        boxes |= found
        bottom = max(box.y + box.height for box in found.values())
        lanes.append((top - PAD, bottom + PAD))
        top = bottom + LANE_GAP
    return Plan(
        boxes=boxes,
        lanes=tuple(lanes),
        ticks=columns.ticks,
        undated=columns.undated,
        width=columns.width,
        bottom=top,
    )


def _make_columns(lineage: Lineage) -> _Columns:
    """Return each agreement's x: undated ones that were replaced at the left, dated ones by time, others right."""
    whens = {name: item.when for name, item in lineage.items.items() if item.when is not None}
    needs = {
        (whens[link.old], whens[link.new]): BOX + APART
        for link in lineage.links
        if link.old in whens and link.new in whens and whens[link.old] < whens[link.new]
    }
    scale = TimeScale(whens.values(), needs)
    replacing = {link.new for link in lineage.links}
    replaced = {link.old for link in lineage.links}
    late = {name for name in lineage.items if name not in whens and name in replacing and whens}
    early = {name for name in lineage.items if name not in whens} - late
    depth = _depths(early, lineage)
    columns = max(depth.values(), default=-1) + 1
    start = MARGIN + PAD + columns * (BOX + APART)
    end = start + (scale.end + BOX + APART if whens else 0.0)
    after = _depths(late, lineage)
    places = {name: start + scale.place(when) for name, when in whens.items()}
    places |= {name: MARGIN + PAD + depth[name] * (BOX + APART) for name in early}
    places |= {name: end + after[name] * (BOX + APART) for name in late}
    used = max((x for x in places.values()), default=MARGIN) + BOX + PAD + MARGIN
    undated = ([MARGIN + PAD] if early and replaced | early else []) + ([end] if late else [])
    ticks = tuple((start + x, year) for x, year in scale.ticks(44.0))
    return _Columns(places=places, ticks=ticks, undated=tuple(undated), width=max(used, 560.0))


def _depths(names: set[str], lineage: Lineage) -> dict[str, int]:
    """Return how many undated agreements stand before each of `names` in its chain; cycles stop at their length."""
    depth = dict.fromkeys(names, 0)
    inner = [link for link in lineage.links if link.old in names and link.new in names]
    for _ in inner:
        for link in inner:
            depth[link.new] = min(max(depth[link.new], depth[link.old] + 1), len(names) - 1)
    return depth


def _stack(chain: Chain, lineage: Lineage, places: Mapping[str, float], top: float) -> dict[str, Box]:
    """Put a chain's boxes into rows, the main path in the middle; a box that would cover another goes lower."""
    boxes: dict[str, Box] = {}
    rows: list[list[Box]] = []
    for path in _around_the_first(chain.paths):
        base = len(rows)
        for name in path:
            box = _make_box(name, lineage, places[name])
            free = next((row for row in rows[base:] if all(_clear(box, other) for other in row)), None)
            if free is None:
                free = []
                rows.append(free)
            free.append(box)
    y = top
    for row in rows:
        for box in row:
            boxes[box.id] = Box(id=box.id, x=box.x, y=y, height=box.height, title=box.title, caption=box.caption)
        y += max(box.height for box in row) + ROW_GAP
    return boxes


def _around_the_first(paths: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """Return the paths with the first in the middle and the others by turns above and below it."""
    return [*paths[1::2][::-1], paths[0], *paths[2::2]]


def _clear(box: Box, other: Box) -> bool:
    return box.x >= other.x + BOX + PAD or other.x >= box.x + BOX + PAD


def _make_box(name: str, lineage: Lineage, x: float) -> Box:
    item = lineage.items[name]
    inner = BOX - 2 * PAD
    title = tuple(wrap(item.label, TITLE_SIZE, inner, TITLE_LINES))
    caption = tuple(wrap(item.caption, CAPTION_SIZE, inner, 2))
    height = 2 * PAD + LINE * len(title) + (LINE - 2) * len(caption)
    return Box(id=name, x=x, y=0.0, height=height, title=title, caption=caption)
