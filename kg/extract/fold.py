"""Folding: reading a text without regard to case and look-alike characters, keeping every offset."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

TATWEEL = "\u0640"


@dataclass(frozen=True, slots=True)
class Working:
    """A text made readable, and for each of its characters the start of its origin (None: the same)."""

    text: str
    origins: tuple[int, ...] | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original text that `start`..`end` came from."""
        return (start, end) if self.origins is None else (self.origins[start], self.origins[end])


def compose(text: str) -> Working:
    """Return `text` in NFC without Arabic tatweel; the common case, a text that already is so, costs nothing.

    A decomposed letter (NFD) or an elongated Arabic word would hide a name from the lexicon (UAX #15).
    """
    if unicodedata.is_normalized("NFC", text) and TATWEEL not in text:
        return Working(text)
    out: list[str] = []
    origins: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and (unicodedata.combining(text[end]) or text[end] == TATWEEL):
            continue
        piece = unicodedata.normalize("NFC", text[start:end].replace(TATWEEL, ""))
        out.append(piece)
        origins.extend([start] * len(piece))
        start = end
    return Working("".join(out), (*origins, len(text)))


# One-to-one NFKC letters, digits and signs of the full-width block, read as their plain forms.
WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}


LONE = re.compile(r"[\ud800-\udfff]")  # half a character, which an automaton refuses


def fold(text: str, table: dict[int, str]) -> str:
    """Return `text` in lower case with the characters of `table` mapped, of the same length."""
    low = text.replace("İ", "i").lower()  # the only letter that would grow, to i and a dot
    # Most texts hold nothing to map: looking for it first is five times as fast as str.translate.
    if _find_mapped("".join(map(chr, table))).search(low) is None:
        return low
    return LONE.sub("\ufffd", low).translate(table)


@cache
def _find_mapped(characters: str) -> re.Pattern[str]:
    """Return the pattern of a character to map or of half a character."""
    return re.compile(f"[{re.escape(characters)}\ud800-\udfff]")
