"""The store in a folder: what it keeps, and that its graph depends on nothing else."""

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.model import Extraction
from kg.stores.digest import digest
from kg.stores.embedded import EmbeddedStore, memory_store, open_store
from kg.stores.reader import open_to_read
from tests.gold_extractions import read_gold
from tests.paths import GOLD

CASES = tuple(one for one in read_gold(GOLD / "dev") if "/rf-kndr" in (one.document.name or ""))


def to_nquads(store: EmbeddedStore) -> list[str]:
    return sorted(map(str, store.quads()))


def load_all(*batches: tuple[Extraction, ...]) -> EmbeddedStore:
    store = memory_store()
    for batch in batches:
        store.load(batch)
    return store


def test_loading_twice_gives_the_same_bytes() -> None:
    assert to_nquads(load_all(CASES, CASES)) == to_nquads(load_all(CASES))


def test_a_reopened_store_has_the_same_graph(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.load(CASES)
    before = to_nquads(store)
    store.close()
    again = open_store(tmp_path / "store")
    assert to_nquads(again) == before == to_nquads(load_all(CASES))
    again.close()


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    with pytest.raises(StoreError, match="in use by another process"):
        open_store(tmp_path / "store")
    store.close()


def test_a_reader_works_beside_a_writer(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.load(CASES)
    reader = open_to_read(tmp_path / "store")
    assert len(list(reader.quads())) >= len(to_nquads(store))
    reader.close()
    store.close()


def test_a_store_of_a_newer_format_is_refused(tmp_path: Path) -> None:
    open_store(tmp_path / "store").close()
    (tmp_path / "store" / "format").write_text("99\n")
    with pytest.raises(StoreError, match="format 99"):
        open_store(tmp_path / "store")


def test_a_damaged_archive_is_one_line(tmp_path: Path) -> None:
    open_store(tmp_path / "store").close()
    for old in (tmp_path / "store").glob("documents.sqlite*"):
        old.unlink()
    (tmp_path / "store" / "documents.sqlite").write_bytes(b"no database at all" * 300)
    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path / "store")


def test_a_load_that_was_cut_off_is_finished_at_the_next_opening(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.archive.put(map(digest, CASES))  # the process dies here: documents kept, graph not made
    store.close()
    again = open_store(tmp_path / "store")
    assert to_nquads(again) == to_nquads(load_all(CASES))
    again.close()


def test_a_folder_without_a_store_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store here"):
        open_to_read(tmp_path)


def test_a_store_of_an_earlier_format_is_derived_anew(tmp_path: Path) -> None:
    store = open_store(tmp_path / "store")
    store.load(CASES)
    before = to_nquads(store)
    store.archive.connection.execute("delete from agreement")
    store.graph.change((), ['<urn:kg:agreement:gone> <urn:kg:ns:year> "1900" <urn:kg:graph:derived> .'])
    store.close()
    (tmp_path / "store" / "format").write_text("1\n")
    open_to_read(tmp_path / "store").close()
    again = open_store(tmp_path / "store")
    assert to_nquads(again) == before
    again.close()
