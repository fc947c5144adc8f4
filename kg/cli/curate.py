"""The curator's commands: merge, split, same, not-same, ledger, review."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Output, json_option, store_option
from kg.cli.output import Table, say, show
from kg.cli.stores import name_in, writing
from kg.queries.canned import ParameterType
from kg.resolve.ledger import Decision, Verdict

if TYPE_CHECKING:
    from kg.stores.curation import Doubt
    from kg.stores.embedded import EmbeddedStore

note_option = click.option("--note", default="", help="Why; it is kept with the decision.")
SENTENCES = 2  # shown of each side in a review


@click.command()
@click.argument("one")
@click.argument("other")
@note_option
@store_option
def merge(one: str, other: str, note: str, store: Path) -> None:
    """Decide that the agreements ONE and OTHER are the same.

    The decision goes into the store's ledger, beats the score and survives reloading; `kg ledger --undo` takes it back.

    Example: kg merge "Kensington-Vertrag" gb-de-treaty-friendship --note "same day, same signers"
    """
    with writing(store) as target:
        _judge_agreements(target, Verdict.SAME, one, other, note)


@click.command()
@click.argument("name")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@note_option
@store_option
def split(name: str, documents: tuple[str, ...], note: str, store: Path) -> None:
    """Decide that the agreement NAME is another one in these documents.

    DOCUMENT is a URL, a name or the start of a sha256, as in `kg withdraw`.

    Example: kg split "1961 treaty" 7828a570a3ce4f3f
    """
    from kg.stores import curation

    with writing(store) as target:
        id_ = _key(target, name)
        chosen = [name_in(target, ParameterType.DOCUMENT, one).partition(":")[2] for one in documents]
        _enter(target, curation.split_agreement(target, id_, chosen), note)


@click.command()
@click.argument("one")
@click.argument("other")
@note_option
@store_option
def same(one: str, other: str, note: str, store: Path) -> None:
    """Decide that ONE and OTHER are the same: agreements, or a document's own (HEAD/A1).

    `kg show --why` lists what documents call their own.

    Example: kg same 3fa9c21b8d0e77aa/A1 91d2c0ffee00aa12/A2
    """
    with writing(store) as target:
        _judge(target, Verdict.SAME, one, other, note)


@click.command("not-same")
@click.argument("one")
@click.argument("other")
@note_option
@store_option
def not_same(one: str, other: str, note: str, store: Path) -> None:
    """Decide that ONE and OTHER are not the same: agreements, or a document's own (HEAD/A1).

    Example: kg not-same ru-kp-declaration-moscow ru-kp-declaration-pyongyang
    """
    with writing(store) as target:
        _judge(target, Verdict.NOT_SAME, one, other, note)


@click.command()
@click.option("--undo", "number", type=click.IntRange(min=1), metavar="N", help="Take decision N back.")
@store_option
@json_option
def ledger(number: int | None, store: Path, output: Output) -> None:
    """List the curator's decisions, or take one back.

    Example: kg ledger --undo 3
    """
    from kg.stores import curation

    with writing(store) as target:
        if number is not None:
            gone = curation.undo(target, number)
            say(f"taken back: {gone.verdict} {' '.join(gone.left)} | {' '.join(gone.right)}")
            return
        rows = tuple(_row(at, one) for at, one in enumerate(target.ledger.decisions, 1))
    show(Table(columns=("number", "verdict", "left", "right", "date", "note"), rows=rows), output)


@click.command()
@click.option("--list", "listed", is_flag=True, help="List the doubtful pairs and ask nothing.")
@store_option
@json_option
def review(listed: bool, store: Path, output: Output) -> None:  # noqa: FBT001 - click gives a bool
    """Walk the pairs of agreements that may be one, with sentences of both sides, and decide on each.

    Example: kg review --list
    """
    from kg.stores import curation

    with writing(store) as target:
        doubts = list(curation.find_doubts(target))
        if listed or output is Output.JSON:
            rows = tuple((one.one, one.other, one.score, "; ".join(one.signs)) for one in doubts)
            show(Table(columns=("one", "other", "score", "signs"), rows=rows), output)
            return
        for at, doubt in enumerate(doubts, 1):
            click.echo(f"\n{at} of {len(doubts)}  score {doubt.score:g}: {'; '.join(doubt.signs)}")
            if not _ask(target, doubt):
                return


def _ask(store: "EmbeddedStore", doubt: "Doubt") -> bool:
    """Show both sides and ask; False where the curator wants to stop."""
    from kg.stores import curation

    for member, id_ in zip(doubt.members, (doubt.one, doubt.other), strict=True):
        _show_side(store, member, id_)
    answer = click.prompt("same, not-same, skip, quit", type=click.Choice(["s", "n", "k", "q"]), default="k")
    if answer in ("s", "n"):
        verdict = Verdict.SAME if answer == "s" else Verdict.NOT_SAME
        _enter(store, curation.judge_agreements(store, verdict, doubt.one, doubt.other), "reviewed")
    return bool(answer != "q")


def _show_side(store: "EmbeddedStore", member: tuple[str, str], id_: str) -> None:
    extraction = store.archive.extraction(member[0])
    if extraction is None:
        return
    names = next((local.names for local in extraction.agreements if local.id == member[1]), ())
    click.echo(f"  {id_}: {' / '.join(names[:SENTENCES])}  [{extraction.document.name or extraction.document.url}]")
    told = (claim for claim in extraction.claims if member[1] in (claim.agreement, claim.replaced, claim.by))
    for quote in list(dict.fromkeys(" ".join(claim.evidence.quote.split()) for claim in told))[:SENTENCES]:
        click.echo(f"    {quote}")


def _judge(store: "EmbeddedStore", verdict: Verdict, one: str, other: str, note: str) -> None:
    """Decide on two agreements, or on two anchors."""
    from kg.stores import curation

    if "/" in one and "/" in other:
        _enter(store, curation.judge_anchors(verdict, [one], [other]), note)
    else:
        _judge_agreements(store, verdict, one, other, note)


def _judge_agreements(store: "EmbeddedStore", verdict: Verdict, one: str, other: str, note: str) -> None:
    from kg.stores import curation

    _enter(store, curation.judge_agreements(store, verdict, _key(store, one), _key(store, other)), note)


def _enter(store: "EmbeddedStore", decision: Decision, note: str) -> None:
    """Put a decision into the ledger with today's date, and say what came of it."""
    from kg.stores import curation

    curation.decide(store, replace(decision, date=datetime.now(UTC).date().isoformat(), note=note))
    _tell(store, decision)


def _key(store: "EmbeddedStore", name: str) -> str:
    return name_in(store, ParameterType.AGREEMENT, name).partition(":")[2]


def _tell(store: "EmbeddedStore", decision: Decision) -> None:
    """Say what the two sides of a decision are now."""
    index = store.archive.identity
    sides = []
    for anchors in (decision.left, decision.right):
        found = {id_ for anchor in anchors for id_ in index.agreements_at(anchor)}
        sides.append(" ".join(sorted(found)))
    say(f"{decision.verdict}: {sides[0]} | {sides[1]}")


def _row(number: int, decision: Decision) -> tuple[str | int | None, ...]:
    left, right = " ".join(decision.left), " ".join(decision.right)
    return number, str(decision.verdict), left, right, decision.date, decision.note
