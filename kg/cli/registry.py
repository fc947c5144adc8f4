"""The table of commands: a command is imported only when it runs, so `kg --help` imports none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is (`module:name`), and the line `kg --help` says of it: its docstring's first sentence."""

    target: str
    summary: str


READ = {
    "extract": Entry("kg.cli.extract:extract", "Print the facts that articles state, as JSON lines."),
}

ASK: dict[str, Entry] = {}

QUERY: dict[str, Entry] = {}

WRITE: dict[str, Entry] = {}

KEEP: dict[str, Entry] = {}

MEASURE = {
    "languages": Entry("kg.cli.languages:languages", "List the supported languages with their measured scores."),
    "score": Entry("kg.cli.score:score", "Score extraction against a gold corpus."),
}

# The order of the sections is that of `kg --help`.
SECTIONS = {
    "Read articles": READ,
    "Ask": ASK,
    "Query": QUERY,
    "Write out": WRITE,
    "Keep the store": KEEP,
    "Measure": MEASURE,
}
