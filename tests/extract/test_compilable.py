"""What the extractor's sources do without, to mean the same compiled (`make compile`) and not."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg.extract
from kg.extract.unique import add_new

SOURCES = sorted(Path(kg.extract.__file__).parent.glob("*.py"))
CHANGES = {"extend", "update", "extendleft", "difference_update", "intersection_update"}


def find_blind(tree: ast.AST) -> Iterator[str]:
    """Yield calls such as `a.extend(x for x in b if x not in a)`: compiled, the generator is a list before the call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
            owner = ast.dump(node.func.value)
            lazy = [each for each in node.args if isinstance(each, ast.GeneratorExp)]
            if any(ast.dump(part) == owner for each in lazy for part in ast.walk(each)):
                yield ast.unparse(node)


def find_halves(tree: ast.AST) -> Iterator[str]:
    """Yield strings that are no UTF-8: mypyc cannot write them into C."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if any("\ud800" <= char <= "\udfff" for char in node.value):
                yield ascii(node.value)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_module_means_the_same_compiled(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert [*find_blind(tree), *find_halves(tree)] == []


def test_a_blind_generator_is_found() -> None:
    assert list(find_blind(ast.parse("a.b.extend(x for x in more if x not in a.b)")))
    assert not list(find_blind(ast.parse("a.b.extend(x for x in more if x not in a.c)")))


def test_what_comes_twice_is_added_once() -> None:
    known = ["b"]
    add_new(known, iter("abca"))
    assert known == ["b", "a", "c"]
