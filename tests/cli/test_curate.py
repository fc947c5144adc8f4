"""The curator's commands: decisions beat the score, survive, and can be taken back."""

import json
from pathlib import Path

import pytest

from kg.stores.embedded import open_store
from tests.conftest import RunKg
from tests.gold_extractions import read_gold
from tests.paths import GOLD


@pytest.fixture
def pukpuk(tmp_path: Path) -> str:
    folder = tmp_path / "store"
    store = open_store(folder)
    store.load(one for one in read_gold(GOLD / "dev") if "pukpuk" in (one.document.name or ""))
    store.close()
    return str(folder)


def agreements(run_kg: RunKg, store: str) -> set[str]:
    rows = json.loads(run_kg("query", "most-told", "--json", "--store", store).stdout)
    return {row["agreement"].removeprefix("agreement:") for row in rows}


def communiques(run_kg: RunKg, store: str) -> list[str]:
    return sorted(id_ for id_ in agreements(run_kg, store) if "communique" in id_)


def test_merged_agreements_are_one_until_the_decision_is_taken_back(run_kg: RunKg, pukpuk: str) -> None:
    before = communiques(run_kg, pukpuk)
    assert run_kg("merge", *before[:2], "--store", pukpuk, "--note", "the same day").exit_code == 0
    assert len(communiques(run_kg, pukpuk)) == len(before) - 1
    listed = json.loads(run_kg("ledger", "--json", "--store", pukpuk).stdout)
    assert [(row["verdict"], row["note"]) for row in listed] == [("same", "the same day")]
    assert run_kg("ledger", "--undo", "1", "--store", pukpuk).exit_code == 0
    assert communiques(run_kg, pukpuk) == before


def test_a_document_is_split_off(run_kg: RunKg, pukpuk: str) -> None:
    before = agreements(run_kg, pukpuk)
    assert run_kg("split", "Pukpuk Treaty", "en/pukpuk-qldr", "--store", pukpuk).exit_code == 0
    assert len(agreements(run_kg, pukpuk)) == len(before) + 1


def test_splitting_off_all_documents_is_refused(run_kg: RunKg, pukpuk: str) -> None:
    names = [f"en/pukpuk-{name}" for name in ("lowy", "newsfinale", "particle", "perthnow", "qldr", "upstart")]
    result = run_kg("split", "Pukpuk Treaty", *names, "--store", pukpuk)
    assert result.exit_code == 2
    assert "nothing would stay" in result.stderr


def test_merging_one_with_itself_is_refused(run_kg: RunKg, pukpuk: str) -> None:
    result = run_kg("merge", "Pukpuk Treaty", "Pukpuk Treaty", "--store", pukpuk)
    assert result.exit_code == 2
    assert "one agreement already" in result.stderr


def test_a_review_decides_pair_by_pair(run_kg: RunKg, pukpuk: str) -> None:
    doubts = json.loads(run_kg("review", "--json", "--store", pukpuk).stdout)
    assert doubts
    result = run_kg("review", "--store", pukpuk, stdin="n\nq\n")
    assert result.exit_code == 0
    assert "Papua" in result.stdout  # the sentences of a side
    after = json.loads(run_kg("review", "--json", "--store", pukpuk).stdout)
    assert doubts[0] not in after


def test_a_damaged_ledger_is_one_line(run_kg: RunKg, pukpuk: str) -> None:
    (Path(pukpuk) / "ledger.tsv").write_text("verdict\tleft\tright\tdate\tnote\nperhaps\ta/A1\tb/A1\t\t\n", "utf-8")
    result = run_kg("ledger", "--store", pukpuk)
    assert result.exit_code == 2
    assert "ledger.tsv:2:verdict: unknown verdict 'perhaps'" in result.stderr
