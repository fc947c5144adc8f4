"""Sentences: where they begin and end, in the languages of news.

Libraries that split sentences know neither Indonesian abbreviations nor Korean dates ("2024. 6. 19.") and cut quotes
in two; the rules here follow UAX #29 and add those. Abbreviations come from the language pack.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.zones import Span, Zone, find_paragraphs, find_zones, strip_dateline

_QUOTED = re.compile(
    '“[^”“]{1,300}”|„[^“”„]{1,300}[“”]|«[^»«]{1,300}»|「[^」「]{1,300}」|『[^』『]{1,300}』|"[^"]{1,300}"'
)
_STOP = re.compile(r"(?:[.!?…؟۔।]+|[。！？]+)(?:[\"'”’»›」』）)\]]|“(?=\s|$))*(?:\s+[»”])?")
_OPENER = re.compile(r"[\s\"'“‘«‹„「『(（\[¿¡—–\-]*")
_TOKEN = re.compile(r"[^\s\"'“”‘’«»„「」『』()（）\[\]/]*$")
_WORD = re.compile(r"\w+")
_GO_ON = re.compile(r"\s*[とやなのはがをもで、，,;；:：)）」』”]")
_ORDINAL_LANGUAGES = frozenset({"de", "tr", "da", "nb", "no", "fi", "cs", "sk", "hu", "pl", "hr", "sr", "et", "lv"})
_WIDE_LANGUAGES = frozenset({"zh", "ja"})
_MAY = frozenset("jan feb mai jun jul aug sep okt nov dez oca şub mar nis may haz tem ağu eyl eki kas ara".split())
_YEAR_STOPS = frozenset({"г", "гг"})  # Russian "year", shortened: it may end a sentence
_SHORT_WORD = 3  # a capitalised word this short after an ambiguous stop is an article or pronoun: The, Der, Bu
_UNSPACED = "؟۔।"
LONGEST = 2000
_FAR = 24  # characters looked back for an abbreviation


@dataclass(frozen=True, slots=True)
class Sentence:
    """Code points `start` to `end` of the text, in paragraph number `paragraph` (blank lines do not count)."""

    start: int
    end: int
    paragraph: int
    zone: Zone


def split_sentences(
    text: str, code: str, abbreviations: frozenset[str], zones: Sequence[Zone] | None = None
) -> list[Sentence]:
    """Return the sentences of `text` in order; none crosses a line or has white space at its ends.

    `abbreviations` are forms with their stop ("Dr."); `zones` are those of `find_zones`, found by layout if None.
    """
    if zones is None:
        zones = find_zones(text, (), ())
    splitter = _make_splitter(code, abbreviations)
    return [
        Sentence(start, end, number, zone)
        for number, (span, zone) in enumerate(zip(find_paragraphs(text), zones, strict=True))
        for piece in splitter.split(text, (strip_dateline(text, *span) if zone is Zone.BODY else span[0], span[1]))
        for start, end in cut_long(text, piece)
    ]


def cut_long(text: str, sentence: Span) -> Iterator[Span]:
    """Yield a sentence, in parts where it is longer than any sentence is: a table, a text without full stops."""
    start, end = sentence
    while end - start > LONGEST:
        window = text[start + LONGEST // 2 : start + LONGEST]
        at = max(window.rfind(mark) for mark in ("; ", ", ", "；", "，", "、"))
        at = at if at >= 0 else window.rfind(" ")
        cut = start + (LONGEST // 2 + at + 1 if at >= 0 else LONGEST)
        yield start, cut
        start = next(i for i in range(cut, end) if not text[i].isspace())  # a sentence ends in no white space
    yield start, end


@lru_cache(maxsize=64)
def _make_splitter(code: str, abbreviations: frozenset[str]) -> "_Splitter":
    return _Splitter(code, abbreviations)


class _Splitter:
    """The rules of one language."""

    def __init__(self, code: str, abbreviations: frozenset[str]) -> None:
        forms = {form.casefold().rstrip(".") for form in abbreviations}
        self._single = frozenset(form.split(" ")[0].rstrip(".") for form in forms)
        self._several = tuple(sorted(form for form in forms if " " in form))
        self._wide = code in _WIDE_LANGUAGES
        self._dated = code == "ko"
        self._ordinals = code in _ORDINAL_LANGUAGES

    def split(self, text: str, paragraph: Span) -> Iterator[Span]:
        start, end = paragraph
        quotes = _find_quotes(text, start, end)
        for stop in _STOP.finditer(text, start, end):
            if stop.start() < start or any(left < stop.start() and stop.end() < right for left, right in quotes):
                continue
            if stop.end() < end and self._ends(text, start, stop, end):
                yield start, stop.end()
                start = _skip_space(text, stop.end())
        if start < end:
            yield start, end

    def _ends(self, text: str, start: int, stop: re.Match[str], end: int) -> bool:
        first = text[stop.start()]
        if first in "。！？" or (self._wide and first in "!?"):
            return self._ends_wide(text, start, stop)
        opener = _OPENER.match(text, stop.end(), end)
        at = opener.end() if opener else stop.end()
        if at >= end or not _may_begin(text[at]):
            return False
        spaced = text[stop.end()].isspace()
        if first == "." and stop.group()[1:2] != ".":
            return self._ends_dot(text, start, stop.start(), at) if spaced else _is_glued(text, stop.start(), at)
        return spaced or first in _UNSPACED

    def _ends_wide(self, text: str, start: int, stop: re.Match[str]) -> bool:
        if stop.group()[-1] in "。！？!?":
            return True
        if _GO_ON.match(text, stop.end()):
            return False
        return text[start] not in '“「『"' or _QUOTED.match(text, start) is None or text[stop.end()] in '“「『"'

    def _ends_dot(self, text: str, start: int, dot: int, at: int) -> bool:
        """A full stop followed by white space and something that may begin a sentence (at `at`)."""
        found = _TOKEN.search(text, max(start, dot - _FAR), dot)
        token = found.group() if found else ""
        word = _WORD.match(text, at)
        following = word.group() if word else ""
        if token.isdigit():
            return self._ends_number(token, following, dot - len(token) == start)
        if self._is_compound(text, start, dot, token):
            return 1 < len(following) <= _SHORT_WORD and following.casefold() not in _MAY
        low = token.casefold()
        if low in _YEAR_STOPS and 0 < len(following) <= _SHORT_WORD:
            return True
        initial = len(token) == 1 and token.isalpha()
        return not (initial or low in self._single or low.rpartition("-")[2] in self._single)

    def _ends_number(self, token: str, following: str, leads: bool) -> bool:  # noqa: FBT001
        if leads or self._dated or (following[:1].isdigit() and len(token) <= 4):
            return False
        if len(token) > 2 or not self._ordinals:
            return True
        return len(following) <= _SHORT_WORD and following.casefold() not in _MAY

    def _is_compound(self, text: str, start: int, dot: int, token: str) -> bool:
        """Whether an abbreviation of several parts ends at `dot`: "U.S.", "z. B.", "EE. UU."."""
        if "." in token and all(len(part) <= 2 for part in token.split(".")):
            return True
        return bool(self._several) and text[max(start, dot - _FAR) : dot].casefold().endswith(self._several)


def _find_quotes(text: str, start: int, end: int) -> list[Span]:
    """Quotes short enough to stand within one sentence; straight quotes only where they pair up."""
    even = text.count('"', start, end) % 2 == 0
    spans = [match.span() for match in _QUOTED.finditer(text, start, end)]
    return [span for span in spans if even or text[span[0]] != '"']


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_uncased(char: str) -> bool:
    return char.isalpha() and char.lower() == char.upper()


def _may_begin(char: str) -> bool:
    return char.isupper() or char.isdigit() or _is_uncased(char)


def _is_glued(text: str, dot: int, at: int) -> bool:
    """A stop without the space that should follow it: "signed.The", "했다.그"; not "Gazeta.Ru" or "9.19"."""
    before, after = text[max(0, dot - 3) : dot], text[at : at + 3]
    if before.endswith("다"):
        return _is_uncased(after[0])
    if not before.isalpha() or not after.isalpha():
        return False
    return len(before) == 3 and before.islower() and len(after) == 3 and after[0].isupper() and after[1:].islower()
