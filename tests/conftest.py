"""Fixtures of all tests: `kg` as the user runs it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import kg.extract
from kg.cli.main import cli

RunKg = Callable[..., Result]


def pytest_sessionstart() -> None:
    """Refuse to test machine code that is older than its source: Python would take it and the change be untested."""
    folder = Path(kg.extract.__file__).parent
    for built in folder.glob("*.so"):
        source = folder / f"{built.name.split('.')[0]}.py"
        if not source.exists() or source.stat().st_mtime > built.stat().st_mtime:
            pytest.exit(f"{source.name} has changed since `make compile`: run it again, or `make plain`", returncode=3)


@pytest.fixture
def run_kg() -> RunKg:
    """Run `kg` with these arguments; the result has exit_code, stdout and stderr."""

    def run(*arguments: str, stdin: str | bytes | None = None, env: dict[str, str] | None = None) -> Result:
        result = CliRunner().invoke(cli, list(arguments), input=stdin, env=env, prog_name="kg")
        # An exception that kg did not turn into a line is a bug: show it, not its exit code.
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
