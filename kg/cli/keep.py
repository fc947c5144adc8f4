"""`kg stats` and `kg check`: what the store holds, and whether it is whole."""

from pathlib import Path

import click

from kg.cli.options import Output, json_option, store_option
from kg.cli.output import Table, say, show
from kg.cli.query import to_table
from kg.cli.stores import reading
from kg.errors import StoreError
from kg.queries.lookups import ask_answer


@click.command()
@store_option
@json_option
def stats(store: Path, output: Output) -> None:
    """Count what the store holds.

    Example: kg stats
    """
    with reading(store) as source:
        answer = ask_answer(source, "statistics", {})
    show(to_table(answer), output)


@click.command()
@click.option("--shacl", is_flag=True, help="Validate with the SHACL shapes too (slow above 10,000 documents).")
@store_option
@json_option
def check(shacl: bool, store: Path, output: Output) -> None:  # noqa: FBT001 - click gives a bool
    """Check that the store is whole: every edge has claims, every claim its sentence.

    Example: kg check --shacl
    """
    from kg.stores.integrity import find_faults, validate_shapes

    with reading(store) as source:
        faults = [*find_faults(source), *(validate_shapes(source) if shacl else ())]
    if not faults:
        say("the store is whole")
        return
    show(Table(columns=("rule", "node"), rows=tuple((fault.rule, fault.node) for fault in faults)), output)
    raise StoreError(f"{store}: {len(faults)} faults")
