"""The shape of the code: what no linter checks (STYLE: small files, small functions, no catch-all modules)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
SOURCES = sorted([*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")])
CATCH_ALL = {"utils", "util", "helpers", "helper", "common", "misc"}
QUERY_TEXT = re.compile(r"\b(SELECT\s+(DISTINCT\s+)?[?*(]|CONSTRUCT\s*\{|INSERT\s+DATA|MATCH\s*\(|DELETE\s+WHERE)")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def find_functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def find_strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_file_has_more_than_300_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_no_function_has_more_than_40_lines(path: Path) -> None:
    assert [name for name, lines in find_functions(path) if lines > 40] == []


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name_of)
def test_an_init_file_only_re_exports(path: Path) -> None:
    allowed = (ast.Import, ast.ImportFrom, ast.Assign, ast.Expr)
    assert [node for node in ast.parse(path.read_text("utf-8")).body if not isinstance(node, allowed)] == []


def test_no_module_is_a_catch_all() -> None:
    assert [name_of(path) for path in SOURCES if path.stem in CATCH_ALL or path.parent.name in CATCH_ALL] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_query_text_lives_in_query_files(path: Path) -> None:
    assert [text for text in find_strings(path) if QUERY_TEXT.search(text)] == []


def test_language_packs_hold_no_python() -> None:
    packs = [path for path in (ROOT / "kg" / "languages").iterdir() if (path / "pack.toml").is_file()]
    assert [name_of(path) for pack in packs for path in pack.rglob("*.py")] == []
