"""Stores that the tests of commands read."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import cli
from kg.stores.embedded import open_store
from tests.gold_extractions import read_gold
from tests.paths import FIRST_ARTICLE, GOLD


@pytest.fixture(scope="session")
def article_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of the first article alone, loaded as a user loads it."""
    folder = tmp_path_factory.mktemp("article") / "store"
    result = CliRunner().invoke(cli, ["load", str(FIRST_ARTICLE), "--store", str(folder)], prog_name="kg")
    assert result.exit_code == 0, result.output
    return str(folder)


@pytest.fixture(scope="session")
def gold_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of the gold answers about treaties of Russia with North Korea and with Iran, in seven languages."""
    folder: Path = tmp_path_factory.mktemp("gold") / "store"
    store = open_store(folder)
    store.load(one for one in read_gold(GOLD / "dev") if is_chosen(one.document.name or ""))
    store.close()
    return str(folder)


def is_chosen(name: str) -> bool:
    return any(part in name for part in ("/rf-kndr", "/nk-ru", "/ruir", "/ru-ir"))
