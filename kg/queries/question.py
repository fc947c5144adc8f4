"""Understanding a question in plain words: which lookup it asks for, and the agreement or states it speaks of."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kg.languages.loader import supported_languages
from kg.queries.phrases import Phrase, find_all_phrases, find_phrases, lower, read_forms, settings_of

_ISO = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
_PUNCTUATION = " ?!.\uff1f\u3002\uff01\u00bf\u00a1\u061f"
_STATE_TYPES = frozenset({"name", "demonym", "organisation"})


class Lookup(StrEnum):
    """What a question can ask for; the values stand in the packs' questions.tsv."""

    WHAT_REPLACED = "what-replaced"
    REPLACED_WHAT = "replaced-what"
    REPLACED_EITHER = "replaced-either"  # ¿Qué reemplazó el tratado?: either may be the subject
    WHO_SIGNED = "who-signed"
    WHEN_SIGNED = "when-signed"
    RATIFIED = "ratified"
    IN_FORCE = "in-force"
    BETWEEN = "between"
    PARTIES = "parties"
    TIMELINE = "timeline"
    SOURCES = "sources"
    CONFLICTS = "conflicts"
    LINEAGE = "lineage"
    AGREEMENTS = "agreements"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as understood. `lookup` is None where no form of any pack is in it.

    `kinds` and `subjects` are keys of the packs, `states` are codes in the order of the text, `words` is what no
    table explains: parts of a name; `rest` is the text without the wording `form` that chose the lookup.
    """

    text: str
    language: str
    lookup: Lookup | None
    form: str = ""
    years: tuple[int, ...] = ()
    day: str | None = None
    kinds: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    rest: str = ""


def read_question(text: str) -> Question:
    """Return the question as understood, whatever language of the packs it is in."""
    plain = unicodedata.normalize("NFKC", " ".join(text.split()))
    asked = _choose(plain)
    language = asked[0] if asked else _guess_language(plain)
    phrase = asked[1] if asked else None
    rest = plain if phrase is None else _blank(plain, _with_endings(plain, phrase, language))
    telling = " ".join(rest.strip(_PUNCTUATION).split())
    day = _ISO.search(rest)
    rest = _ISO.sub(" ", rest)
    years = tuple(dict.fromkeys(int(year) for year in _YEAR.findall(rest)))
    rest = _YEAR.sub(lambda found: " " * len(found[0]), rest)
    return _describe(
        Question(
            text=text,
            language=language,
            lookup=Lookup(phrase.values[0]) if phrase else None,
            form=" … ".join(plain[start:end] for start, end in phrase.spans) if phrase else "",
            years=years,
            day=day[1] if day else None,
            rest=telling,
        ),
        rest,
    )


def _choose(text: str) -> tuple[str, Phrase] | None:
    """Return the language and the question form that explain most of the text."""
    best: tuple[int, int, str, Phrase] | None = None
    for rank, language in enumerate(_by_script(text)):
        found = find_all_phrases(text, read_forms(language, "questions"), settings_of(language))
        if found:
            letters = found[0].letters + _explained(_blank(text, found[0].spans), language)
            if best is None or (letters, -rank) > best[:2]:
                best = (letters, -rank, language, found[0])
    return None if best is None else best[2:]


def _by_script(text: str) -> list[str]:
    """Return the languages whose script the text is in, English first; all of them where it is in none."""
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha()}
    scripts = {"HIRAGANA": "kana", "KATAKANA": "kana", "HANGUL": "hangul", "CJK": "han", "CYRILLIC": "cyrillic"}
    found = {scripts.get(name, name.lower()) for name in names}
    for strong in ("kana", "hangul"):
        if strong in found:
            found = {strong}
    known = sorted(supported_languages(), key=lambda code: (code != "en", code))
    return [code for code in known if settings_of(code).script in found] or known


def _guess_language(text: str) -> str:
    """Return the language whose nouns and function words explain most of the text."""
    return max(_by_script(text), key=lambda code: _explained(text, code), default="en")


def _explained(text: str, language: str) -> int:
    settings = settings_of(language)
    rows = (*read_forms(language, "nouns"), *read_forms(language, "markers"), *read_forms(language, "states"))
    return sum(phrase.letters for phrase in find_phrases(text, rows, settings))


def _with_endings(text: str, phrase: Phrase, language: str) -> list[tuple[int, int]]:
    """Return the places of a question form, with the endings written onto it where only its left side is a boundary."""
    if settings_of(language).boundary != "left":
        return list(phrase.spans)
    return [
        (start, next((i for i in range(end, len(text)) if text[i] in " ?!."), len(text))) for start, end in phrase.spans
    ]


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _describe(question: Question, rest: str) -> Question:
    """Return the question with what the rest of its words says of the agreement."""
    language, settings = question.language, settings_of(question.language)
    states = find_phrases(rest, _state_rows(language), settings)
    parts = _part(_blank_all(rest, states), language)
    if parts.words and question.lookup is not None:
        more = find_phrases(_blank_all(rest, states), _territory_rows(language), settings)
        states = sorted([*states, *more], key=lambda phrase: phrase.start)
        parts = _part(_blank_all(rest, states), language)
    return replace(
        question,
        kinds=_kinds(parts.nouns),
        subjects=_once(phrase.values[0] for phrase in parts.subjects if phrase.values[0] != "-"),
        states=_once(code for phrase in states for code in phrase.values[0].split()),
        words=parts.words,
    )


def _kinds(nouns: Sequence[Phrase]) -> tuple[str, ...]:
    """Return the kinds that nouns found agreements with; a weak noun (statement, plan) counts where it is alone."""
    heads = _once(phrase.values[0] for phrase in nouns if phrase.values[1] == "head")
    return heads or _once(phrase.values[0] for phrase in nouns if phrase.values[1] == "weak")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """What the tables of a pack find in a text, and the words that none of them explains."""

    nouns: list[Phrase]
    subjects: list[Phrase]
    words: tuple[str, ...]


def _part(text: str, language: str) -> _Parts:
    settings = settings_of(language)
    subjects = find_phrases(text, read_forms(language, "modifiers"), settings)
    nouns = find_phrases(text, read_forms(language, "nouns"), settings)
    text = _blank_all(_blank_all(text, subjects), nouns)
    text = _blank_all(text, find_phrases(text, read_forms(language, "markers"), settings))
    words = _once(word for word in _WORD.findall(text) if _is_telling(word, settings.boundary))
    return _Parts(nouns=nouns, subjects=subjects, words=words)


def _state_rows(language: str) -> Sequence[tuple[str, tuple[str, ...]]]:
    return [row for row in read_forms(language, "states") if row[1][1] in _STATE_TYPES]


def _territory_rows(language: str) -> Sequence[tuple[str, tuple[str, ...]]]:
    """Return CLDR's names of states; Babel takes 0.1 s to import, so only words that nothing explains ask for it."""
    from kg.languages.territories import state_names

    return [(name, (code, "name")) for name, code in state_names(language)]


def _blank_all(text: str, phrases: Iterable[Phrase]) -> str:
    return _blank(text, [span for phrase in phrases for span in phrase.spans])


def _is_telling(word: str, boundary: str) -> bool:
    """Whether a word that nothing explains may be part of a name: neither a single letter nor an ending in kana."""
    if boundary == "none":
        return not all("\u3040" <= letter <= "\u309f" for letter in word)
    return len(word) > 1


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def fold_words(text: str) -> list[str]:
    """Return the words of a name for comparison: lower case, without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", lower(text)) if unicodedata.category(c) != "Mn")
    return _WORD.findall(plain)
