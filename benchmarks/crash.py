"""kill -9 during `kg load` at random moments: nothing lost, nothing half in. `python -m benchmarks.crash 100`."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from shutil import rmtree

from benchmarks.scale_articles import write_articles
from kg.stores.embedded import open_store

ARTICLES = 400


def main() -> None:
    """Print how many loads were killed, and whether every store opened with all or the new documents."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write_articles(home / "articles.jsonl", ARTICLES, 60)
        whole = load_whole(home)
        seconds = whole[1]
        bad = 0
        for at in range(rounds):
            bad += not survive(home / f"store{at}", home, chance.uniform(0.3, seconds), whole[0])
            rmtree(home / f"store{at}")
            print(f"{at + 1} killed, {bad} bad", end="\r", file=sys.stderr, flush=True)
    print(f"{rounds} loads killed between 0.3 and {seconds:.1f} s: {bad} stores lost or held half a document")


def load_whole(home: Path) -> tuple[list[str], float]:
    """Return the graph of an undisturbed load, and how long it took."""
    start = time.perf_counter()
    run(home / "whole", home).wait()
    seconds = time.perf_counter() - start
    return read(home / "whole"), seconds


def survive(folder: Path, home: Path, seconds: float, whole: list[str]) -> bool:
    """Kill a load, open the store, check it, load again, and tell whether the graph is that of an undisturbed load."""
    process = run(folder, home)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    store = open_store(folder)
    sound = set(store.graph.quads()) == store.expected()
    store.close()
    run(folder, home).wait()
    return sound and read(folder) == whole


def run(folder: Path, home: Path) -> subprocess.Popen[bytes]:
    """Start `kg load` of the articles."""
    command = [sys.executable, "-m", "kg", "load", str(home / "articles.jsonl"), "--store", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ)


def read(folder: Path) -> list[str]:
    """Return the quads of a store, sorted."""
    store = open_store(folder)
    quads = sorted(map(str, store.quads()))
    store.close()
    return quads


if __name__ == "__main__":
    main()
