"""Binding parameters: each variable of a query that a parameter names becomes that term, wherever it stands.

SPARQL 1.1 has no prepared statements, and pyoxigraph binds only variables of the outermost projection; so the query is
read token by token and only variable tokens are exchanged, for terms in their escaped N-Triples form. Strings, IRIs and
comments are never touched, and a value cannot end the term it stands in.
"""

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError

TOKEN = re.compile(
    r"""
    (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<long> \"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*\"{3} | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*'{3} )
  | (?P<string> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
  | (?P<comment> \#[^\n]* )
  | (?P<variable> [?$][A-Za-z_]\w* )
    """,
    re.VERBOSE | re.DOTALL,
)


def bind_parameters(query: str, parameters: Mapping[str, NamedNode | Literal]) -> str:
    """Return `query` with the parameters as terms. Raises QueryError for a parameter that it does not use."""
    unused = set(parameters) - find_variables(query)
    if unused:
        raise QueryError(f"the query does not use {', '.join(f'?{name}' for name in sorted(unused))}")
    return TOKEN.sub(lambda match: _exchange(match, parameters), query)


def find_variables(query: str) -> set[str]:
    """Return the names of the variables in a query."""
    return {match["variable"][1:] for match in TOKEN.finditer(query) if match["variable"]}


def _exchange(match: re.Match[str], parameters: Mapping[str, NamedNode | Literal]) -> str:
    name = (match["variable"] or " ")[1:]
    return f" {parameters[name]} " if name in parameters else match.group()
