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


def bases_of(name: str, pack: Pack, kind: str) -> list[str]:
    """Return `name` and all its possible base forms, the longest ending first; a name has endings on every word."""
    words = name.split(" ")
    endings = sorted((row for row in pack.inflections if row[2] in (kind, "any")), key=lambda row: -len(row[0]))
    result = [name]
    for ending, base, _ in endings:
        if words[-1].endswith(ending) and len(words[-1]) - len(ending) >= 2:
            last = words[-1][: len(words[-1]) - len(ending)] + base
            result.append(" ".join([*(undo(word, endings) for word in words[:-1]), last]))
    return result
