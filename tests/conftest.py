"""Fixtures of all tests: `kg` as the user runs it."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli

RunKg = Callable[..., Result]


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
