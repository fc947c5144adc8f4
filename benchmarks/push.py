"""Pushing a graph to Neo4j: beside a loader of one statement an edge, and beside the bulk importer.

`python -m benchmarks.push [AGREEMENTS]` makes a graph of that many agreements (20,000 if not told), six edges each, and
starts a server of its own.
"""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.export import Source, find_format, write_export
from kg.graph.view import Edge, EdgeType, GraphView, Node, NodeType
from kg.stores.batches import edge_batches
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.push import push
from tests.servers.serving import PASSWORD, free_port, make_neo4j_home, neo4j_admin, start_neo4j, stop
from tests.servers.test_bulk import arguments_of

STATES = 200
SAMPLE = 500  # edges of the loader that sends one statement for each


def make_view(agreements: int) -> GraphView:
    """Return a graph of states, agreements that they are parties to, and replacements."""
    choose = random.Random(7)
    states = [Node(id=f"state:S{n}", type=NodeType.STATE, label=f"State {n}") for n in range(STATES)]
    treaties = [
        Node(id=f"agreement:a{n:07}", type=NodeType.AGREEMENT, label=f"Treaty {n}", properties={"year": 1900 + n % 125})
        for n in range(agreements)
    ]
    edges: list[Edge] = []
    for number, treaty in enumerate(treaties):
        for state in choose.sample(states, 5):
            edges.append(Edge(type=EdgeType.PARTY_TO, source=state.id, target=treaty.id, claims=(f"c{number}",)))
        if number:
            old = treaties[choose.randrange(number)]
            claims = (f"c{number}",)
            edges.append(
                Edge(
                    type=EdgeType.SUPERSEDES, source=treaty.id, target=old.id, status="done", date="2001", claims=claims
                )
            )
    return GraphView(nodes=(*states, *treaties), edges=tuple(edges))


def timed(name: str, items: int, run: Callable[[], object]) -> None:
    """Run something and print how many items a second it did."""
    begun = time.perf_counter()
    run()
    seconds = time.perf_counter() - begun
    print(f"{name:<28} {items:>9} items {seconds:>8.2f} s {items / seconds:>10.0f}/s", flush=True)


def push_one_by_one(view: GraphView, store: Neo4jStore) -> None:
    """Send one statement for each of some edges, as simple loaders do."""
    for batch in edge_batches(view.edges[:SAMPLE]):
        for row in batch.rows:
            store.write("write_edges", [row], columns=batch.columns, names=batch.names)


def main(agreements: int) -> None:
    """Run all loaders on one graph."""
    view = make_view(agreements)
    items = len(view.nodes) + len(view.edges)
    with tempfile.TemporaryDirectory() as folder:
        home, bolt = Path(folder) / "home", free_port()
        home.mkdir()
        jars = make_neo4j_home(home, bolt)
        served = start_neo4j(home, bolt, jars)
        try:
            with Neo4jStore(served.uri, Login(user="neo4j", password=PASSWORD)) as store:
                timed("push", items, lambda: push(view, store))
                timed("push, nothing changed", items, lambda: push(view, store))
                timed("one statement an edge", SAMPLE, lambda: push_one_by_one(view, store))
        finally:
            stop(served.process)
        source = Source(view=lambda: view, quads=list)
        timed(
            "export neo4j-bulk", items, lambda: write_export(find_format("neo4j-bulk"), source, Path(folder) / "bulk")
        )
        timed("neo4j-admin import", items, lambda: neo4j_admin(home, jars, *arguments_of(Path(folder) / "bulk")))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
