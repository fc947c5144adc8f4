"""How alike two names are, and whether two names are one person's."""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_APART = re.compile(r"[^\w]+")


@lru_cache(maxsize=65536)
def normalise(name: str) -> str:
    """Return the name's letters and digits, folded (NFKC, case, marks), its words parted by one space."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return _APART.sub(" ", bare).strip()


@lru_cache(maxsize=65536)
def compare_names(one: str, other: str) -> float:
    """Return 0 to 1: 1 for the same name, .75 and more for one inside the other, else what pairs of letters share."""
    a, b = normalise(one), normalise(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    if (a in b or b in a) and min(len(a), len(b)) >= 2:
        return 0.75 + 0.2 * min(len(a), len(b)) / max(len(a), len(b))
    pairs, others = _pairs(a), _pairs(b)
    return 2 * (pairs & others).total() / (pairs.total() + others.total())


def count_persons(predicted: list[str] | None, gold: list[str] | None) -> int:
    """Return how many of the predicted persons are in the gold list, each gold person counted once."""
    left = _split(gold)
    hits = 0
    for person in _split(predicted):
        match = next((other for other in left if _is_same(person, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def _pairs(name: str) -> Counter[str]:
    letters = name.replace(" ", "")
    return Counter(letters[i : i + 2] for i in range(max(1, len(letters) - 1)))


def _split(names: list[str] | None) -> list[list[str]]:
    return [normalise(name).split() for name in names or [] if normalise(name)]


def _is_same(a: list[str], b: list[str]) -> bool:
    """Same first or last word, or one name written together inside the other (scripts without spaces)."""
    whole, other = "".join(a), "".join(b)
    return a[-1] == b[-1] or a[0] == b[0] or whole in other or other in whole
