"""Korean compounds: the states and title words written together with their head noun (한일기본조약)."""

from collections.abc import Iterator, Mapping

from kg.languages import Entry, Table

PARTS = frozenset([Table.STATES, Table.MODIFIERS])
Piece = tuple[int, int, tuple[Entry, ...]]


def find_parts(by_form: Mapping[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    """Return the forms of two syllables or more that a compound may be made of, with their entries."""
    return {
        form: kept
        for form, entries in by_form.items()
        if len(form) > 1 and (kept := tuple(entry for entry in entries if entry.table in PARTS))
    }


def split_compound(text: str, start: int, end: int, parts: Mapping[str, tuple[Entry, ...]]) -> Iterator[Piece]:
    """Yield the known parts of text[start:end] from left to right, longest first; unknown syllables are left out."""
    at = start
    while at < end:
        last = next((stop for stop in range(end, at + 1, -1) if text[at:stop] in parts), None)
        if last is None:
            at += 1
            continue
        yield at, last, parts[text[at:last]]
        at = last
