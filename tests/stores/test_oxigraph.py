"""The dataset on disk: what many bulk loads leave behind is merged."""

from pathlib import Path

import pytest

from kg.stores.oxigraph import OxigraphStore

ROUNDS, LINES = 3, 40


def lines_of(number: int) -> list[str]:
    return [f'<urn:x:{line % 7}> <urn:p:{number}> "{number * LINES + line}" <urn:g> .' for line in range(LINES)]


def fill(folder: Path) -> tuple[int, set[str]]:
    """Load some rounds in bulk and settle; return how many files there are, and all quads."""
    store = OxigraphStore.open(folder)
    for number in range(ROUNDS):
        store.change([], lines_of(number))
    store.settle()
    found = {f"{quad} ." for quad in store.quads()}
    store.close()
    return len(list(folder.glob("*.sst"))), found


def test_files_of_many_bulk_loads_are_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.stores.oxigraph.BULK", 1)
    many, expected = fill(tmp_path / "left")
    monkeypatch.setattr("kg.stores.oxigraph.MANY", ROUNDS * LINES)
    few, found = fill(tmp_path / "settled")
    assert found == expected == {line for number in range(ROUNDS) for line in lines_of(number)}
    assert few < many
