"""Independent voices: copies of one agency story count once, as do several stories of one outlet."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from kg.model.document import Document

COPY = 80.0  # similarity of two texts (0..100) from which one is a copy of the other
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
    """Tell whether two texts are one story, a dateline or a cut apart."""
    from rapidfuzz import fuzz

    left, right = _plain(one.text), _plain(other.text)
    short, long = sorted((len(left), len(right)))
    if not short or short < long / 4:
        return False
    return float(fuzz.token_set_ratio(left, right, score_cutoff=COPY)) >= COPY and (
        float(fuzz.partial_ratio(left, right)) >= COPY
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text[:COMPARED].casefold()))
