"""JSON: one record, or an array of records."""

from collections.abc import Iterator

from kg.documents.base import Result, Source, read_bytes
from kg.documents.decode import decode
from kg.documents.records import parse_json, parse_record
from kg.errors import InputError


def read_json(source: Source) -> Iterator[Result]:
    """Yield the document of the record, or of each record of the array."""
    text = decode(read_bytes(source), source)
    if not text.strip():
        raise source.refuse("empty file")
    value = parse_json(text, source)
    if not isinstance(value, list):
        yield parse_record(value, source)
        return
    for number, item in enumerate(value, 1):
        try:
            yield parse_record(item, source)
        except InputError as error:
            yield InputError(f"{error} (record {number})")
