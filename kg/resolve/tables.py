"""Reading the tab-separated tables in `kg/resolve/data`."""

import csv
from functools import cache
from pathlib import Path

HOME = Path(__file__).parent / "data"


@cache
def read_data(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `data/NAME.tsv`, a cell `-` as an empty string; lines starting with `#` are comments."""
    with (HOME / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple({key: "" if value == "-" else value for key, value in row.items()} for row in rows)
