"""The cases of a test that stand in a table beside it."""

from pathlib import Path


def read_rows(name: str) -> list[list[str]]:
    """Return the cells of each line of a table of this folder, without its heading."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]
