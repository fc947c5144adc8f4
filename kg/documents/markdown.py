"""Markdown: the text as it is written; a front matter and the first heading tell about it."""

import re
from collections.abc import Iterator

from kg.documents.base import Result, Source, read_bytes
from kg.documents.decode import decode
from kg.documents.metadata import Metadata, parse_metadata
from kg.model import Document

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(r"(\w+)[ \t]*:[ \t]*(.*)")
_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


def read_markdown(source: Source) -> Iterator[Result]:
    """Yield the file as one document: what stands after the front matter, exactly."""
    whole = decode(read_bytes(source), source)
    front = _FRONT.match(whole)
    text = whole[front.end() :] if front else whole
    if not text.strip():
        raise source.refuse("empty text")
    heading = _HEADING.search(text)
    known = Metadata(title=heading[1]) if heading else Metadata()
    if front:
        known.update(parse_metadata(_parse_front(front[1]), source))
    yield Document(text=text, **known)


def _parse_front(block: str) -> dict[str, object]:
    """Return the `key: value` lines of a front matter; nested YAML is ignored."""
    pairs = (_PAIR.fullmatch(line.rstrip()) for line in block.splitlines())
    return {pair[1]: pair[2].strip("\"'") for pair in pairs if pair}
