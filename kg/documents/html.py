"""HTML: the main text of a page, and what its head says about it."""

import re
from collections.abc import Iterator

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from kg.documents.base import Result, Source, read_bytes
from kg.documents.decode import decode
from kg.documents.page import read_page_metadata
from kg.model import Document

# The HTML standard has a browser look for the charset in the first 1024 bytes; real pages are less tidy.
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_HEAD_BYTES = 4096


def read_html(source: Source) -> Iterator[Result]:
    """Yield the page's main text as one document; its metadata are those the page declares."""
    data = read_bytes(source)
    page = HTMLTree.parse(decode(data, source, source.charset or _find_charset(data)))
    text = extract_plain_text(page, main_content=True, alt_texts=False, comments=False, post_meta=False)
    if not text.strip():
        raise source.refuse("no article text on the page")
    yield Document(text=text, **read_page_metadata(page))


def _find_charset(data: bytes) -> str:
    declared = _CHARSET.search(data, 0, _HEAD_BYTES)
    return declared[1].decode("ascii") if declared else "utf-8"
