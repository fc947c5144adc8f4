"""What a SPARQL server offers, found by asking it: the quirks of servers are here and nowhere else.

A user gives one address: of the server, of a dataset on it or of its query service. Servers differ in the names of
their services, in whether the default graph shows the named ones, and in how much one update may hold.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from kg.errors import StoreError
from kg.stores.http import Answer, send
from kg.stores.neo4j import refuse_credentials
from kg.stores.statement_files import read_statement

JSON = "application/sparql-results+json"
FORM = "application/x-www-form-urlencoded"
QUERY_NAMES = ("query", "sparql", "")  # oxigraph and Fuseki, Virtuoso, RDF4J
UPDATE_NAMES = ("update", "statements", "sparql")
GRAPH_NAMES = ("store", "data", "rdf-graphs/service", "sparql-graph-crud-auth", "sparql-graph-crud")
# How a server is asked to show the triples of all named graphs as one: already so; Fuseki; oxigraph.
UNIONS = ((), (("default-graph-uri", "urn:x-arq:UnionGraph"),), (("union-default-graph", ""),))
FOUND = frozenset({200, 204})
MOST_IN_UPDATE = 5_000  # triples in one INSERT DATA, halved where the server finds them too many, as Virtuoso does
FEWEST_IN_UPDATE = 100
MOST_ROWS = 10_000  # of an answer: what Virtuoso gives when nobody told it otherwise
TOO_MUCH = frozenset({400, 413, 500})  # how servers answer to an update that is too long


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """The services of a server; `update` or `graphs` is None where it has none, `union` shows named graphs as one."""

    query: str
    update: str | None
    graphs: str | None
    union: tuple[tuple[str, str], ...]


def find_endpoint(address: str) -> Endpoint:
    """Return what the server at `address` offers. Raises StoreError where nothing there answers SPARQL."""
    refuse_credentials(address)
    failures: list[str] = []
    for base in _bases(address):
        for name in QUERY_NAMES:
            url = _join(base, name)
            answer = ask_query(url, "ASK {}", ())
            if answer.status == 200 and answer.media == JSON:
                return Endpoint(
                    query=url,
                    update=_find_update(base),
                    graphs=_find_graphs(base),
                    union=_find_union(url),
                )
            if answer.status == 401:
                raise StoreError(f"{address}: user name or password is wrong or missing: set KG_USER and KG_PASSWORD")
            failures.append(f"{answer.status} {answer.media}")
    raise StoreError(f"{address}: no SPARQL endpoint there (it answers {failures[0]})")


def ask_query(url: str, query: str, more: tuple[tuple[str, str], ...], seconds: float | None = None) -> Answer:
    """Return the answer to a query, sent as a form: Virtuoso hangs on the plain media type."""
    body = urlencode([("query", query), *more]).encode()
    return send("POST", url, body=body, headers={"Content-Type": FORM, "Accept": JSON}, seconds=seconds)


def _bases(address: str) -> Iterator[str]:
    """Yield the address, and the one above it if it names a query service."""
    base = address.rstrip("/")
    yield base
    head, _, last = base.rpartition("/")
    if last in QUERY_NAMES:
        yield head


def _join(base: str, name: str) -> str:
    return f"{base}/{name}" if name else base


def _find_update(base: str) -> str | None:
    """Return where updates go: a service that refuses an empty update for what it says, not for where it is."""
    for name in UPDATE_NAMES:
        url = _join(base, name)
        headers = {"Content-Type": "application/sparql-update"}
        if send("POST", url, body=b"", headers=headers).status in FOUND | {400}:
            return url
    return None


def _find_graphs(base: str) -> str | None:
    """Return where whole graphs go (SPARQL 1.1 Graph Store Protocol)."""
    for name in GRAPH_NAMES:
        url = _join(base, name)
        if send("HEAD", f"{url}?default", headers={"Accept": "application/n-triples"}).status in FOUND:
            return url
    return None


def _find_union(url: str) -> tuple[tuple[str, str], ...]:
    """Return the parameters under which the default graph shows the named ones; none if there is nothing to see yet."""
    if not _has_rows(url, "has_named_document", ()):
        return ()
    for more in UNIONS:
        if _has_rows(url, "has_document", more):
            return more
    raise StoreError(f"{url}: its default graph does not show the named graphs; configure it as their union")


def _has_rows(url: str, statement: str, more: tuple[tuple[str, str], ...]) -> bool:
    """Whether a query has a row; it is no ASK, since Virtuoso's answer to that is no JSON of the standard."""
    query = read_statement(f"{statement}.rq")
    answer = ask_query(url, query, more)
    return answer.status == 200 and bool(json.loads(answer.body or b"{}")["results"]["bindings"])
