"""Scale: loading with resolution, adding one document, asking. `python -m benchmarks.scale 1000 10000 100000`."""

import resource
import sys
import tempfile
import time
from pathlib import Path
from statistics import quantiles

from benchmarks.scale_articles import write_articles
from kg.documents import read_documents
from kg.errors import InputError
from kg.extract.batch import read_batch
from kg.model import Extraction
from kg.queries.lookups import find_successors
from kg.stores.embedded import EmbeddedStore, open_store

JOBS = 2
BATCH = 1_000
ASKED = 200


def main() -> None:
    """Print a line for each size."""
    print("documents  extract  keep  follow  docs/s  memory  add one  replaced-by p95")
    for number in [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000]:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), number)


def measure(folder: Path, number: int) -> None:
    """Load `number` articles about a fifth as many agreements."""
    write_articles(folder / "articles.jsonl", number, max(50, number // 5))
    write_articles(folder / "one.jsonl", 1, 50, seed=2)
    store = open_store(folder / "store")
    start = time.perf_counter()
    extractions = read(folder / "articles.jsonl")
    extracted = time.perf_counter()
    for at in range(0, len(extractions), BATCH):
        store.keep(extractions[at : at + BATCH])
    kept = time.perf_counter()
    del extractions
    store.follow()
    done = time.perf_counter()
    one = read(folder / "one.jsonl")
    before = time.perf_counter()
    store.load(one)
    added = time.perf_counter() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    p95 = ask(store)
    store.close()
    times = f"{extracted - start:6.1f}s {kept - extracted:5.1f}s {done - kept:5.1f}s {number / (done - start):7.0f}"
    print(f"{number:9}  {times}  {memory:4.2f}GB {added * 1000:6.0f}ms {p95 * 1000:6.2f}ms", flush=True)


def read(path: Path) -> list[Extraction]:
    """Return the extractions of a file of articles."""
    outcomes = list(read_batch(read_documents([str(path)]), JOBS))
    return [outcome for outcome in outcomes if not isinstance(outcome, InputError)]


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
