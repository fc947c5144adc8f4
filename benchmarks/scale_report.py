"""docs/scale.md: the measurements of `benchmarks.scale` as a table and a picture."""

import math
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.extract import reader

if TYPE_CHECKING:
    from benchmarks.scale import Measurement

PAGE, PICTURE = Path("docs/scale.md"), Path("docs/scale.svg")
WIDTH, HEIGHT, MARGIN = 640, 400, 60
HEAD = """# Scale

`python -m benchmarks.scale --write 1000 10000 100000` makes this page: articles from a seeded template over states,
leaders and subjects, about a fifth as many agreements as articles, loaded as `kg load` does with two processes; then
one more document is added, and `kg replaced-by` is asked 200 times inside the process. "Read" is extraction and each
document's own part of the store, "follow" what concerns its agreements: identity and the derived graph.
"""
COLUMNS = "documents | read | follow | documents/s | CPU a document | memory | add one | `replaced-by` p95"


def write_report(measured: Sequence["Measurement"]) -> None:
    """Write the page and its picture."""
    load = f"{os.getloadavg()[2]:.1f}"
    how = "compiled (`make compile`)" if reader.__file__.endswith(".so") else "as it is installed"
    note = (
        f"Measured on {os.cpu_count()} cores, the extractor {how}; the machine's load over the last quarter of an hour,"
        f" this benchmark's own included, was {load}."
    )
    rows = [f"| {COLUMNS} |", "|" + "---|" * (COLUMNS.count("|") + 1), *map(_row, measured)]
    picture = f"![Seconds of loading by number of documents]({PICTURE.name})"
    words = "The line is the time measured; the dashes grow with n log n from the first point."
    PAGE.write_text("\n".join([HEAD, *rows, "", note, "", picture, "", words, ""]), encoding="utf-8")
    PICTURE.write_text(draw(measured), encoding="utf-8")


def _row(one: "Measurement") -> str:
    seconds = one.extract + one.follow
    cells = [
        f"{one.documents:,}",
        f"{one.extract:.1f} s",
        f"{one.follow:.1f} s",
        f"{one.documents / seconds:.0f}",
        f"{one.processor / one.documents * 1000:.1f} ms",
        f"{one.memory:.2f} GB",
        f"{one.add_one * 1000:.0f} ms",
        f"{one.replaced_by * 1000:.1f} ms",
    ]
    return f"| {' | '.join(cells)} |"


def draw(measured: Sequence["Measurement"]) -> str:
    """Return the growth curve as SVG, both axes logarithmic."""
    points = [(one.documents, one.extract + one.follow) for one in measured]
    first, base = points[0]
    expected = [(n, base * n * math.log(n) / (first * math.log(first))) for n, _ in points]
    place = _scale([*points, *expected])
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/><text x="{x:.1f}" y="{y - 10:.1f}" text-anchor="middle">'
        f"{seconds:.0f} s</text>"
        f'<text x="{x:.1f}" y="{HEIGHT - MARGIN / 2}" text-anchor="middle">{number:,}</text>'
        for (number, seconds), (x, y) in zip(points, map(place, points), strict=True)
    )
    frame = f'<path d="M{MARGIN} {MARGIN / 2}V{HEIGHT - MARGIN}H{WIDTH - MARGIN / 2}" fill="none" stroke="#888"/>'
    lines = _line(map(place, points), "") + _line(map(place, expected), ' stroke-dasharray="6 5"')
    title = f'<text x="{WIDTH / 2}" y="20" text-anchor="middle">seconds of loading by number of documents</text>'
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    style = 'font-family="sans-serif" font-size="13"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>{frame}{lines}{marks}{title}</svg>\n'


Point = tuple[float, float]


def _scale(points: Sequence[Point]) -> Callable[[Point], Point]:
    """Return the function that places a point of the plane, logarithmic, in the picture."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    (left, right), (low, high) = ((min(axis), max(axis)) for axis in zip(*logs, strict=True))

    def place(point: Point) -> Point:
        across = (math.log(point[0]) - left) / ((right - left) or 1)
        up = (math.log(point[1]) - low) / ((high - low) or 1)
        width, height = WIDTH - 2.5 * MARGIN, HEIGHT - 2.2 * MARGIN
        return 1.5 * MARGIN + across * width, HEIGHT - 1.2 * MARGIN - up * height

    return place


def _line(points: Iterable[Point], dash: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="#246"{dash}/>'
