"""Pushing a graph to Neo4j: beside a loader of one statement an edge, and beside the bulk importer.

`python -m benchmarks.push [AGREEMENTS]` makes a graph of that many agreements (20,000 if not told), six edges each, and
starts a server of its own.
"""

import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.export import Source, find_format, write_export
from kg.graph.view import Edge, EdgeType, GraphView, Node, NodeType
from kg.stores.batches import edge_batches
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.push import find_current, push
from tests.servers.programs import PASSWORD, make_neo4j_home, neo4j_admin, start_neo4j
from tests.servers.serving import stop
from tests.servers.test_bulk import arguments_of

STATES = 200
LARGE = ("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC")  # of a server, or an importer, for millions of items
CACHE = {"server.memory.pagecache.size": "1g"}
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


def timed(name: str, items: int, run: Callable[[], object]) -> float:
    """Run something, print how many items a second it did and how much memory the client took; return the seconds."""
    begun, worked = time.perf_counter(), time.process_time()
    run()
    seconds, client = time.perf_counter() - begun, time.process_time() - worked
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    rate = f"{items / seconds:>8.0f}/s"
    print(f"{name:<32} {items:>8} items {seconds:>8.2f} s {rate}  client {client:>6.2f} s {memory:.2f} GB", flush=True)
    return seconds


def push_one_by_one(view: GraphView, store: Neo4jStore) -> None:
    """Send one statement for each of some edges, as simple loaders do."""
    for batch in edge_batches(view.edges[:SAMPLE]):
        for row in batch.rows:
            store.write("write_edges", [row], columns=batch.columns, names=batch.names)


def measure_push(view: GraphView, home: Path) -> None:
    """Push to a server of its own: a first time, again, again with the stamp; then the simple loader on a sample."""
    items = len(view.nodes) + len(view.edges)
    make_neo4j_home(home, CACHE)
    served = start_neo4j(home, LARGE)
    try:
        with Neo4jStore(served.uri, Login(user="neo4j", password=PASSWORD)) as store:
            first = timed("push", items, lambda: push(view, store, stamp="now"))
            again = timed("push, nothing changed", items, lambda: push(view, store, stamp="now"))
            stamped = timed("push, store not touched", items, lambda: find_current(store, "now"))
            print(f"{again / first:.1%} and {stamped / first:.2%} of the first push")
            timed("one statement an edge", SAMPLE, lambda: push_one_by_one(view, store))
    finally:
        stop(served)
    print(f"{measure_size(home / 'data') / 1e6:.0f} MB on the server's disk", flush=True)


def measure_bulk(view: GraphView, folder: Path) -> None:
    """Write the files of the bulk importer and import them into a new server."""
    items = len(view.nodes) + len(view.edges)
    source = Source(view=lambda: view, quads=list)
    timed("export neo4j-bulk", items, lambda: write_export(find_format("neo4j-bulk"), source, folder / "bulk"))
    make_neo4j_home(folder / "imported")
    arguments = arguments_of(folder / "bulk")
    timed("neo4j-admin import", items, lambda: neo4j_admin(folder / "imported", *arguments, options=LARGE))
    print(f"{measure_size(folder / 'bulk') / 1e6:.0f} MB of files", flush=True)


def measure_size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main(agreements: int) -> None:
    """Run all loaders on one graph."""
    view = make_view(agreements)
    with tempfile.TemporaryDirectory() as folder:
        (home := Path(folder) / "home").mkdir()
        measure_push(view, home)
        shutil.rmtree(home)
        measure_bulk(view, Path(folder))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
