"""Every `kg ...` line of the README and the docs runs, and every link leads somewhere."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import RunKg
from tests.paths import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")


def find_commands(page: Path) -> Iterator[str]:
    for block in BLOCK.findall(page.read_text("utf-8")):
        yield from (line for line in block.splitlines() if line.startswith("kg "))


COMMANDS = sorted({(page.name, line) for page in PAGES for line in find_commands(page)})


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as a reader of the docs has it: the repository's files, and a store with the seeds."""
    folder = tmp_path_factory.mktemp("docs")
    for name in ("seeds", "tests", "kg", "docs", "ontology", "queries"):
        (folder / name).symlink_to(ROOT / name)
    return folder


@pytest.fixture
def loaded(place: Path, run_kg: RunKg, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(place)
    monkeypatch.delenv("KG_STORE", raising=False)
    if not (place / ".kg").exists():
        assert run_kg("load", "seeds/articles").exit_code == 0
    return place


@pytest.mark.parametrize(("page", "line"), COMMANDS, ids=[f"{page}: {line}" for page, line in COMMANDS])
def test_a_command_of_the_docs_runs(page: str, line: str, loaded: Path, run_kg: RunKg) -> None:
    arguments = shlex.split(line, comments=True)[1:]
    if "--predictions" in arguments and not (loaded / "facts.jsonl").exists():
        run_kg("extract", "tests/gold/dev-long", "-o", "facts.jsonl")
    result = run_kg(*arguments)
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
