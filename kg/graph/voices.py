"""Independent voices: copies of one agency story count once, as do several stories of one outlet."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from urllib.parse import urlsplit
from zlib import crc32

from kg.model.document import Document

COPY = 0.4  # estimated Jaccard similarity of shingles from which one text is a copy of the other
SKETCH = 48  # hashes kept of a text
WORDS, LETTERS = 4, 8  # in a shingle
COMPARED = 4_000  # code points of each text that are compared
FEW = 16  # voices up to which comparing all is cheaper than an index
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
        hashes=sketch_of(document.text),
    )


@lru_cache(maxsize=10_000)
def outlet_of(outlet: str | None, url: str | None) -> str | None:
    """Return the outlet, or the host of the URL without `www.`; None where neither is known."""
    if outlet:
        return outlet.casefold()
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def group_voices(voices: Iterable[Voice]) -> list[list[Voice]]:
    """Return the voices in groups that count as one each, sorted by document id."""
    ordered = [voice for _, voice in sorted({voice.document: voice for voice in voices}.items())]
    if len(ordered) <= 1:
        return [ordered] if ordered else []
    groups = _Groups(indexed=len(ordered) > FEW)
    for voice in ordered:
        groups.add(voice)
    return groups.found


def count_voices(voices: Iterable[Voice]) -> int:
    """Return the number of independent voices."""
    return len(group_voices(voices))


class _Groups:
    """Voices in groups. Only those that share a hash can be copies: of many voices an index finds these."""

    def __init__(self, *, indexed: bool) -> None:
        self.found: list[list[Voice]] = []
        self._by_outlet: dict[str, int] = {}
        self._by_hash: defaultdict[int, set[int]] | None = defaultdict(set) if indexed else None

    def add(self, voice: Voice) -> None:
        """Put a voice into the first group that speaks with it, else into one of its own."""
        home = self._find_home(voice)
        if home == len(self.found):
            self.found.append([])
        self.found[home].append(voice)
        if voice.outlet is not None:
            self._by_outlet[voice.outlet] = min(home, self._by_outlet.get(voice.outlet, home))
        if self._by_hash is not None and len(self.found[home]) <= MOST_COMPARED:
            for value in voice.sketch:
                self._by_hash[value].add(home)

    def _find_home(self, voice: Voice) -> int:
        least = len(self.found)
        if voice.outlet is not None:
            least = self._by_outlet.get(voice.outlet, least)
        copied = (at for at in self._near(voice, least) if _is_copied(voice, self.found[at][:MOST_COMPARED]))
        return next(copied, least)

    def _near(self, voice: Voice, end: int) -> Iterable[int]:
        """Return the groups before `end` in which a copy may be, in order: they have enough of its hashes."""
        if self._by_hash is None:
            return range(end)
        shared = Counter(chain.from_iterable(self._by_hash.get(value, ()) for value in voice.sketch))
        fewest = COPY * min(SKETCH, len(voice.sketch))
        return sorted(at for at, number in shared.items() if at < end and number >= fewest)


def _is_copied(voice: Voice, group: Iterable[Voice]) -> bool:
    return any(is_copy(voice, other) for other in group)


def is_copy(one: Voice, other: Voice) -> bool:
    """Tell whether two texts are one story: similarity of their shingles, by bottom-k sketches (Broder 1997)."""
    left, right = one.sketch, other.sketch
    shared = left & right
    if not shared or len(shared) < COPY * min(SKETCH, max(len(left), len(right))):
        return False
    union = sorted(left | right)[:SKETCH]
    return len(shared.intersection(union)) >= COPY * len(union)


@lru_cache(maxsize=50_000)
def sketch_of(text: str) -> frozenset[int]:
    """Return the least hashes of the runs of words in a text's beginning, of letters where it has no spaces."""
    plain = text[:COMPARED].casefold()
    words: Sequence[str] = re.findall(r"\w+", plain)
    size = WORDS
    if len(UNSPACED.findall(plain)) > len(plain) / 3:
        words, size = re.findall(r"\w", plain), LETTERS
    parts = [word.encode("utf-8", "surrogatepass") for word in words]
    runs = (b"\x1f".join(parts[at : at + size]) for at in range(max(1, len(parts) - size + 1)))
    return frozenset(sorted(set(map(crc32, runs)))[:SKETCH])


def write_sketch(sketch: frozenset[int]) -> str:
    """Return a sketch as text: hexadecimal numbers, sorted."""
    return " ".join(f"{value:08x}" for value in sorted(sketch))


def read_sketch(text: str) -> frozenset[int]:
    """Return the sketch that `write_sketch` wrote."""
    return frozenset(int(value, 16) for value in text.split())
