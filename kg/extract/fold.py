"""Folding: reading a text without regard to case and look-alike characters, keeping every offset."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

UNREAD = re.compile("[\u0640\u064b-\u0652\u0670]")  # Arabic tatweel and vowel signs: few writers set them

SIGNS = frozenset("\u0640\u0670" + "".join(map(chr, range(0x064B, 0x0653))))


@dataclass(frozen=True, slots=True)
class Working:
    """A text made readable, and for each of its characters the start of its origin (None: the same)."""

    text: str
    origins: tuple[int, ...] | None = None

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the original text that `start`..`end` came from."""
        return (start, end) if self.origins is None else (self.origins[start], self.origins[end])


def compose(text: str) -> Working:
    """Return `text` in NFC without Arabic tatweel and vowel signs; a text that already is so costs nothing.

    A decomposed letter (NFD), an elongated or a vocalised Arabic word would hide a name from the lexicon (UAX #15).
    """
    if text.isascii() or (unicodedata.is_normalized("NFC", text) and UNREAD.search(text) is None):
        return Working(text)
    if not has_other_marks(text):
        kept = [index for index, char in enumerate(text) if char not in SIGNS]
        return Working(UNREAD.sub("", text), (*kept, len(text)))
    out: list[str] = []
    origins: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and (unicodedata.combining(text[end]) or UNREAD.match(text[end])):
            continue
        piece = unicodedata.normalize("NFC", UNREAD.sub("", text[start:end]))
        out.append(piece)
        origins.extend([start] * len(piece))
        start = end
    return Working("".join(out), (*origins, len(text)))


def has_other_marks(text: str) -> bool:
    """Tell whether a text has letters to compose, or marks that stay on their letter."""
    if not unicodedata.is_normalized("NFC", text):
        return True
    return any(unicodedata.combining(char) and char not in SIGNS for char in set(text))


# One-to-one NFKC letters, digits and signs of the full-width block, read as their plain forms.
WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code - 0xFEE0).isalnum()}


HALVES = f"{chr(0xD800)}-{chr(0xDFFF)}"  # of a character: an automaton refuses them
LONE = re.compile(f"[{HALVES}]")


class Folding:
    """Lower case, and the characters that a language reads as others; the length of a text stays as it is."""

    def __init__(self, table: Mapping[int, str]) -> None:
        self.table = WIDE | dict(table)
        characters = "".join(map(chr, self.table))
        self.mapped = re.compile(f"[{re.escape(characters)}{HALVES}]")
        self.maps_ascii = any(char.isascii() for char in characters)

    def __call__(self, text: str) -> str:
        """Return `text` folded.

        Most texts hold nothing to map: looking for it first is five times as fast as str.translate.
        """
        if not self.maps_ascii and text.isascii():
            return text.lower()
        low = text.replace("İ", "i").lower()  # the only letter that would grow, to i and a dot
        if self.mapped.search(low) is None:
            return low
        return LONE.sub("\ufffd", low).translate(self.table)
