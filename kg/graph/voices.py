"""Independent voices: copies of one agency story count once, as do several stories of one outlet."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit
from zlib import crc32

from kg.model.document import Document

COPY = 0.6  # share of the shorter text's shingles from which one is a copy of the other
WORDS, LETTERS = 4, 8  # in a shingle
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
COMPARED = 4_000  # code points of each text that are compared
MOST_COMPARED = 60  # documents among which copies are looked for


def outlet_of(document: Document) -> str | None:
    """Return the outlet, or the host of the URL without `www.`; None where neither is known."""
    if document.outlet:
        return document.outlet.casefold()
    host = urlsplit(document.url).hostname if document.url else None
    return host.removeprefix("www.") if host else None


def group_voices(documents: Iterable[Document]) -> list[list[Document]]:
    """Return the documents in groups of one voice each, sorted by document id."""
    ordered = sorted({document.id: document for document in documents}.items())
    groups: list[list[Document]] = []
    for _, document in ordered:
        home = next((group for group in groups if _speaks_with(document, group)), None)
        if home is None:
            groups.append([document])
        else:
            home.append(document)
    return groups


def count_voices(documents: Iterable[Document]) -> int:
    """Return the number of independent voices."""
    return len(group_voices(documents))


def _speaks_with(document: Document, group: Sequence[Document]) -> bool:
    outlet = outlet_of(document)
    if outlet is not None and any(outlet_of(other) == outlet for other in group):
        return True
    return len(group) <= MOST_COMPARED and any(is_copy(document, other) for other in group)


def is_copy(one: Document, other: Document) -> bool:
    """Tell whether two texts are one story, a dateline or a cut apart: most shingles of the shorter stand in the other.

    Containment of word shingles (Broder 1997), counted exactly: an agreement has few documents that disagree.
    """
    left, right = shingles(one.text), shingles(other.text)
    short = min(len(left), len(right))
    return bool(short) and len(left & right) >= COPY * short


@lru_cache(maxsize=20_000)
def shingles(text: str) -> frozenset[int]:
    """Return the hashes of the runs of words in a text's beginning, of letters where it has no spaces."""
    plain = text[:COMPARED].casefold()
    words: Sequence[str] = UNSPACED.findall(plain) or re.findall(r"\w+", plain)
    size = LETTERS if len(words) > len(plain) / 2 else WORDS
    return frozenset(crc32("\x1f".join(words[at : at + size]).encode()) for at in range(max(1, len(words) - size + 1)))
