"""What a Cypher text may do: it reads the graph, and neither writes nor touches files."""

import re

from kg.errors import QueryError

_NO_CODE = re.compile(
    r""" '(?:[^'\\]|\\.)*' | "(?:[^"\\]|\\.)*" | `[^`]*` | //[^\n]* | /\*.*?\*/ """, re.VERBOSE | re.DOTALL
)
_FIRST = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN", "CALL", "EXPLAIN", "PROFILE", "SHOW"})
_FILES = re.compile(r"\bLOAD\s+(?:CSV|FROM)\b", re.IGNORECASE)
REFUSED = "the query writes, or reads files; queries only read, kg load and kg push write"


def refuse_more_than_reading(text: str) -> None:
    """Raise QueryError for a statement that does not begin as a reading one does, or that reads files.

    An engine that is open for reading refuses to change its graph, but not to write files (ladybug's COPY TO, EXPORT)
    or to read them (LOAD CSV, LOAD FROM). What changes the graph further on in the text is left to the engine.
    """
    code = _NO_CODE.sub(" ", text)
    statements = [statement.strip() for statement in code.split(";")]
    firsts = [re.match(r"\(*\s*(\w*)", statement) for statement in statements if statement]
    if _FILES.search(code) or any(first is None or first[1].upper() not in _FIRST for first in firsts):
        raise QueryError(REFUSED)
