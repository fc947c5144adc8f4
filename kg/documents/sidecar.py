"""A sidecar: NAME.meta.json beside NAME.txt says what the file itself cannot."""

from pathlib import Path

from kg.documents.base import Source
from kg.documents.decode import decode
from kg.documents.metadata import Metadata, check_keys, parse_metadata
from kg.documents.records import parse_json

SUFFIX = ".meta.json"


def is_sidecar(path: Path) -> bool:
    """Whether the file is a sidecar and so no article of its own."""
    return path.name.endswith(SUFFIX)


def read_sidecar(article: Path) -> Metadata:
    """Return what the sidecar of `article` says, nothing where it has none.

    Raises InputError with the sidecar's name and field for an unknown key or a wrong value.
    """
    for path in (article.with_name(article.name + SUFFIX), article.with_suffix(SUFFIX)):
        if path.is_file():
            return _read(path)
    return Metadata()


def _read(path: Path) -> Metadata:
    with path.open("rb") as stream:
        source = Source(path=str(path), stream=stream)
        value = parse_json(decode(stream.read(), source), source)
    if not isinstance(value, dict):
        raise source.refuse("a JSON object is expected")
    check_keys(value, source)
    return parse_metadata(value, source)
