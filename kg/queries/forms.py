"""What a SPARQL text is: a query, which reads, or an update, which writes."""

import re

from kg.errors import QueryError

QUERIES = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
_PROLOGUE = re.compile(
    r"(?: \s+ | \#[^\n]* | BASE\s*<[^<>]*> | PREFIX\s+[^\s:<>]*:\s*<[^<>]*> | VERSION\s*(?:\"[^\"]*\"|'[^']*') )*",
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]*")


def refuse_updates(text: str) -> None:
    """Raise QueryError for an update: by SPARQL's grammar its first word after the prologue shows it.

    Some servers carry out updates that are sent to their query service, so this cannot be left to them.
    """
    start = _PROLOGUE.match(text)
    word = _WORD.match(text, start.end() if start else 0)
    found = word[0].upper() if word else ""
    if found in UPDATES:
        raise QueryError(f"{found} writes; queries only read, kg load and kg push write")
    if found not in QUERIES:
        raise QueryError(
            f"not a SPARQL query: it begins with {text.strip()[:20]!r}, not with {', '.join(sorted(QUERIES))}"
        )
