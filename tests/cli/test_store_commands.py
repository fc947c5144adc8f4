"""Loading, withdrawing, querying and checking through the command line; bad input is one line and exit code 2."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from kg.stores.archive import Archive
from kg.stores.digest import Digest
from kg.stores.embedded import open_store
from tests.conftest import RunKg

ARTICLE = (
    "Russia and North Korea signed the Treaty on Comprehensive Strategic Partnership in Pyongyang on 19 June 2024."
)
OTHER = "Russia and North Korea signed the Treaty on Comprehensive Strategic Partnership in Moscow on 20 June 2024."


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(tmp_path / "store")


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def rows(run_kg: RunKg, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run_kg(*arguments, "--json").stdout)
    return found


def test_loading_twice_is_loading_once(run_kg: RunKg, tmp_path: Path, store: str) -> None:
    path = write(tmp_path / "one.txt", ARTICLE)
    assert rows(run_kg, "load", path, "--store", store)[0]["outcome"] == "loaded"
    before = run_kg("export", "nquads", "--store", store).stdout
    assert rows(run_kg, "load", path, "--store", store)[0]["outcome"] == "known"
    assert run_kg("export", "nquads", "--store", store).stdout == before


def test_a_changed_article_replaces_its_earlier_version(run_kg: RunKg, tmp_path: Path, store: str) -> None:
    run_kg("load", write(tmp_path / "one.txt", ARTICLE), "--store", store)
    outcomes = [row["outcome"] for row in rows(run_kg, "load", write(tmp_path / "one.txt", OTHER), "--store", store)]
    assert outcomes == ["loaded", "replaced"]
    assert len(rows(run_kg, "query", "documents", "--store", store)) == 1


def test_a_withdrawn_article_leaves_nothing(run_kg: RunKg, tmp_path: Path, store: str) -> None:
    run_kg("load", write(tmp_path / "one.txt", ARTICLE), "--store", store)
    assert run_kg("withdraw", "one.txt", "--store", store).exit_code == 0
    assert run_kg("query", "documents", "--store", store).exit_code == 1
    assert {row["number"] for row in rows(run_kg, "stats", "--store", store)} <= {0}


def test_the_rest_of_a_batch_goes_on(run_kg: RunKg, tmp_path: Path, store: str) -> None:
    good = write(tmp_path / "one.txt", ARTICLE)
    result = run_kg("load", str(tmp_path / "missing.txt"), good, "--store", store)
    assert result.exit_code == 2
    assert "missing.txt" in result.stderr
    assert "1 read, 1 failed" in result.stderr
    assert len(rows(run_kg, "query", "documents", "--store", store)) == 1


def test_check_finds_a_whole_store_whole(run_kg: RunKg, tmp_path: Path, store: str) -> None:
    run_kg("load", write(tmp_path / "one.txt", ARTICLE), "--store", store)
    result = run_kg("check", "--shacl", "--store", store)
    assert result.exit_code == 0
    assert "whole" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("withdraw", "nothing"), "no document 'nothing'"),
        (("query", "between", "-p", "first=RU"), "needs -p second="),
        (("query", "betwen"), "did you mean between"),
        (("query", "between", "-p", "first"), "given as NAME=VALUE"),
        (("sparql", "SELECT nothing"), "not a SPARQL query"),
        (("sparql", "DROP ALL"), "queries only read"),
        (("sources", "Blorb"), "no agreement 'Blorb'"),
        (("queries", "--queries", "/no/such/folder"), "no such folder of queries"),
    ],
)
def test_bad_input_is_one_line(
    run_kg: RunKg, tmp_path: Path, store: str, arguments: tuple[str, ...], message: str
) -> None:
    run_kg("load", write(tmp_path / "one.txt", ARTICLE), "--store", store)
    options = () if arguments[0] == "queries" else ("--store", store)
    result = run_kg(*arguments, *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("command", ["stats", "check"])
def test_a_missing_store_is_one_line(run_kg: RunKg, store: str, command: str) -> None:
    result = run_kg(command, "--store", store)
    assert result.exit_code == 2
    assert "no store here" in result.stderr


def test_all_queries_are_in_order(run_kg: RunKg, store: str) -> None:
    result = run_kg("queries", "--check", "--store", store)
    assert (result.exit_code, "not compared" in result.stderr) == (0, True)


def test_a_store_in_use_is_one_line(run_kg: RunKg, tmp_path: Path, store: str) -> None:
    path = write(tmp_path / "one.txt", ARTICLE)
    writer = open_store(Path(store))
    result = run_kg("load", path, "--store", store)
    writer.close()
    assert result.exit_code == 2
    assert result.stderr == f"Error: {store}: the store is in use by another process\n"
    assert run_kg("load", path, "--store", store).exit_code == 0


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("format", b"7\n", "a store of format 7, this kg reads up to 3; update kg"),
        ("format", b"\xff\x00", "is no format number, the store is damaged"),
        ("documents.sqlite", b"this is no database " * 500, "the archive is damaged"),
    ],
)
def test_a_damaged_or_newer_store_is_one_line(
    run_kg: RunKg, store: str, file: str, content: bytes, message: str
) -> None:
    path = write(Path(store).parent / "one.txt", ARTICLE)
    run_kg("load", path, "--store", store)
    for journal in Path(store).glob("documents.sqlite-*"):
        journal.unlink()
    (Path(store) / file).write_bytes(content)
    result = run_kg("load", path, "--store", store)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_damaged_graph_is_one_line(run_kg: RunKg, tmp_path: Path, store: str) -> None:
    run_kg("load", write(tmp_path / "one.txt", ARTICLE), "--store", store)
    (Path(store) / "rdf" / "CURRENT").write_text("nothing\n")
    result = run_kg("stats", "--store", store)
    assert result.exit_code == 2
    assert "the store is damaged" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_full_disk_is_one_line(run_kg: RunKg, tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run_kg("load", write(tmp_path / "one.txt", ARTICLE), "--store", store)
    put = Archive.put

    def fill(archive: Archive, digests: Iterable[Digest]) -> None:
        # SQLite reports a full disk the same way when its own limit of pages is reached.
        pages = archive.connection.execute("pragma page_count").fetchone()[0]
        archive.connection.execute(f"pragma max_page_count = {pages}")
        put(archive, digests)

    monkeypatch.setattr(Archive, "put", fill)
    texts = (f"{OTHER} {hashlib.shake_256(bytes([n])).hexdigest(4_000)}" for n in range(60))
    lines = "\n".join(json.dumps({"id": f"a{n}", "text": text, "lang": "en"}) for n, text in enumerate(texts))
    result = run_kg("load", write(tmp_path / "many.jsonl", lines), "--store", store)
    assert result.exit_code == 2
    assert "the disk is full; nothing of this batch was kept" in result.stderr
    monkeypatch.undo()
    assert len(rows(run_kg, "query", "documents", "--store", store)) == 1
