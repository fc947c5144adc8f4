"""Commands on one agreement: each finds it by name, calls one lookup and shows the rows."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Output
from kg.cli.output import Table, show
from kg.cli.reading import agreement_argument, answers, columns_of, find_agreement, make_table
from kg.cli.stores import reading

if TYPE_CHECKING:
    from kg.stores.base import Store

Lookup = tuple[Callable[["Store", str], Sequence[Any]], tuple[str, ...], str]


@click.command("replaced-by")
@agreement_argument
@answers
def replaced_by(name: str, store: Path, output: Output) -> None:
    """Show what replaced the agreement NAME, directly and in the end. Example: kg replaced-by "1961 treaty"."""
    from kg.queries import lookups

    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        direct = lookups.find_successors(reader, agreement)
        last = [
            one for one in lookups.find_last(reader, agreement) if one.agreement not in {s.agreement for s in direct}
        ]
    rows = [("directly", one.agreement, one.label, one.status, one.date, one.claims) for one in direct]
    ends = [("in the end", one.agreement, one.label, None, None, None) for one in last]
    columns = ("how", "agreement", "label", "status", "date", "claims")
    show(Table(columns=columns, rows=(*rows, *ends), title=f"What replaced {agreement}"), output)


@click.command("replaces")
@agreement_argument
@answers
def replaces(name: str, store: Path, output: Output) -> None:
    """Show what the agreement NAME replaces. Example: kg replaces "2024 treaty"."""
    from kg.queries.lookups import Succession, find_replaced

    show_rows(name, store, output, (find_replaced, columns_of(Succession), "What {} replaces"))


@click.command("signers")
@agreement_argument
@answers
def signers(name: str, store: Path, output: Output) -> None:
    """Show who signed the agreement NAME, and for which state. Example: kg signers "2024 treaty"."""
    from kg.queries.lookups import Signer, find_signers

    show_rows(name, store, output, (find_signers, columns_of(Signer), "Who signed {}"))


@click.command("parties")
@agreement_argument
@answers
def parties(name: str, store: Path, output: Output) -> None:
    """Show the parties of the agreement NAME. Example: kg parties "2024 treaty"."""
    from kg.queries.lookups import Party, find_parties

    show_rows(name, store, output, (find_parties, columns_of(Party), "Parties of {}"))


@click.command("timeline")
@agreement_argument
@answers
def timeline(name: str, store: Path, output: Output) -> None:
    """Show the life of the agreement NAME by date, undated claims last. Example: kg timeline "2024 treaty"."""
    from kg.queries.lookups import find_timeline

    columns = ("date", "event", "status", "place", "source", "role", "claim")
    show_rows(name, store, output, (find_timeline, columns, "The life of {}"))


@click.command("conflicts")
@click.argument("name", required=False)
@answers
def conflicts(name: str | None, store: Path, output: Output) -> None:
    """Show where sources disagree, about NAME or about anything. Example: kg conflicts.

    Each opinion stands with the number of independent sources for it (copies of one story and one outlet count once),
    whether it is what the graph shows, the rule that chose it, and a sentence.
    """
    from kg.queries.lookups_conflicts import find_disputed, tabulate_conflicts

    with reading(store) as reader:
        agreements = find_disputed(reader) if name is None else [find_agreement(reader, name)]
        answer = tabulate_conflicts(reader, agreements)
    show(Table(columns=answer.columns, rows=answer.rows, title="Where sources disagree"), output)


def show_rows(name: str, store: Path, output: Output, lookup: Lookup) -> None:
    """Show the rows of a lookup on the agreement that `name` means: the function, the columns, the title with a gap."""
    find, columns, title = lookup
    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        rows = find(reader, agreement)
    show(make_table(rows, columns, title.format(agreement)), output)
