"""A record: one article as a JSON object with `text` and what is known about it. Gold records are such."""

import json

from kg.documents.base import Source
from kg.documents.metadata import parse_metadata
from kg.model import Document


def parse_record(value: object, source: Source, line: int | None = None) -> Document:
    """Return the document of a decoded JSON value; keys that are no metadata are ignored.

    Raises InputError with line and field for a value that is no object, has no text or a wrong field.
    """
    if not isinstance(value, dict):
        raise source.refuse("a JSON object is expected", line)
    text = value.get("text")
    if text is None:
        raise source.refuse("missing: a record needs its text", line, "text")
    if not isinstance(text, str):
        raise source.refuse(f"a string is expected, not {text!r:.40}", line, "text")
    if not text.strip():
        raise source.refuse("empty text", line, "text")
    if not _is_encodable(text):
        raise source.refuse("half a surrogate pair: the text is damaged", line, "text")
    return Document(text=text, **parse_metadata(value, source, line))


def parse_json(text: str, source: Source, line: int | None = None) -> object:
    """Return the JSON value in `text`; InputError tells line and column of what is wrong.

    `line` is that of a JSON-lines file; without it the line within `text` is told.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = error.lineno if line is None else line
        raise source.refuse(f"not JSON: {error.msg.lower()} (column {error.colno})", where) from error
    except RecursionError:
        raise source.refuse("not a record: JSON nested too deep", line) from None


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
