"""Writing to a SPARQL server: by updates, and many triples of one graph by the Graph Store Protocol."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from urllib.parse import quote

from pyoxigraph import NamedNode

from kg.errors import StoreError
from kg.stores import http
from kg.stores.endpoint import FEWEST_IN_UPDATE, MOST_IN_UPDATE, TOO_MUCH, Endpoint
from kg.stores.http import Answer, send
from kg.stores.statement_files import read_statement

SEALS = 16  # seals an update: each names thousands of parts
MANY = 1000  # triples of one graph from which a request of its own pays
SUBJECTS = 200  # subjects taken away by one update
Lines = Sequence[str]


class Writer:
    """Writes graphs to one server. Each method may be repeated, with the same outcome."""

    def __init__(self, endpoint: Endpoint, location: str) -> None:
        """Raises StoreError for a server that takes neither updates nor graphs."""
        if endpoint.update is None and endpoint.graphs is None:
            raise StoreError(f"{location}: this server takes no updates (no Graph Store Protocol, no SPARQL Update)")
        self._update, self._graphs = endpoint.update, endpoint.graphs
        self._most = MOST_IN_UPDATE

    @property
    def takes_updates(self) -> bool:
        """Whether parts of a graph can be taken away; else only whole graphs."""
        return self._update is not None

    def add(self, graphs: Mapping[str, Lines]) -> None:
        """Add triples to graphs."""
        small: list[tuple[str, str]] = []
        for graph, lines in graphs.items():
            if self._graphs is not None and (self._update is None or len(lines) >= MANY):
                self._send_graph("POST", graph, lines)
            else:
                small += [(graph, line) for line in lines]
        self._insert(small)

    def drop(self, graphs: Sequence[str]) -> None:
        """Take whole graphs away; one that is not there is no failure."""
        if self._update is None:
            for graph in graphs:
                self._send_graph("DELETE", graph, None)
            return
        for some in _parts(graphs, SUBJECTS):
            self._send_update(" ;\n".join(_fill("drop", graph=graph) for graph in some))

    def remove(self, graph: str, subjects: Sequence[str]) -> None:
        """Take all triples of some subjects out of a graph."""
        for some in _parts(subjects, SUBJECTS):
            self._send_update(_fill("remove", graph=graph, subjects=" ".join(some)))

    def replace(self, graph: str, subjects: Sequence[str], lines: Lines) -> None:
        """Make these the triples of some subjects; of the whole graph where the server takes no updates."""
        if self._update is None:
            self._send_graph("PUT", graph, lines)
            return
        by_subject = {subject: [line for line in lines if line.startswith(f"{subject} ")] for subject in subjects}
        for some in _parts(subjects, SEALS):
            steps = [_fill("remove", graph=graph, subjects=" ".join(some))]
            if inserted := [line for one in some for line in by_subject[one]]:
                steps.append(_fill("insert", graphs=_block(graph, inserted)))
            self._send_update(" ;\n".join(steps))

    def _insert(self, lines: Sequence[tuple[str, str]]) -> None:
        """Add triples of many graphs, in requests as large as the server takes."""
        rest = list(lines)
        while rest:
            some = rest[: self._most]
            answer = self._post_update(_fill("insert", graphs=_blocks(some)))
            if answer.status in TOO_MUCH and len(some) > FEWEST_IN_UPDATE:
                self._most = max(FEWEST_IN_UPDATE, len(some) // 2)
                continue
            _check(self._update or "", answer)
            rest = rest[len(some) :]

    def _send_update(self, text: str) -> None:
        _check(self._update or "", self._post_update(text))

    def _post_update(self, text: str) -> Answer:
        headers = {"Content-Type": "application/sparql-update"}
        return send("POST", self._update or "", body=text.encode(), headers=headers, seconds=http.LONG)

    def _send_graph(self, method: str, graph: str, lines: Lines | None) -> None:
        url = f"{self._graphs}?graph={quote(graph, safe='')}"
        body = None if lines is None else "\n".join([*lines, ""]).encode()
        answer = send(method, url, body=body, headers={"Content-Type": "application/n-triples"}, seconds=http.LONG)
        if not (method == "DELETE" and answer.status == 404):
            _check(self._graphs or "", answer)


def _fill(statement: str, **values: str) -> str:
    """Return an update with its places filled: an IRI, terms, or blocks of triples, all in their escaped form."""
    text = read_statement(f"{statement}.ru")
    if "graph" in values:
        values["graph"] = str(NamedNode(values["graph"]))
    for name, value in values.items():
        text = text.replace(f"${name}", value)
    return text


def _blocks(lines: Iterable[tuple[str, str]]) -> str:
    graphs: dict[str, list[str]] = {}
    for graph, line in lines:
        graphs.setdefault(graph, []).append(line)
    return "\n".join(_block(graph, found) for graph, found in graphs.items())


def _block(graph: str, lines: Lines) -> str:
    text = "\n".join(lines)
    return f"GRAPH {NamedNode(graph)} {{\n{text}\n}}"


def _parts(values: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    left = iter(values)
    while some := tuple(islice(left, size)):
        yield some


def _check(url: str, answer: Answer) -> None:
    if answer.status in (401, 403, 405):
        raise StoreError(f"{url}: this server does not let us write ({answer.status})")
    if not 200 <= answer.status < 300:
        raise StoreError(f"{url}: answers {answer.status}: {answer.text}")
