"""JSON-lines: one record a line; a broken line is reported and the rest is read."""

from collections.abc import Iterator

from kg.documents.base import MAX_BYTES, Result, Source
from kg.documents.records import parse_json, parse_record
from kg.errors import InputError


def read_jsonlines(source: Source) -> Iterator[Result]:
    """Yield the document of each line that is not blank, without holding the file in memory."""
    empty = True
    for number, data in enumerate(_split(source), 1):
        if not data.strip():
            continue
        empty = False
        try:
            yield _parse_line(data, number, source)
        except InputError as error:
            yield error
    if empty:
        raise source.refuse("no records")


def _split(source: Source) -> Iterator[bytes]:
    """Yield the lines; of one that is too long only the beginning."""
    while data := source.stream.readline(MAX_BYTES + 1):
        yield data
        while len(data) > MAX_BYTES and not data.endswith(b"\n"):
            data = source.stream.readline(MAX_BYTES + 1)
            if len(data) <= MAX_BYTES:
                break


def _parse_line(data: bytes, number: int, source: Source) -> Result:
    if len(data) > MAX_BYTES:
        raise source.refuse(f"more than {MAX_BYTES // 1_000_000} MB: that is not one article", number)
    # Error positions within the line mean nothing to the reader of the message: the line's number does.
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise source.refuse(f"byte {data[error.start]:#04x} is not UTF-8", number) from error
    return parse_record(parse_json(text, source, number), source, number)
