"""The documents of a batch that could not be used: each is reported at once, the end says how many."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import click

from kg.cli.group import BAD_INPUT
from kg.cli.output import say
from kg.errors import InputError

T = TypeVar("T")


@dataclass(slots=True)
class Failures:
    """Counts what went well and what failed."""

    done: int = 0
    failed: int = 0

    def report(self, outcomes: Iterable[T | InputError]) -> Iterator[T]:
        """Yield the outcomes that went well; print the errors among them on stderr, one line each."""
        for outcome in outcomes:
            if isinstance(outcome, InputError):
                self.failed += 1
                say(f"Error: {outcome}")
            else:
                self.done += 1
                yield outcome

    def finish(self) -> None:
        """End the command with exit code 2 and a summary if anything failed."""
        if self.failed:
            say(f"{self.done} read, {self.failed} failed")
            raise click.exceptions.Exit(BAD_INPUT)
