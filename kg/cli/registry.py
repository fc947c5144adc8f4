"""The table of commands: a command is imported only when it runs, so `kg --help` imports none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is (`module:name`), and the line `kg --help` says of it: its docstring's first sentence."""

    target: str
    summary: str


READ = {
    "load": Entry("kg.cli.load:load", "Read articles into the store."),
    "extract": Entry("kg.cli.extract:extract", "Print the facts that articles state, as JSON lines."),
}

ASK: dict[str, Entry] = {
    "sources": Entry(
        "kg.cli.sources:sources",
        "Show every sentence about the agreement NAME: what it says, who is quoted, and where it stands.",
    ),
}

QUERY: dict[str, Entry] = {
    "query": Entry("kg.cli.query:query", "Run a canned query."),
    "queries": Entry("kg.cli.query:queries", "List the canned queries."),
    "sparql": Entry("kg.cli.query:sparql", "Run a SPARQL query; it cannot change the store."),
}

WRITE: dict[str, Entry] = {}

KEEP: dict[str, Entry] = {
    "withdraw": Entry(
        "kg.cli.load:withdraw", "Take a document's claims out of the store, as if it had never been loaded."
    ),
    "stats": Entry("kg.cli.keep:stats", "Count what the store holds."),
    "check": Entry(
        "kg.cli.keep:check", "Check that the store is whole: every edge has claims, every claim its sentence."
    ),
}

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
