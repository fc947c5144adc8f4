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
    "ask": Entry("kg.cli.ask:ask", "Answer a question in plain words."),
    "find": Entry("kg.cli.find:find", "Find agreements, states, leaders and documents by any name."),
    "show": Entry("kg.cli.show:show", "Show one thing with its facts, names, conflicts and sentences."),
    "replaced-by": Entry(
        "kg.cli.lookups:replaced_by", "Show what replaced the agreement NAME, directly and in the end."
    ),
    "replaces": Entry("kg.cli.lookups:replaces", "Show what the agreement NAME replaces."),
    "lineage": Entry("kg.cli.lineage:lineage", "Show what came before and after the agreement NAME."),
    "signers": Entry("kg.cli.lookups:signers", "Show who signed the agreement NAME, and for which state."),
    "parties": Entry("kg.cli.lookups:parties", "Show the parties of the agreement NAME."),
    "timeline": Entry("kg.cli.lookups:timeline", "Show the life of the agreement NAME by date, undated claims last."),
    "conflicts": Entry("kg.cli.lookups:conflicts", "Show where sources disagree, about NAME or about anything."),
    "between": Entry("kg.cli.between:between", "Show the agreements between two states."),
    "sources": Entry(
        "kg.cli.sources:sources",
        "Show every sentence about the agreement NAME: what it says, who is quoted, and where it stands.",
    ),
}

QUERY: dict[str, Entry] = {
    "query": Entry("kg.cli.query:query", "Run a canned query."),
    "queries": Entry("kg.cli.query:queries", "List the canned queries."),
    "cypher": Entry("kg.cli.cypher:cypher", "Run a Cypher query; it cannot change anything."),
    "sparql": Entry("kg.cli.sparql:sparql", "Run a SPARQL query; it cannot change the store."),
}

WRITE: dict[str, Entry] = {
    "export": Entry("kg.cli.export:export", "Write the whole graph in FORMAT."),
    "push": Entry("kg.cli.push:push", "Bring the graph to a server: Neo4j (bolt, neo4j) or SPARQL (http)."),
    "diff": Entry("kg.cli.push:diff", "Show what differs between the store and a server."),
}

KEEP: dict[str, Entry] = {
    "withdraw": Entry(
        "kg.cli.load:withdraw", "Take a document's claims out of the store, as if it had never been loaded."
    ),
    "merge": Entry("kg.cli.curate:merge", "Decide that the agreements ONE and OTHER are the same."),
    "split": Entry("kg.cli.curate:split", "Decide that the agreement NAME is another one in these documents."),
    "same": Entry(
        "kg.cli.curate:same",
        "Decide that ONE and OTHER are the same: agreements, or a document's own (HEAD/A1).",
    ),
    "not-same": Entry(
        "kg.cli.curate:not_same",
        "Decide that ONE and OTHER are not the same: agreements, or a document's own (HEAD/A1).",
    ),
    "ledger": Entry("kg.cli.curate:ledger", "List the curator's decisions, or take one back."),
    "review": Entry(
        "kg.cli.curate:review",
        "Walk the pairs of agreements that may be one, with sentences of both sides, and decide on each.",
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
