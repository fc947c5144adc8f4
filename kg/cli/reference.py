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
    sections = [f"## {title}\n\n{_join(section)}" for title, section in SECTIONS.items() if section]
    return "\n".join([_HEAD, _block(_help(cli, "kg")), *sections])


def _join(section: dict[str, Entry]) -> str:
    commands = {name: load_command(entry) for name, entry in section.items()}
    return "\n".join(f"### kg {name}\n\n{_describe(command, f'kg {name}')}" for name, command in commands.items())


def _describe(command: click.Command, path: str) -> str:
    """Return the help of a command, and of its subcommands if it is a group."""
    parts = [_block(_help(command, path))]
    if isinstance(command, click.Group):
        parts += [_describe(sub, f"{path} {name}") for name, sub in sorted(command.commands.items())]
    return "\n".join(parts)


def _help(command: click.Command, path: str) -> str:
    # A fixed width: the page must not depend on the terminal it was made in.
    context = click.Context(command, info_name=path, terminal_width=100, max_content_width=100)
    return command.get_help(context)


def _block(text: str) -> str:
    return f"```text\n{text.rstrip()}\n```\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(make_reference(), encoding="utf-8")
