"""Reading one table of a pack: tab-separated, header first, every cell checked."""

import difflib
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError, Place
from kg.languages.columns import COLUMNS


def read_table(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line number and the cells by column of each entry of the table at `path`.

    Raises InputError with file, line and column for a wrong header, a missing or surplus cell, an unknown
    value, stray spaces, text that is not NFC, or a line given twice.
    """
    columns = COLUMNS[path.stem]
    lines = path.read_text("utf-8").split("\n")
    rows = [(n, line) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    if not rows or rows[0][1].split("\t") != list(columns):
        raise InputError.at(Place(path=path, line=1), f"the header must be: {' '.join(columns)}")
    seen: dict[str, int] = {}
    for number, line in rows[1:]:
        if line in seen:
            raise InputError.at(Place(path=path, line=number), f"the same as line {seen[line]}")
        seen[line] = number
        yield number, read_cells(path, number, line, columns)


def scan_table(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield what read_table yields, unchecked: for kg's own packs, which the tests check, four times as fast."""
    columns = list(COLUMNS[path.stem])
    is_head = True
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line or line[0] == "#" or is_head:
            is_head = is_head and line[:1] in ("", "#")
            continue
        cells = ["" if cell == "-" else cell for cell in line.split("\t")]
        yield number, dict(zip(columns, cells, strict=True))


def read_cells(path: Path, number: int, line: str, columns: dict[str, frozenset[str] | None]) -> dict[str, str]:
    """Return the checked cells of one line by column; `-` is an empty cell."""
    cells = line.split("\t")
    if len(cells) != len(columns):
        raise InputError.at(Place(path=path, line=number), f"{len(cells)} cells, not {len(columns)}")
    result = {}
    for (column, known), cell in zip(columns.items(), cells, strict=True):
        place = Place(path=path, line=number, field=column)
        if not cell or cell != cell.strip() or unicodedata.normalize("NFC", cell) != cell:
            raise InputError.at(place, f"{cell!r} is empty, has spaces at its ends or is not NFC")
        value = "" if cell == "-" else cell
        if known is not None and value not in known:
            near = difflib.get_close_matches(value, sorted(known), 1)
            raise InputError.at(
                place, f"unknown value {cell!r}" + (f"; did you mean {str(near[0])!r}?" if near else "")
            )
        result[column] = value
    return result
