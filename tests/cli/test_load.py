"""`kg load` and `kg withdraw` from end to end: batches with bad documents, stores that cannot be used."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.stores.embedded import open_store
from tests.conftest import RunKg
from tests.paths import FIRST_ARTICLE, ROOT, SEEDS


@pytest.fixture
def loaded(tmp_path: Path, run_kg: RunKg) -> Path:
    """Return a store with the first article."""
    assert run_kg("load", str(FIRST_ARTICLE), "--store", str(tmp_path / "store")).exit_code == 0
    return tmp_path / "store"


def export(run_kg: RunKg, store: Path) -> str:
    result = run_kg("export", "nquads", "--store", str(store))
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_a_batch_with_bad_documents_loads_the_others_and_says_what_failed(run_kg: RunKg, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfa\x00")
    (tmp_path / "klingon.json").write_text('{"text": "nuqneH", "lang": "tlh"}')
    paths = [str(tmp_path / "bad.txt"), str(FIRST_ARTICLE), str(tmp_path / "klingon.json"), str(tmp_path / "gone.txt")]
    result = run_kg("load", *paths, "--store", str(tmp_path / "store"))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 4
    assert result.stderr.endswith("1 read, 3 failed\n")
    assert FIRST_ARTICLE.name in result.stdout
    assert export(run_kg, tmp_path / "store")


def test_loading_twice_says_so_and_gives_the_same_bytes(run_kg: RunKg, loaded: Path) -> None:
    before = export(run_kg, loaded)
    result = run_kg("load", str(FIRST_ARTICLE), "--store", str(loaded))
    assert "known" in result.stdout
    assert export(run_kg, loaded) == before


def test_the_order_of_loading_does_not_matter(run_kg: RunKg, tmp_path: Path) -> None:
    paths = sorted(str(path) for path in SEEDS.iterdir())[:6]
    for name, order in (("one", paths), ("two", paths[::-1])):
        for path in order:
            assert run_kg("load", path, "--store", str(tmp_path / name)).exit_code == 0
    assert export(run_kg, tmp_path / "one") == export(run_kg, tmp_path / "two")


def test_a_withdrawn_document_is_as_if_never_loaded(run_kg: RunKg, loaded: Path) -> None:
    before = export(run_kg, loaded)
    other = str(SEEDS / "ru-rf-kndr-belta.json")
    assert run_kg("load", other, "--store", str(loaded)).exit_code == 0
    assert export(run_kg, loaded) != before
    assert run_kg("withdraw", "ru/rf-kndr-belta", "--store", str(loaded)).exit_code == 0
    assert export(run_kg, loaded) == before


def test_withdrawing_an_unknown_document_is_refused(run_kg: RunKg, loaded: Path) -> None:
    result = run_kg("withdraw", "nothing", "--store", str(loaded))
    assert result.exit_code == 2
    assert "no document 'nothing'" in result.stderr


def write_newer(store: Path) -> None:
    (store / "format").write_text("99\n")


def damage_archive(store: Path) -> None:
    for old in store.glob("documents.sqlite*"):
        old.unlink()
    (store / "documents.sqlite").write_bytes(b"no database at all" * 300)


def damage_graph(store: Path) -> None:
    for path in (store / "rdf").iterdir():
        path.write_bytes(b"\x00nonsense")


def replace_by_file(store: Path) -> None:
    store.rename(store.with_name("moved"))
    store.write_text("a file")


WRITE = ("load", str(SEEDS / "ru-rf-kndr-belta.json"))
READ = ("replaced-by", "1961 treaty")
# Readers do without the archive: only its loss is none of theirs.
SPOILT = [
    (spoil, command)
    for spoil in (write_newer, damage_archive, damage_graph, replace_by_file)
    for command in (WRITE, READ)
    if (spoil, command) != (damage_archive, READ)
]


@pytest.mark.parametrize(("spoil", "command"), SPOILT)
def test_a_store_that_cannot_be_used_is_one_line(
    spoil: Callable[[Path], None], command: tuple[str, ...], run_kg: RunKg, loaded: Path
) -> None:
    spoil(loaded)
    result = run_kg(*command, "--store", str(loaded))
    assert result.exit_code == 2, result.output
    assert len(result.stderr.splitlines()) == 1
    assert str(loaded) in result.stderr


def test_a_store_in_use_is_one_line(run_kg: RunKg, tmp_path: Path) -> None:
    writer = open_store(tmp_path / "store")
    result = run_kg("load", str(FIRST_ARTICLE), "--store", str(tmp_path / "store"))
    writer.close()
    assert result.exit_code == 2
    assert "in use by another process" in result.stderr


def limit_file_size() -> None:
    """What a full disk looks like to a process that may not fill one: no file may grow beyond this."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))


def test_a_full_disk_is_one_line_and_nothing_is_lost(run_kg: RunKg, loaded: Path, tmp_path: Path) -> None:
    before = export(run_kg, loaded)
    article = json.loads((SEEDS / "ru-rf-kndr-belta.json").read_text("utf-8"))
    lines = [json.dumps({**article, "id": str(n), "text": f"{article['text']}\n{n}"}) for n in range(200)]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    command = [sys.executable, "-m", "kg", "load", str(tmp_path / "many.jsonl"), "--store", str(loaded)]
    done = subprocess.run(command, cwd=ROOT, preexec_fn=limit_file_size, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    run_kg("withdraw", "0", "--store", str(loaded))
    assert set(before.splitlines()) <= set(export(run_kg, loaded).splitlines())
