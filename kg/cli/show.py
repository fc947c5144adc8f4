"""`kg show`: everything the graph knows of one agreement, leader, state or document."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import Output, sure_option
from kg.cli.output import show_json
from kg.cli.reading import answers
from kg.cli.stores import reading

if TYPE_CHECKING:
    from kg.queries.find import Hit
    from kg.stores.base import Store


@click.command("show")
@click.argument("name")
@click.option("--why", is_flag=True, help="Show what each document calls it, and why that is taken to be it.")
@sure_option
@answers
def show(name: str, why: bool, least: float, store: Path, output: Output) -> None:  # noqa: FBT001 - click gives a bool
    """Show one thing with its facts, names, conflicts and sentences. Example: kg show "1961 treaty".

    What is not sure enough is left out of the conflicts and the sentences.
    """
    with reading(store) as reader:
        hit = _find(reader, name)
        record = _describe(reader, hit, least)
    if output is Output.JSON:
        show_json(record)
        return
    _print(record)
    for member in record.get("named in", ()) if why else ():
        click.echo(f"\n{member['document'].partition(':')[2][:16]}/{member['local']}  {member['name'] or ''}")
        click.echo(f"  {' / '.join(member['written'])}")
        click.echo(f"  {member['reason'] or 'alone: no other document fits well enough'}")


def _describe(store: "Store", hit: "Hit", least: float) -> dict[str, Any]:
    """Return what there is to show, by heading."""
    from dataclasses import asdict

    from kg.queries import lookups
    from kg.queries.lookups_conflicts import find_conflicts
    from kg.queries.lookups_show import find_facts, find_members

    facts, former_ids = find_facts(store, hit.id)
    shown = [asdict(fact) for fact in facts]
    record: dict[str, Any] = {"id": hit.id, "type": hit.type, "label": hit.label, "facts": shown}
    if hit.type == "agreement":
        record["former ids"] = former_ids
        record["named in"] = [asdict(member) for member in find_members(store, hit.id)]
        record["conflicts"] = [asdict(conflict) for conflict in find_conflicts(store, hit.id, least)]
        record["sentences"] = [asdict(row) for row in lookups.find_sources(store, hit.id, least)]
    return record


def _find(store: "Store", name: str) -> "Hit":
    """Return the thing that `name` means, an agreement before others that fit as well."""
    from kg.errors import QueryError
    from kg.queries.canned import ParameterType
    from kg.queries.find import CLEAR, find, find_near, find_one

    hits = find(store, name, limit=8)
    if not hits:
        near = ", ".join(
            one for kind in ("agreement", "leader", "state") for one in find_near(store, name, ParameterType(kind))
        )
        raise QueryError(f"nothing is called {name!r}" + (f"; near: {near}" if near else ""))
    types = [hit.type for hit in hits if hit.score > hits[0].score - CLEAR]
    kind = "agreement" if "agreement" in types else types[0]
    id_ = find_one(store, ParameterType(kind), name)
    return next(hit for hit in hits if hit.id == id_)


def _print(record: dict[str, Any]) -> None:
    """Print the record as paragraphs: what is known, then the sentences it rests on."""
    from types import SimpleNamespace

    from kg.cli.sentences import show_sentences

    click.echo(f"{record['label']}\n{record['id']}\n")
    for fact in record["facts"]:
        click.echo(f"  {fact['property']:<14} {fact['value']}")
    if record.get("former ids"):
        click.echo(f"  {'also':<14} {', '.join(record['former ids'])}")
    for row in record.get("conflicts", ()):
        values = ", ".join(f"{opinion['value']} ({opinion['voices']})" for opinion in row["opinions"])
        click.echo(f"  {'conflict':<14} {row['what']}: {values}; shown: {row['shown']} ({row['rule']})")
    if record.get("sentences"):
        click.echo()
        show_sentences(SimpleNamespace(**row) for row in record["sentences"])
