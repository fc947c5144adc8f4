"""The table of commands: a command is imported only when it runs, so `kg --help` imports none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is (`module:name`), and the line `kg --help` says of it: its docstring's first sentence."""

    target: str
    summary: str


READ: dict[str, Entry] = {}

ASK: dict[str, Entry] = {}

QUERY: dict[str, Entry] = {}

WRITE: dict[str, Entry] = {}

KEEP: dict[str, Entry] = {}

MEASURE: dict[str, Entry] = {}

# The order of the sections is that of `kg --help`.
SECTIONS = {
    "Read articles": READ,
    "Ask": ASK,
    "Query": QUERY,
    "Write out": WRITE,
    "Keep the store": KEEP,
    "Measure": MEASURE,
}
