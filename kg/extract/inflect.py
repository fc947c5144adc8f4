"""Base forms of names: the endings that the pack lists, undone."""

from collections.abc import Sequence

from kg.languages import Pack


def base_form(name: str, pack: Pack, kind: str) -> str:
    """Return `name` with the endings of its words undone by the pack's rows of `kind` (person or place) and any."""
    rows = [row for row in pack.inflections if row[2] in (kind, "any")]
    if not rows:
        return name
    return " ".join(undo(word, rows) for word in name.split(" "))


def undo(word: str, rows: Sequence[tuple[str, str, str]]) -> str:
    """Return `word` with the longest matching ending replaced by its base; short words stay."""
    for ending, base, _ in sorted(rows, key=lambda row: -len(row[0])):
        if word.endswith(ending) and len(word) - len(ending) >= 2 and len(word) > 3:
            return word[: len(word) - len(ending)] + base
    return word
