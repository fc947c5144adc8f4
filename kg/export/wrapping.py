"""Text on a picture: how wide it is, about, and how it breaks into lines."""

import unicodedata
from collections.abc import Iterator

_WIDTHS = {"W": 1.0, "F": 1.0, "H": 0.5}
ELLIPSIS = "…"


def width(text: str, size: float) -> float:
    """Return the width of `text` in pixels at a font size, a little more than common sans fonts need."""
    return sum(_letter_width(letter) for letter in text) * size


def _letter_width(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Cf"}:
        return 0.0
    wide = _WIDTHS.get(unicodedata.east_asian_width(letter))
    if wide is not None:
        return wide
    if letter in " .,;:'!|ijl()[]":
        return 0.36
    return 0.74 if letter.isupper() or letter in "mwMW@%" else 0.6


def is_rtl(text: str) -> bool:
    """Whether the first strong letter of `text` runs from right to left (UAX #9, rule P2)."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def wrap(text: str, size: float, limit: float, lines: int) -> list[str]:
    """Return `text` as at most `lines` lines no wider than `limit` pixels; what is cut ends in an ellipsis."""
    found: list[str] = []
    line = ""
    for piece in _pieces(text, size, limit):
        if line and width((line + piece).rstrip(), size) > limit:
            found.append(line.strip())
            line = ""
        line += piece
    found.append(line.strip())
    if len(found) <= lines:
        return found
    return [*found[: lines - 1], _cut(found[lines - 1], size, limit)]


def _pieces(text: str, size: float, limit: float) -> Iterator[str]:
    """Yield the parts that a line may break between: words, Chinese and Japanese letters, halves of long words."""
    word = ""
    for letter in " ".join(text.split()):
        free = unicodedata.east_asian_width(letter) == "W" and not "\uac00" <= letter <= "\ud7a3"
        if (free and word) or (word and width(word + letter, size) > limit):
            yield word
            word = ""
        word += letter
        if letter in " -/" or free:
            yield word
            word = ""
    if word:
        yield word


def _cut(line: str, size: float, limit: float) -> str:
    while line and width(line + ELLIPSIS, size) > limit:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS
