"""The lineage picture as SVG text: own writer, no layout engine, the same graph gives the same bytes."""

import xml.etree.ElementTree as ET
from collections.abc import Iterable

from kg.export.chains import Lineage, Link
from kg.export.layout import BOX, CAPTION_SIZE, LINE, MARGIN, PAD, TITLE_SIZE, Box, Plan, make_plan
from kg.export.wrapping import is_rtl, width, wrap

FONTS = "'Noto Sans', 'DejaVu Sans', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', 'Noto Sans Arabic', sans-serif"
INK, FAINT, LINE_INK, PLAN_INK = "#1c2733", "#64748b", "#2563a8", "#b45309"
TITLE = "Lineage of agreements"


def make_svg(lineage: Lineage) -> str:
    """Return the picture as one SVG document."""
    plan = make_plan(lineage)
    notes = _notes(lineage.denied, plan.width)
    height = plan.bottom + 44 + LINE * len(notes)
    size = {"width": _n(plan.width), "height": _n(height), "viewBox": f"0 0 {_n(plan.width)} {_n(height)}"}
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "font-family": FONTS, **size})
    ET.SubElement(root, "title").text = TITLE
    _markers(root)
    ET.SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "#ffffff"})
    _write_axis(root, plan)
    _write_lanes(root, plan)
    for link, share in _shares(lineage.links, plan):
        _write_link(root, link, plan, share)
    for name in sorted(plan.boxes):
        _write_box(root, plan.boxes[name], lineage.items[name].label)
    _write_legend(root, plan.bottom + 14)
    for index, note in enumerate(notes):
        _text(root, note, MARGIN, plan.bottom + 40 + LINE * index, CAPTION_SIZE, fill=FAINT)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _text(parent: ET.Element, text: str, x: float, y: float, size: float, **more: str) -> ET.Element:
    values = {"x": _n(x), "y": _n(y), "font-size": _n(size), "fill": INK}
    values |= {name.replace("_", "-"): value for name, value in more.items()}
    element = ET.SubElement(parent, "text", values)
    element.text = text
    return element


def _markers(root: ET.Element) -> None:
    defs = ET.SubElement(root, "defs")
    for name, ink in (("done", LINE_INK), ("planned", PLAN_INK)):
        shape = {"id": name, "viewBox": "0 0 10 10", "refX": "9", "refY": "5", "orient": "auto"}
        marker = ET.SubElement(defs, "marker", {**shape, "markerWidth": "7", "markerHeight": "7"})
        ET.SubElement(marker, "path", d="M0,0.5 L10,5 L0,9.5 z", fill=ink)


def _write_axis(root: ET.Element, plan: Plan) -> None:
    """Write the years and the heads of the columns without dates."""
    for x, year in plan.ticks:
        line = {"x1": _n(x), "x2": _n(x), "y1": "44", "y2": _n(plan.bottom - 10)}
        ET.SubElement(root, "line", {**line, "stroke": "#e2e8f0", "stroke-width": "1"})
        _text(root, str(year), x, 36, 12, fill=FAINT, font_weight="bold")
    for x in plan.undated:
        _text(root, "no date known", x, 36, 12, fill=FAINT, font_style="italic")


def _write_lanes(root: ET.Element, plan: Plan) -> None:
    for top, bottom in plan.lanes:
        place = {"x": _n(MARGIN - PAD), "y": _n(top), "width": _n(plan.width - 2 * (MARGIN - PAD))}
        look = {"height": _n(bottom - top), "rx": "10", "fill": "#94a3b8", "fill-opacity": "0.09"}
        ET.SubElement(root, "rect", place | look)


def _shares(links: Iterable[Link], plan: Plan) -> list[tuple[Link, float]]:
    """Return each link with the share of the new box's height where its arrow ends: from above to below."""
    ending: dict[str, list[Link]] = {}
    for link in links:
        ending.setdefault(link.new, []).append(link)
    found: list[tuple[Link, float]] = []
    for group in ending.values():
        group.sort(key=lambda link: (plan.boxes[link.old].y, plan.boxes[link.old].x))
        found += [(link, (index + 1) / (len(group) + 1)) for index, link in enumerate(group)]
    return found


def _write_link(root: ET.Element, link: Link, plan: Plan, share: float) -> None:
    """Write the arrow from the replaced agreement's right side to the left side of the one that replaces it."""
    old, new = plan.boxes[link.old], plan.boxes[link.new]
    x1, y1, x2, y2 = old.x + BOX, old.y + old.height / 2, new.x - 1, new.y + new.height * share
    bend = max(24.0, min(90.0, abs(x2 - x1) / 2))
    path = f"M{_n(x1)},{_n(y1)} C{_n(x1 + bend)},{_n(y1)} {_n(x2 - bend)},{_n(y2)} {_n(x2)},{_n(y2)}"
    planned = link.status == "planned"
    look = {"stroke": PLAN_INK if planned else LINE_INK, "stroke-width": "2", "fill": "none"}
    dash = {"stroke-dasharray": "7 5"} if planned else {}
    marker = {"marker-end": f"url(#{'planned' if planned else 'done'})", "class": f"link {link.status}"}
    ET.SubElement(root, "path", {"d": path, **look, **dash, **marker})


def _write_box(root: ET.Element, box: Box, label: str) -> None:
    group = ET.SubElement(root, "g", {"class": "agreement", "id": box.id})
    ET.SubElement(group, "title").text = label
    place = {"x": _n(box.x), "y": _n(box.y), "width": _n(BOX), "height": _n(box.height), "rx": "6"}
    ET.SubElement(group, "rect", {**place, "fill": "#ffffff", "stroke": "#94a3b8", "stroke-width": "1.2"})
    ET.SubElement(group, "rect", {**place, "width": "4", "rx": "2", "fill": LINE_INK})
    y = box.y + PAD + 12
    for line in box.title:
        _write_line(group, line, box, y, TITLE_SIZE, font_weight="bold")
        y += LINE
    for line in box.caption:
        _write_line(group, line, box, y, CAPTION_SIZE, fill=FAINT)
        y += LINE - 2


def _write_line(group: ET.Element, line: str, box: Box, y: float, size: float, **more: str) -> None:
    """Write a line of a box at its left side, at its right side where it runs from right to left."""
    if is_rtl(line):
        _text(group, line, box.x + BOX - PAD, y, size, text_anchor="end", **more)
    else:
        _text(group, line, box.x + PAD + 2, y, size, **more)


def _write_legend(root: ET.Element, y: float) -> None:
    x = MARGIN
    for words, ink, dash in (("replaced by", LINE_INK, ""), ("to be replaced by (planned)", PLAN_INK, "7 5")):
        line = {"x1": _n(x), "x2": _n(x + 44), "y1": _n(y - 4), "y2": _n(y - 4), "stroke": ink, "stroke-width": "2"}
        mark = {"marker-end": f"url(#{'planned' if dash else 'done'})"}
        ET.SubElement(root, "line", {**line, **({"stroke-dasharray": dash} if dash else {}), **mark})
        _text(root, words, x + 52, y, 12, fill=FAINT)
        x += 52 + width(words, 12) + 28


def _notes(denied: Iterable[Link], limit: float) -> list[str]:
    """Return the lines that tell what a source denies: it is not drawn as an edge."""
    lines: list[str] = []
    for link in denied:
        lines += wrap(f"Denied: {link.new} replaces {link.old}", CAPTION_SIZE, limit - 2 * MARGIN, 3)
    return lines
