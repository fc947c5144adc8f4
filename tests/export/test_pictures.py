"""The lineage picture and the page."""

import itertools
import json
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.export import Source, find_format, write_export
from kg.export.chains import read_lineage
from kg.export.layout import BOX, Box, make_plan
from kg.export.picture import make_svg
from kg.export.wrapping import is_rtl, width, wrap
from kg.graph.view import Edge, EdgeType, GraphView, Node, NodeType
from tests.export.sample import AWKWARD, NEW, OLD, VIEW, latin

SVG = "{http://www.w3.org/2000/svg}"


def overlap(one: Box, other: Box) -> bool:
    side = one.x < other.x + BOX and other.x < one.x + BOX
    return side and one.y < other.y + other.height and other.y < one.y + one.height


def chain_of(*years: int | None) -> GraphView:
    nodes = [
        Node(
            id=f"agreement:{index:03}",
            type=NodeType.AGREEMENT,
            label=f"Treaty {index}",
            properties={} if year is None else {"year": year},
        )
        for index, year in enumerate(years)
    ]
    edges = [
        Edge(type=EdgeType.SUPERSEDES, source=new.id, target=old.id, status="done", claims=("1",))
        for old, new in itertools.pairwise(nodes)
    ]
    return GraphView(nodes=tuple(nodes), edges=tuple(edges))


VIEWS = {
    "sample": VIEW,
    "close years": chain_of(2000, 2001, 2001, 2002),
    "no dates": chain_of(None, None, None),
    "some dates": chain_of(None, 1990, None, 2001, None),
    "backwards": chain_of(2010, 1990),
    "empty": GraphView(nodes=(), edges=()),
    "one": chain_of(1999),
    "long": chain_of(*range(1900, 1960)),
}


@pytest.mark.parametrize("name", VIEWS)
def test_no_two_boxes_cover_each_other(name: str) -> None:
    boxes = list(make_plan(read_lineage(VIEWS[name])).boxes.values())
    assert [(a.id, b.id) for i, a in enumerate(boxes) for b in boxes[i + 1 :] if overlap(a, b)] == []


@pytest.mark.parametrize("name", VIEWS)
def test_every_picture_is_well_formed_and_holds_all_boxes(name: str) -> None:
    plan = make_plan(read_lineage(VIEWS[name]))
    root = ET.fromstring(make_svg(read_lineage(VIEWS[name])))  # noqa: S314 - our own output
    groups = [group.get("id") for group in root.iter(f"{SVG}g")]
    assert sorted(plan.boxes) == groups
    assert all(box.x + BOX <= float(root.get("width", "0")) for box in plan.boxes.values())


def test_x_is_time() -> None:
    plan = make_plan(read_lineage(VIEW))
    dated = sorted((item.when, plan.boxes[name].x) for name, item in read_lineage(VIEW).items.items() if item.when)
    assert [x for _, x in dated] == sorted(x for _, x in dated)


def test_planned_links_are_dashed_and_denied_ones_not_drawn() -> None:
    root = ET.fromstring(make_svg(read_lineage(VIEW)))  # noqa: S314 - our own output
    drawn = [path for path in root.iter(f"{SVG}path") if path.get("class", "").startswith("link")]
    assert sorted((path.get("class", ""), bool(path.get("stroke-dasharray"))) for path in drawn) == [
        ("link done", False),
        ("link done", False),
        ("link done", False),
        ("link planned", True),
        ("link planned", True),
    ]
    texts = " ".join(text.text or "" for text in root.iter(f"{SVG}text"))
    assert "Denied: 中俄睦邻友好合作条约 replaces Московская декларация" in texts


def test_a_done_replacement_is_drawn_over_a_planned_one() -> None:
    assert {link.status for link in read_lineage(VIEW).links if (link.old, link.new) == (OLD, NEW)} == {"done"}


def test_a_cycle_of_replacements_ends() -> None:
    view = chain_of(1990, 2000)
    back = Edge(type=EdgeType.SUPERSEDES, source="agreement:000", target="agreement:001", status="planned")
    lineage = read_lineage(GraphView(nodes=view.nodes, edges=(*view.edges, back)))
    assert len(lineage.links) == 2
    assert make_svg(lineage)


@pytest.mark.parametrize(
    "text",
    ["Perjanjian Kemitraan Strategis", "中俄睦邻友好合作条约" * 5, "조·소 우호협력", "W" * 200, "", "один-два три"],
)
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str) -> None:
    lines = wrap(text, 13, 100, 99)
    assert all(width(line, 13) <= 100 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrap("one two three four five six", 13, 60, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_direction_is_that_of_the_first_strong_letter() -> None:
    assert [is_rtl(text) for text in ("معاهدة", "(2025) معاهدة", "Treaty معاهدة", "2025")] == [True, True, False, False]


def test_png_is_twice_the_size_of_the_svg(tmp_path: Path) -> None:
    view = latin(VIEW)
    write_export(find_format("png"), Source(view=lambda: view, quads=list), tmp_path / "a.png")
    data = (tmp_path / "a.png").read_bytes()
    root = ET.fromstring(make_svg(read_lineage(view)))  # noqa: S314 - our own output
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert abs(int.from_bytes(data[16:20], "big") - 2 * float(root.get("width", "0"))) <= 2


@pytest.mark.parametrize("letter", ["\U00018b00", "\U00017000", "\U00012000", "\U0001b170"])
def test_a_script_without_a_font_is_refused_by_name(letter: str, tmp_path: Path) -> None:
    node = Node(id="agreement:x", type=NodeType.AGREEMENT, label=letter * 3)
    source = Source(view=lambda: GraphView(nodes=(node,), edges=()), quads=list)
    said = ""
    try:
        write_export(find_format("png"), source, tmp_path / "a.png")
    except InputError as error:
        said = str(error)
    drawn = (tmp_path / "a.png").exists()  # where this machine has a font for it
    assert drawn != (letter in said)
    assert drawn or list(tmp_path.iterdir()) == []


class Page(HTMLParser):
    """Collects what a page would load, and its data."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.data = ""
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.loads += [str(values[name]) for name in ("src", "href") if name in values]
        self._in_data = tag == "script" and values.get("id") == "data"

    def handle_endtag(self, tag: str) -> None:
        self._in_data = False

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data += data


def read_page(source: Source, tmp_path: Path) -> Page:
    write_export(find_format("html"), source, tmp_path / "a.html")
    page = Page()
    page.feed((tmp_path / "a.html").read_text("utf-8"))
    return page


def test_the_page_loads_nothing_and_forbids_loading(source: Source, tmp_path: Path) -> None:
    assert read_page(source, tmp_path).loads == []
    assert "default-src 'none'" in (tmp_path / "a.html").read_text("utf-8")


def test_the_page_holds_each_drawn_edge_with_its_sentences(source: Source, tmp_path: Path) -> None:
    data = json.loads(read_page(source, tmp_path).data)
    drawn = {(edge["source"], edge["target"], edge["type"], edge.get("status")) for edge in data["edges"]}
    assert drawn == {
        (edge.source, edge.target, edge.type.value, edge.status)
        for edge in VIEW.edges
        if edge.type not in {EdgeType.ABOUT, EdgeType.STATED_IN}
    }
    assert data["claims"]["c1"]["quote"] == AWKWARD
    assert data["claims"]["c1"]["document"] == "document:d1"


@pytest.mark.parametrize(("count", "library"), [(1000, "cytoscape"), (1001, "ForceGraph")])
def test_large_graphs_are_drawn_by_force_graph(count: int, library: str, tmp_path: Path) -> None:
    view = chain_of(*[2000] * count)
    write_export(find_format("html"), Source(view=lambda: view, quads=list), tmp_path / "a.html")
    text = (tmp_path / "a.html").read_text("utf-8")
    assert re.search(rf"window\.{library}=", text)


def test_text_cannot_end_the_script_that_holds_it(tmp_path: Path) -> None:
    node = Node(id="agreement:x", type=NodeType.AGREEMENT, label="</script><b>%%PAGE%%")
    source = Source(view=lambda: GraphView(nodes=(node,), edges=()), quads=list)
    assert json.loads(read_page(source, tmp_path).data)["nodes"][0]["label"] == node.label
