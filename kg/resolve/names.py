"""Names of agreements: what is left of a name without its common words, acronyms, spelling for comparison."""

import re
import unicodedata
from functools import lru_cache

from kg.languages.loader import load_pack, supported_languages
from kg.languages.pack import Entry, Table

COMMON = (Table.NOUNS, Table.MODIFIERS, Table.MARKERS, Table.STATES, Table.OFFICES, Table.TRIGGERS)
SHORTEST_WORD = 3
LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 9
UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힯]")


@lru_cache(maxsize=200_000)
def fold_name(name: str) -> str:
    """Return `name` for comparison: NFKC, no case, no accents, single spaces between words and numbers."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", bare)))


@lru_cache(maxsize=200_000)
def romanise(text: str) -> str:
    """Return `text` in plain lower-case Latin letters, words kept apart; rough outside the Latin script."""
    from anyascii import anyascii

    return " ".join(re.findall(r"[a-z0-9]+", anyascii(text).lower()))


@lru_cache(maxsize=200_000)
def find_acronyms(name: str) -> frozenset[str]:
    """Return the acronyms that are the whole of `name` or stand in it (DCA, ДОВСЕ), never a whole title in capitals."""
    if name.isupper() and " " in name.strip():
        return frozenset()
    found = (match.group() for match in LETTERS.finditer(name))
    return frozenset(word for word in found if word.isupper() and SHORTEST_ACRONYM <= len(word) <= LONGEST_ACRONYM)


@lru_cache(maxsize=200_000)
def proper_words(name: str, language: str) -> frozenset[str]:
    """Return the words of `name` that no agreement shares by kind: Ottawa, Pukpuk; romanised, without numbers.

    Common words are those of the language's pack: nouns, modifiers, function words, states, offices.
    """
    rest = _without_common_words(f" {fold_name(name)} ", language)
    words = romanise(rest).split()
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD and not word.isdigit())


@lru_cache(maxsize=200_000)
def title_capital(name: str, language: str) -> str | None:
    """Return the state whose capital gives a bare name its title: RU for "the Moscow declaration".

    None where the name has other words of its own, or other states: then the capital stands for a government.
    """
    if language not in supported_languages() or proper_words(name, language):
        return None
    found = {(code, type_) for pattern, code, type_ in _state_patterns(language) if pattern.search(fold_name(name))}
    codes = {code for code, _ in found}
    return codes.pop() if len(codes) == 1 and ("capital" in {type_ for _, type_ in found}) else None


@lru_cache
def _state_patterns(language: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Return a pattern for each state form of a language, with the state and what the form is to it."""
    return tuple(
        (re.compile("|".join(_forms(entry))), entry["code"], entry["type"])
        for entry in load_pack(language).entries
        if entry.table is Table.STATES and _forms(entry)
    )


def _without_common_words(name: str, language: str) -> str:
    pattern = _common_pattern(language)
    return name if pattern is None else pattern.sub(" ", name)


@lru_cache
def _common_pattern(language: str) -> re.Pattern[str] | None:
    if language not in supported_languages():
        return None
    forms = {form for entry in load_pack(language).entries if entry.table in COMMON for form in _forms(entry)}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile("|".join(longest_first)) if longest_first else None


def _forms(entry: Entry) -> list[str]:
    """Return the patterns of one entry; scripts without spaces match anywhere."""
    text = fold_name(entry.form.text)
    if not text:
        return []
    if UNSPACED.search(text):
        return [re.escape(text)]
    left = r"\w*" if entry.form.open_left else ""
    right = r"\w*" if entry.form.open_right else ""
    return [rf"(?<!\w){left}{re.escape(text)}{right}(?!\w)"]
