"""Commands on one agreement: each finds it by name, calls one lookup and shows the rows."""

from pathlib import Path

import click

from kg.cli.options import Output
from kg.cli.output import Table, show
from kg.cli.reading import agreement_argument, answers, columns_of, find_agreement, make_table
from kg.cli.stores import reading


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
    from kg.queries import lookups

    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        rows = lookups.find_replaced(reader, agreement)
    show(make_table(rows, columns_of(lookups.Succession), f"What {agreement} replaces"), output)


@click.command("signers")
@agreement_argument
@answers
def signers(name: str, store: Path, output: Output) -> None:
    """Show who signed the agreement NAME, and for which state. Example: kg signers "2024 treaty"."""
    from kg.queries import lookups

    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        rows = lookups.find_signers(reader, agreement)
    show(make_table(rows, columns_of(lookups.Signer), f"Who signed {agreement}"), output)


@click.command("parties")
@agreement_argument
@answers
def parties(name: str, store: Path, output: Output) -> None:
    """Show the parties of the agreement NAME. Example: kg parties "2024 treaty"."""
    from kg.queries import lookups

    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        rows = lookups.find_parties(reader, agreement)
    show(make_table(rows, columns_of(lookups.Party), f"Parties of {agreement}"), output)


@click.command("timeline")
@agreement_argument
@answers
def timeline(name: str, store: Path, output: Output) -> None:
    """Show the life of the agreement NAME by date, undated claims last. Example: kg timeline "2024 treaty"."""
    from kg.queries import lookups

    with reading(store) as reader:
        agreement = find_agreement(reader, name)
        rows = lookups.find_timeline(reader, agreement)
    columns = ("date", "event", "status", "place", "source", "role", "claim")
    show(make_table(rows, columns, f"The life of {agreement}"), output)


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
