"""Running the Cypher twin of a canned query: the same parameters, the same rows."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from kg.errors import QueryError
from kg.queries.answers import Answer, Value
from kg.queries.canned import CannedQuery, ParameterType
from kg.queries.run import bind_value


class CypherServer(Protocol):
    """What answers Cypher: a server, or the embedded projection."""

    def query(
        self, text: str, parameters: Mapping[str, object], *, limit: int | None = None, seconds: float | None = None
    ) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query that reads."""


def run_twin(server: CypherServer, query: CannedQuery, values: Mapping[str, str]) -> Answer:
    """Return the answer of a query's Cypher twin; entity parameters are ids (`agreement:...`) already.

    Raises QueryError for a missing or ill-formed parameter. Columns are those of the first row: none without rows.
    """
    bound: dict[str, object] = {}
    for parameter in query.parameters:
        if parameter.name not in values:
            raise QueryError(f"query {query.name!r} needs -p {parameter.name}=..., such as {parameter.example}")
        bind_value(parameter, values[parameter.name], lambda _, name: name)  # refuses what has no such form
        text = values[parameter.name]
        bound[parameter.name] = int(text) if parameter.type is ParameterType.NUMBER else text
    rows = list(server.query(query.text, bound))
    columns = tuple(rows[0]) if rows else ()
    return Answer(columns=columns, rows=tuple(tuple(_plain(row[name]) for name in columns) for row in rows))


def _plain(value: object) -> Value:
    if value is None or isinstance(value, str | int | float):
        return value
    return str(value)
