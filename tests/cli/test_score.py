"""`kg score` and `kg languages` from end to end."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.languages import supported_languages
from tests.conftest import RunKg
from tests.paths import GOLD, ROOT

TEXT = "Prancis dan Jerman menandatangani Perjanjian Aachen di Aachen pada 22 Januari 2019."
FACT = {
    "event": "signature",
    "agreement": "A1",
    "status": "done",
    "date": "2019-01-22",
    "place": "Aachen",
    "states": ["FR", "DE"],
    "persons": [],
    "source": None,
}
AGREEMENT = {"id": "A1", "names": ["Perjanjian Aachen"], "kind": "treaty", "year": 2019, "parties": ["FR", "DE"]}
GOLD_RECORD = {"id": "id/aachen", "lang": "id", "text": TEXT, "agreements": [AGREEMENT], "facts": [FACT], "traps": []}


def write_gold(folder: Path, *records: Mapping[str, object]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def test_extraction_is_run_and_scored(run_kg: RunKg, tmp_path: Path) -> None:
    result = run_kg("score", str(write_gold(tmp_path, GOLD_RECORD)), "--json")
    assert result.exit_code == 0
    [row] = json.loads(result.stdout)["rows"]
    assert (row["right"], row["wrong"], row["missed"]) == (1, 0, 0)


def test_predictions_are_scored_without_extraction(run_kg: RunKg, tmp_path: Path) -> None:
    gold = write_gold(tmp_path, GOLD_RECORD)
    said = {"id": "id/aachen", "agreements": [AGREEMENT], "facts": [{**FACT, "status": "planned", "rule": "id:x"}]}
    (tmp_path / "said.jsonl").write_text(json.dumps(said))
    result = run_kg("score", str(gold), "--predictions", str(tmp_path / "said.jsonl"), "--by", "rule", "--show", "9")
    assert result.exit_code == 0
    assert "id:x" in result.stdout
    assert "wrong id/aachen [Perjanjian Aachen]" in result.stdout
    assert "missed id/aachen [Perjanjian Aachen]" in result.stdout


def test_extract_and_score_speak_the_same_format(run_kg: RunKg, tmp_path: Path) -> None:
    facts = tmp_path / "facts.jsonl"
    run_kg("extract", str(GOLD / "dev-long"), "-o", str(facts))
    fresh = json.loads(run_kg("score", str(GOLD / "dev-long"), "--json").stdout)
    assert json.loads(run_kg("score", str(GOLD / "dev-long"), "--predictions", str(facts), "--json").stdout) == fresh


def test_records_in_languages_without_a_pack_are_counted_once(run_kg: RunKg, tmp_path: Path) -> None:
    gold = write_gold(tmp_path, GOLD_RECORD, {**GOLD_RECORD, "id": "tlh/x", "lang": "tlh"})
    result = run_kg("score", str(gold), "--json")
    assert result.exit_code == 0
    assert result.stderr == "1 records are in languages that have no pack\n"
    assert json.loads(result.stdout)["predicted"] == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no gold records"),
        ("{", "gold.jsonl:1: not JSON"),
        ('{"id": "x"}', "gold.jsonl:1:text: missing"),
        ("[]", "gold.jsonl:1: a record needs an id"),
    ],
)
def test_what_is_no_gold_is_refused(run_kg: RunKg, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "gold.jsonl").write_text(content)
    result = run_kg("score", str(tmp_path / "gold.jsonl"))
    assert result.exit_code == 2
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_languages_lists_every_pack_with_its_scores(run_kg: RunKg) -> None:
    rows = json.loads(run_kg("languages", "--json").stdout)
    assert [row["code"] for row in rows] == list(supported_languages())
    assert all(row["f1"] is not None for row in rows)


def test_a_pack_of_the_project_has_nothing_wrong(run_kg: RunKg) -> None:
    result = run_kg("languages", "check", str(ROOT / "kg" / "languages" / "id"))
    assert result.exit_code == 0
    assert "Indonesian" in result.stdout


def copy_pack(folder: Path) -> Path:
    pack = folder / "id"
    pack.mkdir()
    for path in (ROOT / "kg" / "languages" / "id").iterdir():
        (pack / path.name).write_bytes(path.read_bytes())
    return pack


@pytest.mark.parametrize(
    ("table", "line", "said"),
    [
        (
            "triggers.tsv",
            "x\tsignatur\tactive\t-\t-\t-\t-",
            ":event: unknown value 'signatur'; did you mean 'signature'?",
        ),
        ("nouns.tsv", "x\ttreaty", ": 2 cells, not 3"),
        ("nouns.tsv", "x\ttreaty\tnone", ":class: unknown value 'none'"),
        ("markers.tsv", " x\tby", ":form: ' x' is empty, has spaces at its ends"),
        ("pack.toml", 'colour = "red"', "pack.toml:colour: unknown key"),
    ],
)
def test_what_is_wrong_in_a_pack_is_named(run_kg: RunKg, tmp_path: Path, table: str, line: str, said: str) -> None:
    pack = copy_pack(tmp_path)
    with (pack / table).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    result = run_kg("languages", "check", str(pack))
    assert result.exit_code == 2
    assert said in result.stderr
    assert str(pack / table) in result.stderr
