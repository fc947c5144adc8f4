"""Pushing the dataset to a SPARQL server, graph by graph, and only the graphs that changed.

The server keeps a graph of seals: the hash of each graph as it was last written. A graph's seal is taken away before
the graph is touched and given back when it is whole, so a push that was killed is repaired by the next one.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from kg.errors import StoreError
from kg.graph.vocabulary import BASE, term
from kg.resources import find_packaged
from kg.stores.endpoint import MOST_IN_UPDATE, Endpoint
from kg.stores.http import Answer, send
from kg.stores.push import Progress, Report
from kg.stores.sparql import SparqlStore

SEALS = NamedNode(f"{BASE}graph:seals")
CHUNK = 20_000  # triples a request to a graph store
Lines = Sequence[str]


class Writer(Protocol):
    """How graphs are written to a server."""

    def put(self, graph: str, lines: Lines) -> None:
        """Make the graph hold these N-Triples lines and nothing else."""

    def drop(self, graph: str) -> None:
        """Take the graph away."""


def upload(quads: Iterable[Quad], store: SparqlStore, progress: Progress = lambda done, total: None) -> Report:
    """Make the server hold exactly these quads, of all that pushes ever wrote there; other graphs are left alone."""
    graphs = _by_graph(quads)
    writer = make_writer(store.endpoint, store.location)
    hashes = {name: _hash(lines) for name, lines in graphs.items()}
    seals = read_seals(store)
    changed = sorted(name for name in graphs if seals.get(name) != hashes[name])
    gone = sorted(set(seals) - set(graphs))
    total, done = sum(len(graphs[name]) for name in changed) + len(gone), 0
    if changed or gone:
        kept = {name: mark for name, mark in seals.items() if name in graphs and name not in changed}
        touched = dict.fromkeys([*changed, *gone], "")  # an empty seal: known here, and unsure
        writer.put(SEALS.value, _seal_lines(kept | touched))
        for name in gone:
            writer.drop(name)
        for name in changed:
            writer.put(name, graphs[name])
            done += len(graphs[name])
            progress(done, total)
        writer.put(SEALS.value, _seal_lines(hashes))
    written = sum(len(graphs[name]) for name in changed)
    return Report(written=written, deleted=len(gone), unchanged=sum(map(len, graphs.values())) - written)


def read_seals(store: SparqlStore) -> dict[str, str]:
    """Return the hash of each graph that a push wrote to the server; empty where a push was cut off."""
    text = (find_packaged("kg.stores", "statements") / "read_seals.rq").read_text("utf-8")
    return {str(graph): str(mark) for graph, mark in store.select(text).texts()}


def _by_graph(quads: Iterable[Quad]) -> dict[str, list[str]]:
    graphs: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name.value].append(f"{quad.subject} {quad.predicate} {quad.object} .")
    return {name: sorted(lines) for name, lines in sorted(graphs.items())}


def _hash(lines: Lines) -> str:
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()


def _seal_lines(seals: Mapping[str, str]) -> list[str]:
    return [f"{NamedNode(name)} {term('seal')} {Literal(mark)} ." for name, mark in sorted(seals.items())]


def make_writer(endpoint: Endpoint, location: str) -> Writer:
    """Return the writer for what the server offers: whole graphs where it can, else updates; StoreError for neither."""
    if endpoint.graphs is not None:
        return GraphStoreWriter(endpoint.graphs)
    if endpoint.update is not None:
        return UpdateWriter(endpoint.update)
    raise StoreError(f"{location}: this server takes no updates (no Graph Store Protocol, no SPARQL Update)")


class GraphStoreWriter:
    """Writes graphs by the SPARQL 1.1 Graph Store Protocol: the first part replaces the graph, the others add to it."""

    def __init__(self, url: str) -> None:
        self._url = url

    def put(self, graph: str, lines: Lines) -> None:
        """Make the graph hold these lines."""
        method = "PUT"
        for part in _parts(lines, CHUNK):
            _check(self._url, self._send(method, graph, "\n".join([*part, ""]).encode()))
            method = "POST"

    def drop(self, graph: str) -> None:
        """Take the graph away; one that is not there is no failure."""
        answer = self._send("DELETE", graph, None)
        if answer.status != 404:
            _check(self._url, answer)

    def _send(self, method: str, graph: str, body: bytes | None) -> Answer:
        url = f"{self._url}?graph={quote(graph, safe='')}"
        return send(method, url, body=body, headers={"Content-Type": "application/n-triples"}, seconds=600)


class UpdateWriter:
    """Writes graphs by SPARQL Update, in requests small enough for every server."""

    def __init__(self, url: str) -> None:
        self._url = url

    def put(self, graph: str, lines: Lines) -> None:
        """Make the graph hold these lines."""
        self.drop(graph)
        for part in _parts(lines, MOST_IN_UPDATE):
            self._send("insert", graph, part)

    def drop(self, graph: str) -> None:
        """Take the graph away."""
        self._send("drop", graph, [])

    def _send(self, statement: str, graph: str, lines: Lines) -> None:
        text = (find_packaged("kg.stores", "statements") / f"{statement}.ru").read_text("utf-8")
        body = text.replace("$graph", str(NamedNode(graph))).replace("$triples", "\n".join(lines))
        headers = {"Content-Type": "application/sparql-update"}
        _check(self._url, send("POST", self._url, body=body.encode(), headers=headers, seconds=600))


def _parts(lines: Lines, size: int) -> Iterator[Lines]:
    yield lines[:size]
    for first in range(size, len(lines), size):
        yield lines[first : first + size]


def _check(url: str, answer: Answer) -> None:
    if answer.status in (401, 403):
        raise StoreError(f"{url}: this server does not let us write ({answer.status})")
    if not 200 <= answer.status < 300:
        raise StoreError(f"{url}: answers {answer.status}: {answer.text}")
