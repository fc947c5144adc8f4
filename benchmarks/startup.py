"""How long a command takes on a warm disk, the whole process: `python -m benchmarks.startup`."""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROUNDS = 15
COMMANDS = (
    ("--help",),
    ("ask", "What replaced the 1961 treaty?"),
    ("replaced-by", "1961 treaty"),
    ("find", "Pyongyang"),
    ("languages",),
)


def main() -> None:
    """Load the seeds into a store of their own and print the median time of each command."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder, "store"))
        started = time.perf_counter()
        run(store, "load", "seeds/articles")
        print(f"load seeds/articles: {time.perf_counter() - started:.2f} s")
        for command in COMMANDS:
            print(f"kg {' '.join(command)}: {measure(store, command) * 1000:.0f} ms")


def measure(store: str, command: tuple[str, ...]) -> float:
    """Return the median of some runs in seconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        run(store, *command)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def run(store: str, *arguments: str) -> None:
    """Run `kg` as a process; exit code 1 (nothing found) is an answer too."""
    command = [sys.executable, "-m", "kg", *arguments]
    done = subprocess.run(command, cwd=ROOT, env={"KG_STORE": store}, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"kg {' '.join(arguments)} failed: {done.stderr}")


if __name__ == "__main__":
    main()
