"""Whether the fonts of this machine can show a text, asked of the renderer itself."""

import unicodedata
from collections.abc import Iterable

from kg.errors import InputError

_NOWHERE = "\U000e0fff"  # unassigned in Unicode: drawn as a letter without a glyph is
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    '<text x="5" y="30" font-size="24" font-family="{fonts}">{letter}</text></svg>'
)


def check_fonts(text: str, families: str) -> None:
    """Raise InputError where no installed font has the letters of a script in `text`."""
    blank = _drawn(_NOWHERE, families)
    missing = [letter for letter in _samples(text) if _drawn(letter, families) == blank]
    if missing:
        names = ", ".join(f"{_script(letter)} ({letter})" for letter in missing)
        raise InputError(
            f"png: no font installed here shows {names}: install one (Debian: fonts-noto-core, fonts-noto-cjk), "
            "or export svg"
        )


def _samples(text: str) -> Iterable[str]:
    """Return one letter of each script in the text, the first in code point order."""
    found: dict[str, str] = {}
    for letter in sorted(set(text)):
        if letter.isalpha():
            found.setdefault(_script(letter), letter)
    return found.values()


def _script(letter: str) -> str:
    """Return the first word of the letter's Unicode name: LATIN, CYRILLIC, HANGUL, CJK."""
    return unicodedata.name(letter, "UNNAMED").split(" ")[0]


def _drawn(letter: str, families: str) -> bytes:
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=_SVG.format(fonts=families, letter=letter)))
