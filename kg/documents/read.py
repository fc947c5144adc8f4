"""Reading what the user named: each argument to its documents, each failure to an error, one after the other."""

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.documents.base import Reader, Result, Source
from kg.documents.find import find_files
from kg.documents.metadata import Metadata
from kg.documents.sidecar import read_sidecar
from kg.errors import InputError
from kg.model import Document
from kg.plugins import find_family

STDIN = "-"
URL_SCHEMES = ("http://", "https://")


def read_documents(paths: Iterable[str]) -> Iterator[Result]:
    """Yield the documents of files, folders, globs, URLs and `-` (standard input), in order.

    What cannot be used is yielded as an InputError that says where and why; the rest is read all the same.
    """
    for path in paths:
        try:
            yield from _read_argument(path)
        except InputError as error:
            yield error


def _read_argument(path: str) -> Iterator[Result]:
    if path == STDIN:
        data = sys.stdin.buffer.read()
        yield from _read(Source(path=STDIN, stream=io.BytesIO(data)), _sniff(data), Metadata())
    elif path.startswith(URL_SCHEMES):
        from kg.documents.web import fetch  # http and ssl cost 40 ms, and most runs need neither

        source, suffix = fetch(path)
        yield from (_with_url(result, path) for result in _read(source, suffix, Metadata()))
    else:
        for file in find_files(path):
            yield from _read_file(file)


def _read_file(path: Path) -> Iterator[Result]:
    try:
        told = read_sidecar(path)
        with path.open("rb") as stream:
            yield from _read(Source(path=str(path), stream=stream), path.suffix.lower()[1:], told)
    except OSError as error:
        yield InputError(f"{path}: {(error.strerror or str(error)).lower()}")
    except InputError as error:
        yield error


def _read(source: Source, suffix: str, told: Metadata) -> Iterator[Result]:
    """Yield what the suffix's reader makes of the source; `told` (a sidecar) overrides what it finds."""
    try:
        for result in _find_reader(suffix)(source):
            if isinstance(result, Document):
                known: Metadata = {"name": result.name or Path(source.path).name, **told}
                yield replace(result, **known)
            else:
                yield result
    except InputError as error:
        yield error


def _find_reader(suffix: str) -> Reader:
    """Return the reader of a suffix; a file of an unknown suffix is read as text, or refused by that reader."""
    family = find_family("documents")
    reader: Reader = family.get(suffix, family["txt"]).load()
    return reader


def _sniff(data: bytes) -> str:
    """Return the suffix that a stream without a name would have."""
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith(b"["):
        return "json"
    if start.startswith(b"{"):
        # One record may be spread over lines; of JSON-lines the first line is whole.
        return "json" if data.count(b"}\n") <= 1 and b"\n{" not in data.strip() else "jsonl"
    return "txt"


def _with_url(result: Result, url: str) -> Result:
    if isinstance(result, Document) and result.url is None:
        return replace(result, url=url)
    return result
