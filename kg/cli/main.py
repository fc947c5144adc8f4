"""The entry point of the command line."""

import click

from kg.cli.group import LazyGroup


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(None, "--version", package_name="kg", message="kg %(version)s")
def cli() -> None:
    """Read articles about diplomacy into a treaty knowledge graph, and ask it.

    \b
    kg load seeds/articles
    kg replaced-by "1961 treaty"
    kg ask "Who signed the 2024 treaty between Russia and North Korea?"
    """  # noqa: D301 - click wants the character itself, not its escape


def main() -> None:
    """Run `kg`; click ends quietly when a reader closes the pipe (`kg ... | head`)."""
    cli(prog_name="kg")
