"""The click group `kg`: finds its commands in the registry and shows errors as one line."""

import errno
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from kg.cli.registry import SECTIONS, Entry
from kg.errors import KgError

NOTHING_FOUND = 1
BAD_INPUT = 2


class Refusal(click.ClickException):
    """An error of kg on the command line: one line on stderr, exit code 2."""

    exit_code = BAD_INPUT


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the registry."""
        return [name for section in SECTIONS.values() for name in section]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command, None where the registry has no such name."""
        entry = find_entry(cmd_name)
        return None if entry is None else load_command(entry)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; an unknown name is refused with the nearest names."""
        if find_entry(args[0]) is None and not args[0].startswith("-"):
            ctx.fail(_explain_unknown(args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections of the registry without importing any command."""
        for title, section in SECTIONS.items():
            if section:
                with formatter.section(title):
                    formatter.write_dl([(name, entry.summary) for name, entry in section.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the names and options that begin so, without importing any command."""
        entries = {name: entry for section in SECTIONS.values() for name, entry in section.items()}
        names = [CompletionItem(name, help=entries[name].summary) for name in entries if name.startswith(incomplete)]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error of kg or of the file system becomes one line and exit code 2."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            raise Refusal(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise Refusal(_explain_system(error)) from error


def find_entry(name: str) -> Entry | None:
    """Return the registry's entry for the command `name`."""
    return next((section[name] for section in SECTIONS.values() if name in section), None)


def load_command(entry: Entry) -> click.Command:
    """Import the command of an entry."""
    module, _, name = entry.target.partition(":")
    command = getattr(import_module(module), name)
    if not isinstance(command, click.Command):
        raise TypeError(f"{entry.target} is no command")
    return command


def _explain_system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{(error.strerror or str(error)).lower()}"


def _explain_unknown(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "kg --help lists the commands"
    return f"no command {name!r}; {hint}"
