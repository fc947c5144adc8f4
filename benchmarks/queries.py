"""Loading a large graph into the embedded store, and every canned query on it and on Neo4j, warm.

`python -m benchmarks.queries [AGREEMENTS]` prints a table in Markdown; without a number it takes 23,000, which make 4.5
million triples. The agreements come resolved: `benchmarks.scale` measures extraction and resolution.
"""

import gc
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from benchmarks.push import CACHE, LARGE, timed
from benchmarks.treaties import make_treaties
from benchmarks.trials import choose_trials
from kg.graph.build import build_lines
from kg.graph.read_view import read_view
from kg.graph.view import GraphView
from kg.queries.canned import CannedQuery, find_queries, find_twin
from kg.queries.run import run_query
from kg.queries.twins import run_twin
from kg.stores.neo4j import Login, Neo4jStore
from kg.stores.oxigraph import OxigraphStore
from kg.stores.push import push
from tests.servers.programs import PASSWORD, make_neo4j_home, start_neo4j
from tests.servers.serving import stop

AT_ONCE = 150_000  # lines of N-Quads that are loaded together, as a load of documents does
TIMES = 3  # each trial is run, after the one by which it was chosen

Values = dict[str, str]


def write_lines(agreements: int, path: Path) -> None:
    """Write the N-Quads of a register; in a process of its own, since the articles take more memory than a load."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in build_lines(*make_treaties(agreements)))


def load(source: Path, folder: Path) -> None:
    """Load lines of N-Quads in bulk, print how fast the store took them, and in how much memory."""
    store = OxigraphStore.open(folder)
    begun, count = time.perf_counter(), 0
    with source.open(encoding="utf-8") as stream:
        for some in _parts(stream):
            store.change((), some)
            count += len(some)
    store.flush()
    loaded = time.perf_counter()
    store.settle()
    settled = time.perf_counter()
    store.close()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    rate = f"{count / (loaded - begun):.0f}/s, {memory:.2f} GB"
    print(f"{count} triples loaded at {rate}; files merged in {settled - loaded:.0f} s", flush=True)


def _parts(lines: Iterator[str]) -> Iterator[list[str]]:
    while some := [line[:-1] for line in islice(lines, AT_ONCE)]:
        yield some


def measure(run: Callable[[Values], int], trials: list[Values]) -> tuple[float, float]:
    """Return the median and the 95th percentile of the milliseconds that a query takes."""
    times = []
    for values in trials:
        for _ in range(TIMES):
            begun = time.perf_counter()
            run(values)
            times.append((time.perf_counter() - begun) * 1000)
    return median(times), quantiles(times, n=20)[-1]


def print_table(view: GraphView, store: OxigraphStore, server: Neo4jStore) -> None:
    """Print what each canned query takes on both engines."""
    print("| query | rows | Oxigraph ms | p95 | Neo4j ms | p95 |\n|---|---|---|---|---|---|")
    for query in find_queries():
        trials, rows = choose_trials(query, view, lambda values, query=query: _ask(store, query, values))  # type: ignore[misc]
        one = measure(lambda values, query=query: _ask(store, query, values), trials)  # type: ignore[misc]
        for values in trials:
            _ask_twin(server, query, values)
        other = measure(lambda values, query=query: _ask_twin(server, query, values), trials)  # type: ignore[misc]
        cells = " | ".join(f"{value:.1f}" for value in (*one, *other))
        print(f"| {query.name} | {rows} | {cells} |", flush=True)


def _ask(store: OxigraphStore, query: CannedQuery, values: Values) -> int:
    return len(run_query(store, query, values, lambda _, name: name).rows)


def _ask_twin(server: Neo4jStore, query: CannedQuery, values: Values) -> int:
    twin = find_twin(query)
    return 0 if twin is None else len(run_twin(server, twin, values).rows)


def apart(run: Callable[..., None], *arguments: object) -> None:
    """Run something in a new process, so that its memory is its own."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        pool.submit(run, *arguments).result()


def main(agreements: int) -> None:
    """Load, push and ask."""
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        source, rdf, home = (Path(folder) / name for name in ("lines.nq", "rdf", "home"))
        apart(write_lines, agreements, source)
        apart(load, source, rdf)
        store = OxigraphStore.open_to_read(rdf)
        view = read_view(store.quads())
        gc.freeze()  # or the times would be those of going through the view's million objects now and then
        home.mkdir()
        make_neo4j_home(home, CACHE)
        served = start_neo4j(home, LARGE)
        try:
            with Neo4jStore(served.uri, Login(user="neo4j", password=PASSWORD)) as server:
                timed("push", len(view.nodes) + len(view.edges), lambda: push(view, server))
                print_table(view, store, server)
        finally:
            stop(served)
    print(f"load {os.getloadavg()[0]:.1f} at the end", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 23_000)
