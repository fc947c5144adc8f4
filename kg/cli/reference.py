"""Makes docs/cli.md from the commands' own `--help`: `python -m kg.cli.reference docs/cli.md`."""

import sys
from pathlib import Path

import click

from kg.cli.group import load_command
from kg.cli.main import cli
from kg.cli.registry import SECTIONS, Entry

_HEAD = """# Command line

This page is made from `kg --help` by `make docs`; a test keeps it equal.

Every command that answers takes `--json`. Exit codes: 0 found, 1 nothing found, 2 usage or bad input.
Results go to stdout, everything else to stderr; there are no colours in a pipe or where `NO_COLOR` is set.
"""


def make_reference() -> str:
    """Return the page: `kg --help`, then each command under its section."""
    # A fixed width: the page must not depend on the terminal it was made in.
    root = cli.make_context("kg", [], resilient_parsing=True, terminal_width=100, max_content_width=100)
    sections = [f"## {title}\n\n{_join(section, root)}" for title, section in SECTIONS.items() if section]
    return "\n".join([_HEAD, _block(cli.get_help(root)), *sections])


def _join(section: dict[str, Entry], root: click.Context) -> str:
    return "\n".join(
        f"### kg {name}\n\n{_describe(name, load_command(entry), root)}" for name, entry in section.items()
    )


def _describe(name: str, command: click.Command, parent: click.Context) -> str:
    """Return the help of a command, and of its subcommands if it is a group."""
    context = command.make_context(name, [], parent=parent, resilient_parsing=True)
    parts = [_block(command.get_help(context))]
    if isinstance(command, click.Group):
        parts += [_describe(sub, command.commands[sub], context) for sub in sorted(command.commands)]
    return "\n".join(parts)


def _block(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(make_reference(), encoding="utf-8")
