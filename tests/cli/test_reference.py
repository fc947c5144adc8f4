"""The command line and its page say the same, and every command says what it must."""

import click
import pytest

from kg.cli.group import load_command
from kg.cli.reference import make_reference
from kg.cli.registry import SECTIONS, Entry
from tests.paths import ROOT

ENTRIES = {name: entry for section in SECTIONS.values() for name, entry in section.items()}
COMMANDS = pytest.mark.parametrize(("name", "entry"), ENTRIES.items(), ids=list(ENTRIES))


def test_the_page_of_the_command_line_is_in_step_with_help() -> None:
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == make_reference(), "run make docs"


@COMMANDS
def test_the_registry_says_what_the_command_says(name: str, entry: Entry) -> None:
    assert load_command(entry).get_short_help_str(limit=200) == entry.summary


@COMMANDS
def test_a_command_is_called_what_the_registry_calls_it(name: str, entry: Entry) -> None:
    assert load_command(entry).name == name


@COMMANDS
def test_help_has_an_example_and_a_word_on_every_option(name: str, entry: Entry) -> None:
    command = load_command(entry)
    assert f"Example: kg {name}" in (command.help or "")
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []
