"""Each format of nodes and edges, read back by a reader that is not ours."""

import csv
import json
import re
from collections.abc import Mapping
from pathlib import Path

import networkx
import pytest

from kg.export import Source, find_format, write_export
from tests.export.sample import AWKWARD, NEW, OLD, VIEW

Edges = set[tuple[str, str, str, str | None, str | None]]

EXPECTED: Edges = {(edge.source, edge.target, edge.type.value, edge.status, edge.date) for edge in VIEW.edges}
LABELS = {node.id: node.label for node in VIEW.nodes}


def export(name: str, source: Source, tmp_path: Path) -> Path:
    target = tmp_path / f"graph{find_format(name).suffix}"
    write_export(find_format(name), source, target)
    return target


def edges_of(graph: "networkx.MultiDiGraph[str]", kind: str = "type") -> Edges:
    return {(a, b, data[kind], data.get("status"), data.get("date")) for a, b, data in graph.edges(data=True)}


def none_if_empty(row: Mapping[str, str], name: str) -> str | None:
    return row[name] or None


def test_graphml_keeps_direction_parallel_edges_dates_and_missing_values(source: Source, tmp_path: Path) -> None:
    graph = networkx.read_graphml(export("graphml", source, tmp_path), force_multigraph=True)
    assert edges_of(graph) == EXPECTED
    assert dict(graph.nodes(data="label")) == LABELS
    assert "year" not in graph.nodes["agreement:moscow-declaration"]
    assert graph.nodes[NEW]["year"] == 2024
    assert graph.nodes["claim:c1"]["quote"] == AWKWARD


def test_gexf_keeps_direction_parallel_edges_dates_and_missing_values(source: Source, tmp_path: Path) -> None:
    graph = networkx.read_gexf(export("gexf", source, tmp_path))
    assert graph.is_directed()
    assert graph.is_multigraph()
    assert edges_of(graph, "relation") == EXPECTED
    assert dict(graph.nodes(data="label")) == LABELS
    assert "year" not in graph.nodes["agreement:moscow-declaration"]
    assert graph.nodes[NEW]["year"] == 2024


def test_json_keeps_lists_direction_parallel_edges_and_dates(source: Source, tmp_path: Path) -> None:
    shape = json.loads(export("json", source, tmp_path).read_text("utf-8"))
    graph = networkx.node_link_graph(shape, edges="edges")
    assert edges_of(graph) == EXPECTED
    assert graph.edges[NEW, OLD, "SUPERSEDES/done"]["claims"] == ["c1", "c2"]
    assert dict(graph.nodes(data="label")) == LABELS


def test_csv_keeps_direction_parallel_edges_dates_and_empty_cells(source: Source, tmp_path: Path) -> None:
    folder = export("csv", source, tmp_path)
    with (folder / "edges.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert EXPECTED == {
        (row["start"], row["end"], row["type"], none_if_empty(row, "status"), none_if_empty(row, "date"))
        for row in rows
    }
    assert {tuple(json.loads(row["claims"])) for row in rows if row["claims"]} == {
        ("c1",),
        ("c1", "c2"),
    }
    with (folder / "nodes.csv").open(encoding="utf-8", newline="") as stream:
        nodes = {row["id"]: row for row in csv.DictReader(stream)}
    assert {name: row["label"] for name, row in nodes.items()} == LABELS
    assert nodes["agreement:moscow-declaration"]["year"] == ""
    assert nodes["claim:c1"]["quote"] == AWKWARD


STRING = r'"((?:[^"\\]|\\.)*)"'
DOT_EDGE = re.compile(rf"^  {STRING} -> {STRING} \[(.*)\];$", re.M)
DOT_NODE = re.compile(rf"^  {STRING} \[(.*)\];$", re.M)


def unescape(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), text)


def attributes_of(text: str) -> dict[str, str]:
    """Read `"name"="value", ...` by the grammar of the DOT language, not by the writer's code."""
    return {unescape(name): unescape(value) for name, value in re.findall(rf"{STRING}={STRING}", text)}


def test_dot_keeps_direction_parallel_edges_and_awkward_letters(source: Source, tmp_path: Path) -> None:
    text = export("dot", source, tmp_path).read_text("utf-8")
    found = {(unescape(a), unescape(b), *edge_of(more)) for a, b, more in DOT_EDGE.findall(text)}
    assert found == EXPECTED
    nodes = {unescape(name): attributes_of(more) for name, more in DOT_NODE.findall(text)}
    assert {name: values["label"] for name, values in nodes.items()} == LABELS
    assert nodes["claim:c1"]["quote"] == AWKWARD


def edge_of(text: str) -> tuple[str, str | None, str | None]:
    values = attributes_of(text)
    return values["type"], values.get("status"), values.get("date")


def test_planned_edges_are_dashed_in_dot(source: Source, tmp_path: Path) -> None:
    text = export("dot", source, tmp_path).read_text("utf-8")
    found = [attributes_of(more) for _, _, more in DOT_EDGE.findall(text)]
    styles = {(values.get("status"), values.get("style")) for values in found}
    assert ("planned", "dashed") in styles
    assert ("planned", None) not in styles
    assert ("done", "dashed") not in styles


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_xml_formats_survive_control_characters(name: str, tmp_path: Path) -> None:
    from kg.graph.view import GraphView, Node, NodeType

    node = Node(id="claim:x", type=NodeType.CLAIM, label="a\x00b\x0bc\ufffe")
    source = Source(view=lambda: GraphView(nodes=(node,), edges=()), quads=list)
    path = export(name, source, tmp_path)
    graph = (networkx.read_graphml if name == "graphml" else networkx.read_gexf)(path)
    assert graph.nodes["claim:x"]["label"] == "abc"
