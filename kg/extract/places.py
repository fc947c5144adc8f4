"""Towns by name in every script: GeoNames (CC BY 4.0), as tools/make_towns.py wrote them.

The names lie in one sorted text that is searched by halves: 0.1 s and a few megabytes, where a set of 250,000 strings
costs ten times both.
"""

import lzma
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

_LONGEST = 12  # characters of a name in scripts without spaces
_FOLDS = str.maketrans({"ё": "е", "’": "'", "-": " ", "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي"})
_KANA = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))  # ジュネーヴ is ジュネーブ


def fold_name(name: str) -> str:
    """Return a name as it is looked up: lower case, hyphens as spaces, letters of one sound as one."""
    low = name.strip().lower().translate(_FOLDS)
    if "ヴ" in low:
        for old, new in _KANA:
            low = low.replace(old, new)
    return low


class Gazetteer:
    """The names of towns.

    `name in gazetteer` disregards case (but a town's name begins with a capital where the script has them) and
    diacritics that the text leaves out: Sodankyla is Sodankylä, but của is not Cua.
    """

    def __init__(self, names: bytes) -> None:
        self._names = names  # folded, UTF-8, sorted, one a line
        self._has = lru_cache(maxsize=4096)(self._search)

    def __contains__(self, name: str) -> bool:
        return not name[:1].islower() and self._has(fold_name(name))

    def names(self) -> list[str]:
        """Return all names, folded and sorted."""
        return self._names.decode("utf-8").split("\n")

    def find(self, name: str, inflections: Sequence[tuple[str, str, str]] = ()) -> str | None:
        """Return the town's name in its base form, None if it is no town's.

        `inflections` are the pack's rows (ending, base, class) for languages that inflect names: Женеве → Женева.
        """
        if name in self:
            return name
        for ending, base, kind in sorted(inflections, key=lambda row: -len(row[0])):
            stem = name.removesuffix(ending)
            if kind != "person" and stem != name and len(stem) > 1 and stem + base in self:
                return stem + base
        return None

    def longest_prefix(self, text: str, start: int) -> int | None:
        """Return where the longest name of a town that begins at `start` ends, for scripts without spaces."""
        for end in range(min(len(text), start + _LONGEST), start + 1, -1):
            if text[start:end] in self:
                return end
        return None

    def _search(self, name: str) -> bool:
        """Search the sorted lines by halves."""
        key = name.encode("utf-8", "surrogatepass")
        low, high = 0, len(self._names)
        while low < high:
            middle = (low + high) // 2
            start = self._names.rfind(b"\n", low, middle) + 1 or low
            end = self._names.find(b"\n", middle, high)
            end = high if end < 0 else end
            line = self._names[start:end]
            if line == key:
                return bool(key)
            if line < key:
                low = end + 1
            else:
                high = max(start - 1, low)
        return False


@cache
def load_gazetteer() -> Gazetteer:
    """Return the towns of 15,000 people or more under all their names, smaller ones under their own."""
    return Gazetteer(lzma.decompress(files("kg.extract").joinpath("towns.txt.xz").read_bytes()))
