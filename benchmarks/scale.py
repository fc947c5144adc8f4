"""Scale: loading with resolution, adding one document, asking. `python -m benchmarks.scale [--write] 1000 10000`.

Each size runs in a process of its own. `--write` makes docs/scale.md and its picture anew.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from statistics import quantiles

from benchmarks.scale_articles import write_articles
from benchmarks.scale_report import write_report
from kg.documents import read_documents
from kg.errors import InputError
from kg.extract.batch import map_batch
from kg.queries.lookups import find_successors
from kg.stores.digest import Digest, digest
from kg.stores.embedded import EmbeddedStore, open_store

JOBS = 2
BATCH = 250
ASKED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """Seconds on the clock and of the processor (own and children), gigabytes of the loading process, the rest in s."""

    documents: int
    extract: float
    follow: float
    processor: float
    memory: float
    add_one: float
    replaced_by: float


def main() -> None:
    """Measure each size and print a line for it."""
    sizes = [int(argument) for argument in sys.argv[1:] if argument.isdigit()] or [1_000, 10_000]
    if "--one" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(asdict(measure(Path(folder), sizes[0]))))
        return
    print("documents  extract  follow  docs/s  CPU ms/doc  memory  add one  replaced-by p95")
    measured = [measure_apart(size) for size in sizes]
    if "--write" in sys.argv:
        write_report(measured)


def measure_apart(number: int) -> Measurement:
    """Measure in another process, so that memory is that of this size alone, and print the line."""
    command = [sys.executable, "-m", "benchmarks.scale", "--one", str(number)]
    found = Measurement(**json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    rate, cost = number / (found.extract + found.follow), found.processor / number * 1000
    times = f"{found.extract:7.1f}s {found.follow:6.1f}s {rate:7.0f} {cost:11.2f}"
    rest = f"{found.memory:5.2f}GB {found.add_one * 1000:6.0f}ms {found.replaced_by * 1000:6.2f}ms"
    print(f"{number:9} {times} {rest}", flush=True)
    return found


def measure(folder: Path, number: int) -> Measurement:
    """Load `number` articles about a fifth as many agreements, as `kg load` does; add one more; ask."""
    write_articles(folder / "articles.jsonl", number, max(50, number // 5))
    write_articles(folder / "one.jsonl", 1, 50, seed=2)
    store = open_store(folder / "store")
    start, before = time.perf_counter(), processor_seconds()
    found = read(folder / "articles.jsonl", JOBS)
    while batch := list(islice(found, BATCH)):
        store.keep_digests(batch)
    kept = time.perf_counter()
    store.follow()
    done, after = time.perf_counter(), processor_seconds()
    one = list(read(folder / "one.jsonl", 1))
    ready = time.perf_counter()
    store.keep_digests(one)
    store.follow()
    added = time.perf_counter() - ready
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    p95 = ask(store)
    store.close()
    return Measurement(
        documents=number,
        extract=kept - start,
        follow=done - kept,
        processor=after - before,
        memory=memory,
        add_one=added,
        replaced_by=p95,
    )


def processor_seconds() -> float:
    """Return the processor's time of this process and its finished children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def read(path: Path, jobs: int) -> Iterator[Digest]:
    """Yield the digests of a file of articles."""
    for outcome in map_batch(read_documents([str(path)]), digest, jobs):
        if not isinstance(outcome, InputError):
            yield outcome


def ask(store: EmbeddedStore) -> float:
    """Return the 95th percentile of `replaced-by` on agreements of the store."""
    ids = sorted({edge.object.value for edge in store.quads() if edge.predicate.value == "urn:kg:ns:willSupersede"})
    times = []
    for iri in ids[:ASKED]:
        start = time.perf_counter()
        find_successors(store, iri.removeprefix("urn:kg:"))
        times.append(time.perf_counter() - start)
    return quantiles(times, n=20)[-1] if len(times) > 1 else 0.0


if __name__ == "__main__":
    main()
