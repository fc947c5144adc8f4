"""The group: starts without importing commands, refuses in one line."""

import os
import subprocess
import sys

from tests.conftest import RunKg
from tests.paths import ROOT

HEAVY = ("rdflib", "networkx", "neo4j", "rich", "pyoxigraph", "ahocorasick_rs", "numpy", "babel", "urllib.request")


def find_imports(*arguments: str) -> set[str]:
    """Return the modules that a fresh `kg` with these arguments has imported at its end."""
    code = "import sys; sys.argv[1:] = {!r}\ntry:\n from kg.cli.main import main; main()\nexcept SystemExit: pass\n{}"
    program = code.format(list(arguments), "print(*sorted(sys.modules), file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_help_imports_no_command_and_nothing_heavy() -> None:
    modules = find_imports("--help")
    assert "kg.cli.group" in modules
    assert "kg.cli.extract" not in modules
    assert modules.isdisjoint(HEAVY)


def test_help_lists_the_commands_in_sections(run_kg: RunKg) -> None:
    result = run_kg("--help")
    assert result.exit_code == 0
    assert "Read articles:" in result.stdout
    assert "extract" in result.stdout


def test_an_unknown_command_is_refused_with_the_nearest_name(run_kg: RunKg) -> None:
    result = run_kg("extrct")
    assert result.exit_code == 2
    assert "did you mean extract" in result.stderr


def test_the_version_is_that_of_the_distribution(run_kg: RunKg) -> None:
    assert run_kg("--version").stdout.startswith("kg 0.")


def test_the_shell_completes_commands_and_values_of_options() -> None:
    for words, expected in (("kg repl", ["replaced-by", "replaces"]), ("kg export turt", ["turtle"])):
        env = {**os.environ, "_KG_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        command = [sys.executable, "-m", "kg"]
        done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
        assert done.stdout.split() == [f"plain,{name}" for name in expected]


def test_python_m_kg_is_kg() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "--version"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("kg ")
