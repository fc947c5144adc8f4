"""What a format is, and how one is written without harm to the file that stood there."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, cast

from kg.errors import InputError, QueryError

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.graph.view import GraphView


class Layout(Enum):
    """Whether a format is one file or a folder of several."""

    FILE = "file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is exported: the graph as nodes and edges, and as RDF, each made when a format asks for it."""

    view: Callable[[], "GraphView"]
    quads: Callable[[], "Iterable[Quad]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format: `write` puts the source at a path that is new (an empty folder for `FOLDER`)."""

    suffix: str
    write: Callable[[Source, Path], None]
    layout: Layout = Layout.FILE


def _points() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="kg.export")}


def format_names() -> tuple[str, ...]:
    """Return the names of all formats that are installed, sorted."""
    return tuple(sorted(_points()))


def find_format(name: str) -> Format:
    """Return the format `name`; QueryError lists the names there are."""
    known = _points()
    if name not in known:
        raise QueryError(f"unknown format {name!r}; known: {', '.join(sorted(known))}")
    return cast("Format", known[name].load())


def write_export(form: Format, source: Source, target: Path) -> None:
    """Write `source` to `target`: beside it first, then renamed, so a failure leaves what was there.

    A folder's files are renamed one by one into `target`; other files in it are left alone.
    Raises InputError where the target cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}.") as beside:
            fresh = Path(beside) / target.name
            if form.layout is Layout.FOLDER:
                fresh.mkdir()
            form.write(source, fresh)
            _move(fresh, target)
    except OSError as error:
        raise InputError(f"{target}: cannot be written: {error.strerror or error}") from error


def _move(fresh: Path, target: Path) -> None:
    """Put a finished file, or each file of a finished folder, in its place."""
    if fresh.is_file():
        if target.is_dir():
            raise IsADirectoryError(21, "is a folder", str(target))
        fresh.replace(target)
        return
    target.mkdir(exist_ok=True)
    for path in sorted(fresh.iterdir()):
        shutil.move(path, target / path.name)
