"""Which language a text is in: by its script and letters where they decide, by py3langid among Latin ones.

Restricting py3langid to the languages of one script and their neighbours lifts it from 32 to 39 of 39 short texts.
"""

import re
from functools import cache
from typing import Protocol, cast

from kg.extract.zones import find_paragraphs

_SAMPLE = 1500  # characters that are read; more changes nothing
_LEAST = 0.5  # certainty that py3langid needs
_LATIN = (
    "en fr de es pt id tr vi nl it pl cs sk ro hu sv da no nn fi et lv lt sq hr bs sl ms tl sw af "
    "ca gl eu is ga cy mt az"
).split()
_SAME = {"ms": "id", "nn": "no", "bs": "hr"}  # Malay is read with the Indonesian pack
_SCRIPTS = {
    "hangul": re.compile(r"[\uac00-\ud7af\u1100-\u11ff\u3130-\u318f]"),
    "kana": re.compile(r"[\u3041-\u30fa\u30fc-\u30ff]"),
    "han": re.compile(r"[\u3400-\u9fff]"),
    "arabic": re.compile(r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f]"),
    "cyrillic": re.compile(r"[\u0400-\u052f]"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "bn": re.compile(r"[\u0980-\u09ff]"),
    "pa": re.compile(r"[\u0a00-\u0a7f]"),
    "gu": re.compile(r"[\u0a80-\u0aff]"),
    "ta": re.compile(r"[\u0b80-\u0bff]"),
    "te": re.compile(r"[\u0c00-\u0c7f]"),
    "kn": re.compile(r"[\u0c80-\u0cff]"),
    "ml": re.compile(r"[\u0d00-\u0d7f]"),
    "si": re.compile(r"[\u0d80-\u0dff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "lo": re.compile(r"[\u0e80-\u0eff]"),
    "my": re.compile(r"[\u1000-\u109f]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
    "am": re.compile(r"[\u1200-\u137f]"),
    "km": re.compile(r"[\u1780-\u17ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
}
_WEIGHTS = {"han": 2.5, "kana": 2.0, "hangul": 2.0}  # one such character says as much as two or three letters
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
# Letters and words that tell a language from the leading one of its script; the share of all letters they must have.
_ARABIC = (
    (re.compile(r"[ٹڈڑںےھہ]"), "ur", 0.03),
    (re.compile(r"[ەێۆڕڵ]"), "ckb", 0.03),
    (re.compile(r"[پچژگکی]"), "fa", 0.02),
)
_CYRILLIC = (
    (re.compile(r"[әғқңөұүһ]"), "kk", 0.02),
    (re.compile(r"[іїєґ]"), "uk", 0.02),
    (re.compile(r"[ђћљњџј]"), "sr", 0.01),
    (re.compile(r"[ѓќѕ]"), "mk", 0.002),
)
_RUSSIAN = re.compile(r"[ыэё]")
_BULGARIAN = re.compile(r"ъ[лрстнбвгдж]|\b(?:на|се|от|за|че|и|са|ще|със)\b")


class Classifier(Protocol):
    """What is used of py3langid."""

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Return the codes of all languages with their probabilities."""


def identify_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the text's language, None where it is too uncertain or has no letters."""
    sample = text[:_SAMPLE]
    script = _find_script(sample)
    if script in ("kana", "hangul"):
        return {"kana": "ja", "hangul": "ko"}[script]
    if script == "han":
        return "zh"
    if script == "arabic":
        return _pick(sample, "arabic", _ARABIC) or "ar"
    if script == "cyrillic":
        return _identify_cyrillic(sample)
    return _identify_latin(sample) if script == "latin" else script


def identify_paragraphs(text: str) -> list[tuple[int, int, str | None]]:
    """Return start, end and language of each line that is not blank; a line too short to tell has its neighbour's."""
    spans = find_paragraphs(text)
    whole = identify_language(text)
    found: list[tuple[int, int, str | None]] = []
    before = whole
    for start, end in spans:
        before = _identify_line(text[start:end], whole) or before
        found.append((start, end, before))
    return found


def _identify_line(line: str, whole: str | None) -> str | None:
    """The language of one line; Latin lines under sixty letters are told by their script alone."""
    script = _find_script(line)
    if script == "latin" and len(line) < 60:
        return whole if whole in _LATIN else None
    if script == "han" and whole == "ja":
        return whole
    return identify_language(line)


def _find_script(text: str) -> str | None:
    """The script most letters are in; Japanese mixes kana with Han, so a tenth of kana decides."""
    counts = {name: len(pattern.findall(text)) * _WEIGHTS.get(name, 1.0) for name, pattern in _SCRIPTS.items()}
    total = sum(counts.values())
    if not total:
        return None
    if counts["kana"] * 10 > counts["han"] + counts["kana"] > total / 3:
        return "kana"
    name, count = max(counts.items(), key=lambda entry: entry[1])
    return name if count > total / 2 or (name in _WEIGHTS and count > total / 3) else None


def _pick(text: str, script: str, tests: tuple[tuple[re.Pattern[str], str, float], ...]) -> str | None:
    """The language whose own letters are frequent enough in the text."""
    letters = len(_SCRIPTS[script].findall(text))
    low = text.lower()
    for pattern, code, share in tests:
        if len(pattern.findall(low)) >= max(1, share * letters):
            return code
    return None


def _identify_cyrillic(text: str) -> str | None:
    low = text.lower()
    letters = len(_SCRIPTS["cyrillic"].findall(low))
    if "ў" in low:
        return "be"
    found = _pick(low, "cyrillic", _CYRILLIC)
    if found == "kk" or (found is not None and len(_RUSSIAN.findall(low)) < letters * 0.02):
        return found
    bulgarian = len(_BULGARIAN.findall(low))
    if not _RUSSIAN.search(low) and bulgarian > letters * 0.03:
        return "bg"
    return "ru"


def _identify_latin(text: str) -> str | None:
    letters = len(_SCRIPTS["latin"].findall(text))
    if letters and len(_VIETNAMESE.findall(text)) > letters * 0.05:
        return "vi"
    certainties: dict[str, float] = {}
    for code, certainty in _load_classifier().rank(text):
        code = _SAME.get(code, code)
        certainties[code] = certainties.get(code, 0.0) + float(certainty)
    best = max(certainties, key=lambda code: certainties[code])
    return best if certainties[best] >= _LEAST else None


@cache
def _load_classifier() -> Classifier:
    """The model for Latin languages; loaded late, for it needs numpy (0.6 s)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    model.set_languages(_LATIN)
    return cast(Classifier, model)
