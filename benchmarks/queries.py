"""Loading a large graph into the embedded store, and every canned query on it and on Neo4j, warm.

`python -m benchmarks.queries [AGREEMENTS]` prints a table in Markdown; without a number it takes 27,000, which make 4.5
million triples. The agreements come resolved: `benchmarks.scale` measures extraction and resolution.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import quantiles

from benchmarks.push import CACHE, LARGE, timed
from benchmarks.treaties import make_treaties
from kg.graph.build import build_lines
from kg.graph.read_view import read_view
from kg.graph.view import GraphView
from kg.queries.canned import CannedQuery, find_queries, find_twin
from kg.queries.run import run_query
from kg.queries.trials import find_trials
from kg.queries.twins import run_twin
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.oxigraph import OxigraphStore
from kg.stores.push import push
from tests.servers.programs import PASSWORD, make_neo4j_home, start_neo4j
from tests.servers.serving import stop

AT_ONCE = 1_000_000  # lines of N-Quads that are loaded together
TRIALS = 8  # sets of parameters of each query
TIMES = 3  # each is run, after once to warm up


def load(store: OxigraphStore, lines: Iterator[str]) -> int:
    """Load lines of N-Quads in bulk, print how fast the store took them, and return their number."""
    from pyoxigraph import RdfFormat

    count, seconds = 0, 0.0
    while some := list(islice(lines, AT_ONCE)):
        text = "\n".join([*some, ""]).encode()
        begun = time.perf_counter()
        store.dataset.bulk_load(text, format=RdfFormat.N_QUADS)
        seconds += time.perf_counter() - begun
        count += len(some)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{count} triples loaded at {count / seconds:.0f}/s, {memory:.2f} GB with the articles in memory", flush=True)
    return count


def measure(run: Callable[[dict[str, str]], int], trials: list[dict[str, str]]) -> tuple[float, int]:
    """Return the 95th percentile of the milliseconds that a query takes, and the most rows it gave."""
    times, most = [], 0
    for values in trials:
        most = max(most, run(values))
        for _ in range(TIMES):
            begun = time.perf_counter()
            run(values)
            times.append((time.perf_counter() - begun) * 1000)
    return quantiles(times, n=20)[-1], most


def print_table(view: GraphView, store: OxigraphStore, server: Neo4jStore) -> None:
    """Print what each canned query takes on both engines."""
    print("| query | rows | Oxigraph p95 ms | Neo4j p95 ms |\n|---|---|---|---|")
    for query in find_queries():
        trials = list(islice(find_trials(query, view), 0, None, 24 // TRIALS)) or [{}]
        first, rows = measure(lambda values, query=query: _ask(store, query, values), trials)  # type: ignore[misc]
        second, _ = measure(lambda values, query=query: _ask_twin(server, query, values), trials)  # type: ignore[misc]
        print(f"| {query.name} | {rows} | {first:.1f} | {second:.1f} |", flush=True)


def _ask(store: OxigraphStore, query: CannedQuery, values: dict[str, str]) -> int:
    return len(run_query(store, query, values, lambda _, name: name).rows)


def _ask_twin(server: Neo4jStore, query: CannedQuery, values: dict[str, str]) -> int:
    twin = find_twin(query)
    return 0 if twin is None else len(run_twin(server, twin, values).rows)


def main(agreements: int) -> None:
    """Load, push and ask."""
    with tempfile.TemporaryDirectory() as folder:
        store = OxigraphStore.open(Path(folder) / "rdf")
        load(store, build_lines(*make_treaties(agreements)))
        view = read_view(store.quads())
        (home := Path(folder) / "home").mkdir()
        make_neo4j_home(home, CACHE)
        served = start_neo4j(home, LARGE)
        try:
            with Neo4jStore(served.uri, Login(user="neo4j", password=PASSWORD)) as server:
                timed("push", len(view.nodes) + len(view.edges), lambda: push(view, server))
                print_table(view, store, server)
        finally:
            stop(served)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 27_000)
