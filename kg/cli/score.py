"""`kg score`: extraction against a gold corpus."""

import json
from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.failures import Failures
from kg.cli.options import Output, jobs_option, json_option
from kg.cli.output import Table, say, show, show_json
from kg.cli.progress import count
from kg.errors import UnsupportedLanguage
from kg.scoring.predict import predict
from kg.scoring.records import Record, read_gold, read_predictions
from kg.scoring.rows import make_rows
from kg.scoring.score import Grouping, Mistake, score_corpus

_OFFSETS = ("start", "end")
_FILE = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("gold", type=_FILE)
@click.option("--by", type=click.Choice([one.value for one in Grouping]), help="Break the score down.")
@click.option("--show", "shown", type=click.IntRange(min=0), default=0, metavar="N", help="List the first N mistakes.")
@click.option("--predictions", type=_FILE, help="Score these records, not a fresh extraction.")
@jobs_option
@json_option
def score(gold: Path, by: str | None, shown: int, predictions: Path | None, jobs: int, output: Output) -> None:  # noqa: PLR0913
    """Score extraction against a gold corpus.

    GOLD is a file or folder of gold records (.json, .jsonl). A mistake is a fact that is wrong or missed; with a
    wrong one stand the rule that made it and the sentence. `--by rule` shows which rules are often wrong.

    Example: kg score tests/gold/dev --by lang --show 20
    """
    records = read_gold(gold)
    said = read_predictions(predictions) if predictions else _extract(records, jobs)
    result = score_corpus(records, said, Grouping(by) if by else None)
    rows, mistakes = make_rows(result), result.mistakes[:shown]
    if output is Output.JSON:
        show_json({"records": result.records, "predicted": result.predicted, "rows": rows, "mistakes": _list(mistakes)})
    else:
        click.echo(f"{result.records} gold records, {result.predicted} of them predicted")
        show(Table(columns=tuple(rows[0]), rows=tuple(tuple(row.values()) for row in rows)), output)
        for line in _describe(mistakes):
            click.echo(line)


def _extract(records: list[Record], jobs: int) -> dict[str, Record]:
    """Run extraction; records in languages without a pack stay without prediction, which is said once."""
    outcomes = list(count(predict(records, jobs), "records"))
    refused = sum(isinstance(outcome, UnsupportedLanguage) for outcome in outcomes)
    if refused:
        say(f"{refused} records are in languages that have no pack")
    return dict(Failures().report(outcome for outcome in outcomes if not isinstance(outcome, UnsupportedLanguage)))


def _list(mistakes: list[Mistake]) -> list[dict[str, object]]:
    return [{"what": mistake.what, "record": mistake.record, "fact": mistake.fact} for mistake in mistakes]


def _describe(mistakes: list[Mistake]) -> Iterator[str]:
    """Yield a line for each mistake and one for the sentence of a wrong fact."""
    for mistake in mistakes:
        fact = dict(mistake.fact)
        quote, rule = fact.pop("quote", None), fact.pop("rule", None)
        told = {
            key: value for key, value in fact.items() if value not in (None, [], "") and key not in ("start", "end")
        }
        yield f"\n{mistake.what} {mistake.record} [{mistake.name}] {json.dumps(told, ensure_ascii=False)}"
        if quote:
            yield f"  {rule}: {quote}"
