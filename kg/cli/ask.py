"""`kg ask`: a question in plain words."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Output
from kg.cli.output import NOTHING_FOUND, Table, say, show, show_json
from kg.cli.reading import answers
from kg.cli.stores import reading

if TYPE_CHECKING:
    from kg.queries.ask import Reply

MOST_SENTENCES = 5


@click.command("ask")
@click.argument("question", nargs=-1, required=True)
@answers
def ask(question: tuple[str, ...], store: Path, output: Output) -> None:
    """Answer a question in plain words. Example: kg ask "What replaced the 1961 treaty?"."""
    from datetime import UTC, datetime

    from kg.queries.ask import answer_question

    with reading(store) as reader:
        reply = answer_question(reader, " ".join(question), datetime.now(UTC).date().isoformat())
    if output is Output.JSON:
        show_json(_record(reply))
    else:
        _print(reply)
    if reply.answer is None or not reply.answer.rows:
        raise click.exceptions.Exit(NOTHING_FOUND)


def _record(reply: "Reply") -> dict[str, object]:
    """Return the reply for machines."""
    from dataclasses import asdict

    question = reply.question
    understood = {
        name: value for name, value in asdict(question).items() if name != "text" and value not in ((), None, "")
    }
    return {
        "question": question.text,
        "understood": understood,
        "about": [hit.id for hit in reply.about],
        "rows": [] if reply.answer is None else reply.answer.dicts(),
        "sentences": [asdict(sentence) for sentence in reply.sentences],
        "choices": [hit.id for hit in reply.choices],
    }


def _print(reply: "Reply") -> None:
    from kg.cli.sentences import show_sentences

    say(explain(reply))
    if reply.answer is None:
        for hit in reply.choices:
            say(f"  {hit.id.partition(':')[2]}  {hit.label}")
        return
    if not reply.answer.rows:
        say("the graph has no answer to that")
        return
    show(Table(columns=reply.answer.columns, rows=reply.answer.rows), Output.TABLE)
    if reply.sentences:
        click.echo()
        show_sentences(reply.sentences[:MOST_SENTENCES])
    if len(reply.sentences) > MOST_SENTENCES:
        say(f"{len(reply.sentences) - MOST_SENTENCES} more: kg sources {reply.about[0].id.partition(':')[2]}")


def explain(reply: "Reply") -> str:
    """Return how the question was understood, or that it was not, and what to try."""
    question = reply.question
    if question.lookup is None:
        return explain_not_understood(reply)
    told = [*question.years, *question.states, *question.kinds, *question.subjects, *question.words]
    words = f"“{question.form}” ({question.language}) asks for {question.lookup.value}"
    if not reply.about and reply.answer is None:
        told_words = " ".join(str(one) for one in told) or "nothing"
        why = "several agreements fit; name one" if reply.choices else "no agreement, state or leader of the graph fits"
        return f"{words}; about: {told_words}: {why}"
    things = " and ".join(f"{hit.label} ({hit.id.partition(':')[2]})" for hit in reply.about) or "all agreements"
    return f"{words}; about: {things}\nthe same as: {'; '.join(commands_for(reply))}"


def commands_for(reply: "Reply") -> list[str]:
    """Return the commands that give the same answer."""
    from kg.queries.ask import COMMANDS
    from kg.queries.question import Lookup

    lookup = reply.question.lookup
    if lookup is None:
        return []
    keys = [hit.id.partition(":")[2] for hit in reply.about]
    if lookup is Lookup.BETWEEN or (lookup is Lookup.CONFLICTS and not keys):
        return [" ".join(["kg", COMMANDS[lookup], *keys])]
    if lookup is Lookup.AGREEMENTS:
        kind = reply.about[0].type
        return [f"kg query agreements-of-{kind} -p {kind}={keys[0]}"]
    prefix = "query ratifications -p agreement=" if lookup is Lookup.RATIFIED else f"{COMMANDS[lookup]} "
    return [f"kg {prefix}{key}" for key in keys]


def explain_not_understood(reply: "Reply") -> str:
    """Return the nearest lookups for a question that no pack's wording fits."""
    name = reply.choices[0].id.partition(":")[2] if reply.choices else "NAME"
    offers = [f"kg {command} {name}" for command in ("replaced-by", "signers", "timeline", "show")]
    return f"I do not understand {reply.question.text!r}. Near: {', '.join(offers)}; kg ask --help; docs/ask.md"
