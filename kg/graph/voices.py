"""Independent voices: copies of one agency story count once, as do several stories of one outlet."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit
from zlib import crc32

from kg.model.document import Document

COPY = 0.4  # estimated Jaccard similarity of shingles from which one text is a copy of the other
SKETCH = 48  # hashes kept of a text
WORDS, LETTERS = 4, 8  # in a shingle
COMPARED = 4_000  # code points of each text that are compared
MOST_COMPARED = 60  # voices of a group among which copies are looked for
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# Hosts of governments and organisations: gov.uk, mfa.gov.il, kremlin.ru, un.org, europa.eu, nato.int.
PRIMARY = re.compile(r"(^|\.)(gov|gob|gouv|mil|mfa|mofa|kremlin|mid|europa|un|asean)\.|\.(gov|mil|int)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks in a document: its outlet, a sketch of its text (made of `text` where it is not given), its day."""

    document: str
    outlet: str | None
    published: str | None = None
    text: str = ""
    hashes: frozenset[int] | None = None

    @property
    def sketch(self) -> frozenset[int]:
        """The least hashes of the text's shingles."""
        return sketch_of(self.text) if self.hashes is None else self.hashes

    @property
    def is_primary(self) -> bool:
        """Whether the outlet is a state's or an organisation's own, by its host."""
        return self.outlet is not None and PRIMARY.search(self.outlet) is not None


def voice_of(document: Document) -> Voice:
    """Return the voice of a document."""
    return Voice(
        document=document.id,
        outlet=outlet_of(document.outlet, document.url),
        published=document.published,
        text=document.text,
    )


def outlet_of(outlet: str | None, url: str | None) -> str | None:
    """Return the outlet, or the host of the URL without `www.`; None where neither is known."""
    if outlet:
        return outlet.casefold()
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def group_voices(voices: Iterable[Voice]) -> list[list[Voice]]:
    """Return the voices in groups that count as one each, sorted by document id."""
    groups: list[list[Voice]] = []
    for _, voice in sorted({voice.document: voice for voice in voices}.items()):
        home = next((group for group in groups if _speaks_with(voice, group)), None)
        if home is None:
            groups.append([voice])
        else:
            home.append(voice)
    return groups


def count_voices(voices: Iterable[Voice]) -> int:
    """Return the number of independent voices."""
    return len(group_voices(voices))


def _speaks_with(voice: Voice, group: Sequence[Voice]) -> bool:
    if voice.outlet is not None and any(other.outlet == voice.outlet for other in group):
        return True
    return any(is_copy(voice, other) for other in group[:MOST_COMPARED])


def is_copy(one: Voice, other: Voice) -> bool:
    """Tell whether two texts are one story: similarity of their shingles, by bottom-k sketches (Broder 1997)."""
    union = sorted(one.sketch | other.sketch)[:SKETCH]
    shared = one.sketch & other.sketch
    return bool(union) and sum(1 for value in union if value in shared) >= COPY * len(union)


@lru_cache(maxsize=50_000)
def sketch_of(text: str) -> frozenset[int]:
    """Return the least hashes of the runs of words in a text's beginning, of letters where it has no spaces."""
    plain = text[:COMPARED].casefold()
    words: Sequence[str] = re.findall(r"\w+", plain)
    size = WORDS
    if len(UNSPACED.findall(plain)) > len(plain) / 3:
        words, size = re.findall(r"\w", plain), LETTERS
    runs = ("\x1f".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))
    return frozenset(sorted({crc32(run.encode("utf-8", "surrogatepass")) for run in runs})[:SKETCH])


def write_sketch(sketch: frozenset[int]) -> str:
    """Return a sketch as text: hexadecimal numbers, sorted."""
    return " ".join(f"{value:08x}" for value in sorted(sketch))


def read_sketch(text: str) -> frozenset[int]:
    """Return the sketch that `write_sketch` wrote."""
    return frozenset(int(value, 16) for value in text.split())
