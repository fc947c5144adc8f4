"""Leaving out what is less sure."""

from kg.export.confident import filter_view
from kg.graph.read_view import read_view
from kg.stores.embedded import memory_store
from tests.conftest import RunKg
from tests.gold_extractions import read_gold
from tests.paths import GOLD


def test_edges_below_the_confidence_are_left_out() -> None:
    store = memory_store()
    store.load(one for one in read_gold(GOLD / "dev") if "/rf-kndr" in (one.document.name or ""))
    view = read_view(store.quads())
    values = sorted({edge.confidence for edge in view.edges if edge.confidence is not None})
    assert len(values) > 1
    sure = filter_view(view, values[-1])
    assert {edge.confidence for edge in sure.edges} <= {None, values[-1]}
    known = {node.id for node in sure.nodes}
    assert all({edge.source, edge.target} <= known for edge in sure.edges)
    assert all(f"claim:{claim}" in known for edge in sure.edges for claim in edge.claims)
    assert filter_view(view, 0.0) == view


def test_rdf_is_not_filtered(run_kg: RunKg, tmp_path: object) -> None:
    result = run_kg(
        "load", "-", "--store", f"{tmp_path}/store", stdin="Russia and Iran signed the treaty on 1 May 2024."
    )
    assert result.exit_code == 0
    result = run_kg("export", "turtle", "--min-confidence", "0.9", "--store", f"{tmp_path}/store")
    assert result.exit_code == 2
    assert "formats of nodes and edges" in result.stderr
