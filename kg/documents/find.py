"""Arguments -> the files they stand for: files, folders (all below them), globs; always in the same order."""

import os
from collections.abc import Iterator
from glob import glob
from pathlib import Path

from kg.documents.sidecar import is_sidecar
from kg.errors import InputError
from kg.plugins import find_family


def find_files(path: str) -> Iterator[Path]:
    """Yield the files of one argument, sorted.

    Raises InputError for a path that is not there, a glob without match and a folder without articles.
    """
    found = Path(path)
    if found.is_dir():
        yield from _find_below(found)
    elif os.path.lexists(path):
        yield found
    elif any(mark in path for mark in "*?["):
        yield from _find_matches(path)
    else:
        raise InputError(f"{path}: no such file or folder")


def _find_below(folder: Path) -> Iterator[Path]:
    """Yield the readable files below the folder; hidden ones and sidecars are none."""
    if not os.access(folder, os.R_OK | os.X_OK):
        raise InputError(f"{folder}: permission denied")
    files = sorted(_walk(folder), key=lambda path: path.parts)
    if not files:
        suffixes = " ".join(f".{suffix}" for suffix in find_family("documents"))
        raise InputError(f"{folder}: no articles in the folder (looked for {suffixes})")
    yield from files


def _walk(folder: Path) -> Iterator[Path]:
    suffixes = find_family("documents")
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if path.suffix.lower()[1:] in suffixes and not name.startswith(".") and not is_sidecar(path):
                yield path


def _find_matches(pattern: str) -> Iterator[Path]:
    paths = [Path(match) for match in sorted(glob(pattern, recursive=True))]  # noqa: PTH207 - Path.glob takes no absolute pattern
    files = [path for path in paths if path.is_file() and not is_sidecar(path)]
    if not files:
        raise InputError(f"{pattern}: no file matches")
    yield from files
