"""Any SPARQL 1.1 endpoint as a store to read."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from pyoxigraph import Literal, Quad, QueryBoolean, QueryResultsFormat, parse_query_results

from kg.errors import QueryError, StoreError
from kg.stores import http
from kg.stores.base import Table, Term
from kg.stores.binding import bind_parameters
from kg.stores.download import read_quads
from kg.stores.endpoint import JSON, Endpoint, ask_query, find_endpoint
from kg.stores.http import Answer

_GRAPH = re.compile(r"\bGRAPH\s+(?:[?$]\w+|<[^>]*>|\w*:\S+)\s*\{", re.IGNORECASE)


class SparqlStore:
    """A server that answers SPARQL queries; all its named graphs are read as one."""

    def __init__(self, address: str, endpoint: Endpoint | None = None) -> None:
        self.location = address
        self.endpoint = endpoint or find_endpoint(address)

    def select(self, query: str, parameters: Mapping[str, Term] | None = None, limit: int | None = None) -> Table:
        """Return the rows of a query; see Store."""
        union = () if _GRAPH.search(query) else self.endpoint.union  # Fuseki's union hides the graphs themselves
        return self._read(ask_query(self.endpoint.query, bind_parameters(query, parameters or {}), union), limit)

    def quads(self) -> Iterator[Quad]:
        """Yield the quads of the graphs of kg; a server may hold others."""
        service = self.endpoint.query
        yield from read_quads(self.endpoint, lambda text: self._read(ask_query(service, text, (), http.LONG)))

    def close(self) -> None:
        """Close nothing: each request is a connection of its own."""

    def _read(self, answer: Answer, limit: int | None = None) -> Table:
        if answer.status == 400:
            raise QueryError(f"{self.location}: not a SPARQL query: {answer.text}")
        if answer.status != 200 or answer.media != JSON:
            raise StoreError(f"{self.location}: answers {answer.status} {answer.media}: {answer.text}")
        found = parse_query_results(answer.body, format=QueryResultsFormat.JSON)
        if isinstance(found, QueryBoolean):
            return Table(("answer",), ((Literal(bool(found)),),), is_boolean=True)
        columns = tuple(variable.value for variable in found.variables)
        return Table(columns, tuple(tuple(solution) for solution in islice(found, limit)))
