"""Commands on one agreement: each finds it by name, calls one lookup and shows the rows."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Output, sure_option
from kg.cli.output import Table, show
from kg.cli.reading import agreement_argument, answers, columns_of, find_agreement, make_table
from kg.cli.stores import reading

if TYPE_CHECKING:
    from kg.stores.base import Store

Lookup = tuple[Callable[["Store", str], Sequence[Any]], tuple[str, ...], str]


@click.command("replaced-by")
@agreement_argument
@sure_option
@answers
def replaced_by(name: str, least: float, store: Path, output: Output) -> None:
    """Show what replaced the agreement NAME, directly and in the end. Example: kg replaced-by "1961 treaty".

    `reported` is the day on which a source first said so: a replacement may be planned on one day and done on another.
    """
    from kg.queries import lookups

    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        direct = lookups.find_successors(reader, agreement, least)
        last = [
            one
            for one in lookups.find_last(reader, agreement, least)
            if one.agreement not in {s.agreement for s in direct}
        ]
    rows = [("directly", *(getattr(one, column) for column in columns_of(lookups.Succession))) for one in direct]
    ends = [("in the end", one.agreement, one.label, None, None, None, None, None) for one in last]
    columns = ("how", *columns_of(lookups.Succession))
    show(Table(columns=columns, rows=(*rows, *ends), title=f"What replaced {agreement}"), output)


@click.command("replaces")
@agreement_argument
@sure_option
@answers
def replaces(name: str, least: float, store: Path, output: Output) -> None:
    """Show what the agreement NAME replaces. Example: kg replaces "2024 treaty"."""
    from kg.queries.lookups import Succession, find_replaced

    show_rows(name, store, output, (partial(find_replaced, least=least), columns_of(Succession), "What {} replaces"))


@click.command("signers")
@agreement_argument
@sure_option
@answers
def signers(name: str, least: float, store: Path, output: Output) -> None:
    """Show who signed the agreement NAME, and for which state. Example: kg signers "2024 treaty"."""
    from kg.queries.lookups import Signer, find_signers

    show_rows(name, store, output, (partial(find_signers, least=least), columns_of(Signer), "Who signed {}"))


@click.command("parties")
@agreement_argument
@answers
def parties(name: str, store: Path, output: Output) -> None:
    """Show the parties of the agreement NAME. Example: kg parties "2024 treaty"."""
    from kg.queries.lookups import Party, find_parties

    show_rows(name, store, output, (find_parties, columns_of(Party), "Parties of {}"))


@click.command("timeline")
@agreement_argument
@sure_option
@answers
def timeline(name: str, least: float, store: Path, output: Output) -> None:
    """Show the life of the agreement NAME by date, undated claims last. Example: kg timeline "2024 treaty"."""
    from kg.queries.lookups import find_timeline

    columns = ("date", "event", "status", "place", "source", "role", "confidence", "claim")
    show_rows(name, store, output, (partial(find_timeline, least=least), columns, "The life of {}"))


@click.command("conflicts")
@click.argument("name", required=False)
@sure_option
@answers
def conflicts(name: str | None, least: float, store: Path, output: Output) -> None:
    """Show where sources disagree, about NAME or about anything. Example: kg conflicts.

    Each opinion stands with the number of independent sources for it (copies of one story and one outlet count once),
    whether it is what the graph shows, the rule that chose it, and a sentence.
    """
    from kg.queries.lookups_conflicts import find_disputed, tabulate_conflicts

    with reading(store) as reader:
        agreements = find_disputed(reader) if name is None else [find_agreement(reader, name)]
        answer = tabulate_conflicts(reader, agreements, least)
    show(Table(columns=answer.columns, rows=answer.rows, title="Where sources disagree"), output)


def show_rows(name: str, store: Path, output: Output, lookup: Lookup) -> None:
    """Show the rows of a lookup on the agreement that `name` means: the function, the columns, the title with a gap."""
    find, columns, title = lookup
    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        rows = find(reader, agreement)
    show(make_table(rows, columns, title.format(agreement)), output)
