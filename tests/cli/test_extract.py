"""`kg extract` from end to end, good input and bad."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import RunKg
from tests.paths import FIRST_ARTICLE, SEEDS

ARTICLE = "Prancis dan Jerman menandatangani Perjanjian Aachen di Aachen pada 22 Januari 2019."
RECORD = {"id": "aachen", "lang": "id", "text": ARTICLE}


def write_record(path: Path, **fields: object) -> Path:
    path.write_text(json.dumps({**RECORD, **fields}), encoding="utf-8")
    return path


def read_lines(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_facts_are_printed_as_json_lines(run_kg: RunKg, tmp_path: Path) -> None:
    result = run_kg("extract", str(write_record(tmp_path / "a.json")))
    assert result.exit_code == 0
    [record] = read_lines(result.stdout)
    [fact] = record["facts"]
    assert (fact["event"], fact["status"], fact["date"]) == ("signature", "done", "2019-01-22")
    assert fact["states"] == ["FR", "DE"]
    assert fact["quote"] == ARTICLE[fact["start"] : fact["end"]]


def test_every_quote_stands_in_the_text(run_kg: RunKg) -> None:
    text = FIRST_ARTICLE.read_text("utf-8")
    [record] = read_lines(run_kg("extract", str(FIRST_ARTICLE)).stdout)
    assert record["facts"]
    assert all(fact["quote"] == text[fact["start"] : fact["end"]] for fact in record["facts"])


def test_several_processes_print_the_same(run_kg: RunKg) -> None:
    one = run_kg("extract", str(SEEDS))
    assert run_kg("extract", str(SEEDS), "--jobs", "2").stdout == one.stdout


def test_a_file_appears_only_when_all_went_well(run_kg: RunKg, tmp_path: Path) -> None:
    out = tmp_path / "facts.jsonl"
    assert run_kg("extract", str(write_record(tmp_path / "a.json")), "-o", str(out)).exit_code == 0
    assert read_lines(out.read_text("utf-8"))[0]["id"] == "aachen"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("facts")] == ["facts.jsonl"]


def test_a_file_in_a_folder_that_is_not_there_is_refused(run_kg: RunKg, tmp_path: Path) -> None:
    result = run_kg("extract", str(write_record(tmp_path / "a.json")), "-o", str(tmp_path / "no" / "facts.jsonl"))
    assert result.exit_code == 2
    assert "no such file or directory" in result.stderr


def test_standard_input_is_read(run_kg: RunKg) -> None:
    assert read_lines(run_kg("extract", "-", stdin=json.dumps(RECORD)).stdout)[0]["id"] == "aachen"
    lines = "".join(json.dumps({**RECORD, "id": name}) + "\n" for name in ("one", "two"))
    assert [record["id"] for record in read_lines(run_kg("extract", "-", stdin=lines).stdout)] == ["one", "two"]


def test_an_article_without_facts_ends_with_1(run_kg: RunKg, tmp_path: Path) -> None:
    path = write_record(tmp_path / "a.json", text="Resep rendang: masak daging dengan santan sampai kering.")
    result = run_kg("extract", str(path))
    assert result.exit_code == 1
    assert read_lines(result.stdout)[0]["facts"] == []
    assert result.stderr == "nothing found\n"


def write_bad_inputs(folder: Path) -> dict[str, tuple[Path, str]]:
    """Return by name a bad input and what its line on stderr must say."""
    made: dict[str, tuple[bytes, str]] = {
        "binary.txt": (b"\x89PNG\r\n\x00\x00", "binary.txt: binary data"),
        "latin.txt": ("garis satu\nÜbereinkommen".encode("latin-1"), "latin.txt:2: byte 0xdc is not UTF-8"),
        "utf16.txt": ("traktat".encode("utf-16"), "utf16.txt: UTF-16 text"),
        "empty.txt": (b" \n", "empty.txt: empty text"),
        "huge.txt": (b"a" * 50_000_000, "huge.txt: more than 20 MB"),
        "huge.jsonl": (b'{"text": "' + b"a" * 50_000_000 + b'"}\n', "huge.jsonl:1: more than 20 MB"),
        "textless.json": (b'{"id": "x"}', "textless.json:text: missing"),
        "number.json": (b'{"text": 7}', "number.json:text: a string is expected"),
        "date.json": (b'{"text": "a", "published": "June"}', "date.json:published: 'June' is no ISO day"),
        "broken.json": (b'{"text": \n "a"', "broken.json:2: not JSON"),
        "list.json": (b"[7]", "list.json: a JSON object is expected"),
        "deep.json": (b"[" * 100_000, "deep.json: not"),
        "surrogate.json": (b'{"text": "a \\ud800 b"}', "surrogate.json:text: half a surrogate pair"),
        "klingon.json": (b'{"text": "nuqneH", "lang": "tlh"}', "language tlh is not supported"),
        "nothing.html": (b"<html><body></body></html>", "nothing.html: no article text"),
    }
    for name, (data, _) in made.items():
        (folder / name).write_bytes(data)
    return {name: (folder / name, said) for name, (_, said) in made.items()}


def test_each_bad_input_is_one_clear_line_and_the_rest_goes_on(run_kg: RunKg, tmp_path: Path) -> None:
    bad = write_bad_inputs(tmp_path)
    good = write_record(tmp_path / "zz.json")
    result = run_kg("extract", *(str(path) for path, _ in bad.values()), str(good))
    lines = result.stderr.splitlines()
    assert result.exit_code == 2
    assert [record["id"] for record in read_lines(result.stdout)] == ["aachen"]
    assert lines[-1] == f"1 read, {len(bad)} failed"
    assert len(lines) == len(bad) + 1
    for line, (_, said) in zip(lines, bad.values(), strict=False):
        assert said in line
        assert line.startswith("Error: ")


def test_one_broken_line_of_json_lines_costs_only_itself(run_kg: RunKg, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    good = json.dumps(RECORD)
    path.write_text(f'{good}\n{{"text": \n\n{good}\n{{"id": "x"}}\n', encoding="utf-8")
    result = run_kg("extract", str(path))
    assert result.exit_code == 2
    assert len(read_lines(result.stdout)) == 2
    assert "many.jsonl:2: not JSON" in result.stderr
    assert "many.jsonl:5:text: missing" in result.stderr
    assert result.stderr.endswith("2 read, 2 failed\n")


@pytest.mark.parametrize(
    ("argument", "said"),
    [
        ("missing.txt", "no such file or folder"),
        ("empty", "no articles in the folder"),
        ("*.nothing", "no file matches"),
    ],
)
def test_what_is_not_there_is_named(run_kg: RunKg, tmp_path: Path, argument: str, said: str) -> None:
    (tmp_path / "empty").mkdir()
    result = run_kg("extract", str(tmp_path / argument))
    assert result.exit_code == 2
    assert f"{argument}: {said}" in result.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(run_kg: RunKg, tmp_path: Path) -> None:
    path = write_record(tmp_path / "a.json")
    path.chmod(0)
    result = run_kg("extract", str(path))
    assert result.exit_code == 2
    assert "a.json: permission denied" in result.stderr


def test_a_full_disk_is_one_line(run_kg: RunKg, tmp_path: Path) -> None:
    link = tmp_path / "full"
    link.symlink_to("/dev/full")
    result = run_kg("extract", str(write_record(tmp_path / "a.json")), "-o", str(link / "facts"))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_a_url_that_nobody_serves_is_one_line(run_kg: RunKg) -> None:
    result = run_kg("extract", "http://127.0.0.1:9/article.html")
    assert result.exit_code == 2
    assert "http://127.0.0.1:9/article.html: cannot be fetched" in result.stderr
