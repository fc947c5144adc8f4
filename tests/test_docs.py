"""Every `kg ...` line in a shell block of README and docs runs, and every link leads to a file."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import RunKg
from tests.paths import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")


def kg_lines(page: Path) -> list[str]:
    blocks = BLOCK.findall(page.read_text("utf-8"))
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines() if re.match(r"(\$ )?kg ", line)]


RUN = [page for page in PAGES if kg_lines(page)]


@pytest.fixture(scope="module")
def loaded_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from click.testing import CliRunner

    from kg.cli.main import cli

    folder = tmp_path_factory.mktemp("docs") / "store"
    result = CliRunner().invoke(cli, ["load", str(ROOT / "seeds" / "articles"), "--store", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def test_pages_have_lines_to_run() -> None:
    assert {"queries.md", "export.md", "ask.md"} <= {page.name for page in RUN}


@pytest.mark.parametrize("page", RUN, ids=lambda page: page.name)
def test_every_line_runs(
    page: Path, run_kg: RunKg, loaded_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("seeds", "tests", "queries"):
        (tmp_path / name).symlink_to(ROOT / name)
    store = shutil.copytree(loaded_store, tmp_path / "store")  # a page may change it
    for line in kg_lines(page):
        arguments = shlex.split(line, comments=True)[1:]
        result = run_kg(*arguments, env={"KG_STORE": str(store)})
        assert result.exit_code in (0, 1), f"{line}\n{result.stderr}"
        if result.exit_code == 1:
            assert "nothing" in result.stderr or "has no answer" in result.stderr, f"{line}\n{result.stderr}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
