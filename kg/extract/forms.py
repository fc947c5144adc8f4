"""The forms of a lexicon: what their entries ask of the letters around them, settled once for all matches."""

from collections.abc import Sequence

from kg.languages import Entry, Pack


class KnownForm:
    """A form with its entries.

    A match of a form that `is_plain` needs no further look once the finder has not refused it. The entries of a form
    that `is_uniform` are open on the same sides.
    """

    __slots__ = ("entries", "is_plain", "is_uniform")

    def __init__(self, form: str, entries: Sequence[Entry], pack: Pack) -> None:
        self.entries = tuple(entries)
        sides = {(entry.form.open_left, entry.form.open_right) for entry in entries}
        self.is_uniform = len(sides) == 1
        is_whole = sides == {(False, False)} and pack.settings.boundary == "word" and not pack.settings.proclitics
        is_apart = pack.settings.boundary == "none" and stands_alone(form[0]) and stands_alone(form[-1])
        self.is_plain = (is_whole or is_apart) and not any(e.form.cased or e.form.first is not None for e in entries)


def is_letter(char: str) -> bool:
    """Tell whether a letter or digit stands there (combining vowel signs belong to their word)."""
    return char.isalnum() or is_vowel_sign(char)


def is_vowel_sign(char: str) -> bool:
    """Tell whether a character is an accent or vowel sign of its own, no letter."""
    return "\u0300" <= char <= "\u036f" or "\u064b" <= char <= "\u0652"


def joins(boundary: str, one: str, other: str) -> bool:
    """Tell whether two letters side by side are of one word: in Han and kana only Latin letters and katakana are."""
    if boundary == "word" or (boundary == "left" and "가" <= one <= "힣"):
        return True
    return (one < "\u2e80" and other < "\u2e80") or (is_katakana(one) and is_katakana(other))


def stands_alone(char: str) -> bool:
    """Tell whether a character is no part of a word with its neighbours where the script has no spaces."""
    return char >= "\u2e80" and not is_katakana(char)


def is_katakana(char: str) -> bool:
    """Tell whether a character is a katakana letter or the long mark: a run of them is one word."""
    return "\u30a1" <= char <= "\u30fa" or char == "\u30fc"
