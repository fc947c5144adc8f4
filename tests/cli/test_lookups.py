"""The commands that ask, on the first article and on gold answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import RunKg

OLD = "suhh-kp-1961-treaty-friendship-mutual-assistance"
NEW = "ru-kp-treaty-comprehensive-strategic-partnership"


def rows(run_kg: RunKg, store: str, *arguments: str) -> list[dict[str, Any]]:
    result = run_kg(*arguments, "--store", store, "--json")
    assert result.exit_code == 0, result.stderr
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


@pytest.mark.parametrize("name", [OLD, "1961 treaty", "perjanjian 1961", "Perjanjian Persahabatan dan Bantuan Bersama"])
def test_what_replaced_the_1961_treaty(run_kg: RunKg, article_store: str, name: str) -> None:
    (row,) = rows(run_kg, article_store, "replaced-by", name)
    assert (row["how"], row["agreement"], row["status"]) == ("directly", f"agreement:{NEW}", "planned")


def test_the_new_treaty_is_to_replace_four(run_kg: RunKg, article_store: str) -> None:
    found = rows(run_kg, article_store, "replaces", NEW)
    assert len(found) == 4
    assert {row["status"] for row in found} == {"planned"}


def test_the_signers_and_their_states(run_kg: RunKg, article_store: str) -> None:
    found = rows(run_kg, article_store, "signers", NEW)
    assert {(row["label"], row["state"], row["date"]) for row in found} == {
        ("Vladimir Putin", "state:RU", None),
        ("Kim Jong Un", "state:KP", None),
    }


def test_parties_timeline_and_sources(run_kg: RunKg, article_store: str) -> None:
    assert {row["state"] for row in rows(run_kg, article_store, "parties", NEW)} == {"state:RU", "state:KP"}
    assert {row["event"] for row in rows(run_kg, article_store, "timeline", NEW)} == {"signature", "replacement"}
    assert all(row["sentence"] for row in rows(run_kg, article_store, "sources", NEW))


def test_lineage_as_text_json_and_pictures(run_kg: RunKg, article_store: str, tmp_path: Path) -> None:
    text = run_kg("lineage", OLD, "--store", article_store).stdout
    assert text.count("is to replace:") == 1
    assert {row["status"] for row in rows(run_kg, article_store, "lineage", NEW)} == {"planned"}
    for form in ("svg", "html", "png"):
        result = run_kg("lineage", NEW, "--format", form, "-o", str(tmp_path / form), "--store", article_store)
        assert result.exit_code == 0, result.stderr
        assert (tmp_path / form).stat().st_size > 1000


def test_show_has_facts_and_sentences(run_kg: RunKg, article_store: str) -> None:
    record = json.loads(run_kg("show", OLD, "--store", article_store, "--json").stdout)
    assert record["id"] == f"agreement:{OLD}"
    assert {"property": "kind", "value": "treaty"} in record["facts"]
    assert "Yury Ushakov" in {sentence["source"] for sentence in record["sentences"]}
    assert "Ushakov" in run_kg("show", OLD, "--store", article_store).stdout


@pytest.mark.parametrize("first", ["Russia", "Rusia", "RU", "Россия"])
def test_between_takes_states_by_any_name(run_kg: RunKg, article_store: str, first: str) -> None:
    found = rows(run_kg, article_store, "between", first, "Korea Utara", "--on", "2024-07-01")
    assert f"agreement:{NEW}" in {row["agreement"] for row in found}
    assert {row["in force"] for row in found} <= {"yes", "no", "unknown"}


def test_find_finds_in_any_script(run_kg: RunKg, gold_store: str) -> None:
    for words in (["Путин"], ["1961", "treaty"], ["伊朗"], ["Iran"]):
        assert rows(run_kg, gold_store, "find", *words)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["replaced-by", NEW], 1, "nothing found"),
        (["conflicts", NEW], 1, "nothing found"),
        (["lineage", "deklarasi Moskow"], 0, ""),
        (["replaced-by", "1871 treaty"], 2, "no agreement '1871 treaty'"),
        (["show", "Perjanjian Kemitran Strategis Kompre"], 0, ""),
        (["show", "Xyzzy"], 2, "nothing is called 'Xyzzy'"),
        (["between", "RU", "KP", "--on", "2024-02-31"], 2, "no day"),
        (["between", "RU", "Atlantis"], 2, "no state 'Atlantis'"),
        (["export", "gml"], 2, "unknown format 'gml'; known: csv"),
        (["export", "csv"], 2, "name it with -o"),
    ],
)
def test_exit_codes_and_messages(run_kg: RunKg, article_store: str, arguments: list[str], code: int, said: str) -> None:
    result = run_kg(*arguments, "--store", article_store)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr


def test_a_missing_store_is_one_line(run_kg: RunKg, tmp_path: Path) -> None:
    result = run_kg("find", "treaty", "--store", str(tmp_path / "none"))
    assert result.exit_code == 2
    assert "no store here" in result.stderr


def test_an_export_to_a_pipe_is_the_file(run_kg: RunKg, article_store: str, tmp_path: Path) -> None:
    run_kg("export", "nquads", "-o", str(tmp_path / "g.nq"), "--store", article_store)
    assert (tmp_path / "g.nq").read_text("utf-8").count("\n") > 100


def test_a_failed_export_leaves_the_old_file(run_kg: RunKg, article_store: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    result = run_kg("export", "svg", "-o", str(tmp_path / "folder"), "--store", article_store)
    assert result.exit_code == 2
    assert "is a folder" in result.stderr
