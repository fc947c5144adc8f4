"""Reading a whole dataset from a SPARQL server, in requests that every server answers in full.

Sorting and skipping (LIMIT and OFFSET) would read a large graph again for each page, and Virtuoso refuses it; so small
graphs are read many at a time, and a large one as it is by the Graph Store Protocol, or in pieces by a hash of the
subject where that is missing.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.errors import StoreError
from kg.stores import http
from kg.stores.base import Table
from kg.stores.endpoint import MOST_ROWS, Endpoint
from kg.stores.http import send
from kg.stores.statement_files import read_statement

DIGITS = "0123456789abcdef"
Ask = Callable[[str], Table]


def read_quads(endpoint: Endpoint, ask: Ask) -> Iterator[Quad]:
    """Yield the quads of all graphs of ours (`urn:kg:`). Raises StoreError where the server cuts its answers."""
    counts = {str(graph): int(str(number)) for graph, number in ask(read_statement("graphs.rq")).texts()}
    large = [graph for graph, number in sorted(counts.items()) if number > MOST_ROWS]
    for some in _gather({graph: number for graph, number in sorted(counts.items()) if number <= MOST_ROWS}):
        yield from _read_page(ask, some, sum(counts[graph] for graph in some))
    for graph in large:
        if endpoint.graphs is not None:
            yield from _read_graph(endpoint.graphs, graph)
        else:
            yield from _read_pieces(ask, graph, counts[graph])


def _read_graph(service: str, graph: str) -> Iterator[Quad]:
    url = f"{service}?graph={quote(graph, safe='')}"
    answer = send("GET", url, headers={"Accept": "application/n-triples"}, seconds=http.LONG)
    if answer.status != 200:
        raise StoreError(f"{service}: answers {answer.status}: {answer.text}")
    for triple in parse(answer.body, format=RdfFormat.N_TRIPLES):
        yield Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph))


def _gather(counts: Mapping[str, int]) -> Iterator[list[str]]:
    """Yield graphs that one answer can hold together."""
    some: list[str] = []
    total = 0
    for graph, number in counts.items():
        if some and total + number > MOST_ROWS:
            yield some
            some, total = [], 0
        some.append(graph)
        total += number
    if some:
        yield some


def _read_page(ask: Ask, graphs: list[str], expected: int, condition: str = "") -> Iterator[Quad]:
    text = read_statement("page.rq").replace("$graphs", " ".join(str(NamedNode(graph)) for graph in graphs))
    rows = ask(text.replace("$filter", condition)).rows
    if len(rows) < expected:
        raise StoreError(f"the server cuts its answers: {len(rows)} of {expected} rows came")
    for graph, subject, predicate, value in rows:
        yield Quad(subject, predicate, value, graph)  # type: ignore[arg-type]  # the query binds all four


def _read_pieces(ask: Ask, graph: str, number: int) -> Iterator[Quad]:
    """Yield the quads of a graph in pieces: its subjects by the first digits of their hashes."""
    length = 1
    while 16**length * MOST_ROWS // 4 < number:
        length += 1
    count = 0
    for digits in product(DIGITS, repeat=length):
        condition = f'FILTER(STRSTARTS(MD5(STR(?subject)), "{"".join(digits)}"))'
        for quad in _read_page(ask, [graph], 0, condition):
            count += 1
            yield quad
    if count < number:
        raise StoreError(f"the server cuts its answers: {count} of {number} rows of {graph} came")
