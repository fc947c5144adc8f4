"""Which part of a page each line is: headline, body, caption, links to other articles, furniture.

A line is a paragraph. Most of it shows without words: body lines end in a stop, the others stand before, between or
after them. Only captions and links need the words of a language pack.
"""

import re
from collections import Counter
from enum import StrEnum
from functools import lru_cache

Span = tuple[int, int]


class Zone(StrEnum):
    """What a line of an article is."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    RELATED = "related"
    FURNITURE = "furniture"


_LINE = re.compile(r"[^\s\u2028\u2029](?:[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*[^\s\u2028\u2029])?")
_STOPPED = re.compile(r"[.!?…。！？؟۔।][\"'”’»›」』）)\]“]*$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CRUMBS = re.compile(r"\s[>»/|›·]\s|\S {3,}\S")
_CLOCK = re.compile(r"\b\d{1,2}\s*[:h時时시]\s*\d{2}|\b\d{1,2}\.\d{2}\s(?:WIB|Uhr)|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BULLET = re.compile(r"(?:[-–—*•·■◆◎▶▷►›>→»●○]+|\d{1,2}[.)])\s*\S")
_CREDIT = re.compile(r"[©(（]|\S+@\S|[^\s:：]+(?: [^\s:：]+)?\s?[:：]\s?\S")
_BRACKETED = re.compile(r"[(（\[【][^()（）\[\]【】]{0,60}[)）\]】]")
_SHORT = 120  # columns; a wide character counts two
_UNSPACED_FROM = "\u1100"  # Hangul, Han and kana stand from here on


def find_paragraphs(text: str) -> list[Span]:
    """Return the lines that are not blank, without the white space around them, in order."""
    return [match.span() for match in _LINE.finditer(text)]


def find_zones(text: str, captions: tuple[str, ...], related: tuple[str, ...]) -> list[Zone]:
    """Return the zone of each paragraph of `find_paragraphs`.

    `captions` and `related` are the pack's words ("file photo", "read also"); a form may end in `*`.
    """
    lines = [text[start:end] for start, end in find_paragraphs(text)]
    bodies = [index for index, line in enumerate(lines) if _is_prose(line)]
    if len(lines) < 2 or not bodies:
        return [Zone.BODY] * len(lines)
    zones = [Zone.BODY] * len(lines)
    _mark_top(lines, zones, bodies[0])
    _mark_middle(lines, zones, bodies)
    _mark_bottom(lines, zones, bodies[-1])
    _mark_words(lines, zones, _prepare(captions), _prepare(related))
    return zones


def _width(line: str) -> int:
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


def _is_prose(line: str) -> bool:
    width = _width(line)
    if width > 2 * _SHORT:
        return True
    if not _STOPPED.search(line):
        return width > _SHORT // 2 and line.endswith(":")
    if width < _SHORT and (_BULLET.match(line) or line.startswith(("(", "（", "©"))):
        return False
    return width > _SHORT // 2 or _CLOCK.search(line) is None


def _is_crumbs(line: str) -> bool:
    if _CRUMBS.search(line) and "«" not in line:
        return True
    return _CLOCK.search(line) is not None and _width(line) < _SHORT


def _mark_top(lines: list[str], zones: list[Zone], first: int) -> None:
    """Above the first prose line: the first line and its repeats are headlines, the others furniture."""
    counts = Counter(lines)
    for index in range(first):
        deck = _width(lines[index]) > _SHORT // 2 and _YEAR.search(lines[index]) is None
        titled = index == 0 or counts[lines[index]] > 1 or deck
        zones[index] = Zone.HEADLINE if titled and not _is_crumbs(lines[index]) else Zone.FURNITURE


def _mark_middle(lines: list[str], zones: list[Zone], bodies: list[int]) -> None:
    """Between prose lines: a plain line is a subhead; a list belongs to the body (the agreements signed, say)."""
    known = set(bodies)
    for index in range(bodies[0], bodies[-1]):
        if index not in known and not _BULLET.match(lines[index]):
            zones[index] = Zone.HEADLINE


def _mark_bottom(lines: list[str], zones: list[Zone], last: int) -> None:
    """Below the last prose line: two or more plain lines are links, credits are furniture."""
    tail = range(last + 1, len(lines))
    plain = [index for index in tail if _BULLET.match(lines[index]) or not _CREDIT.match(lines[index])]
    for index in tail:
        zones[index] = Zone.FURNITURE
    for index in plain:
        zones[index] = Zone.RELATED if len(plain) > 1 else Zone.HEADLINE
    if len(plain) > 1:
        for index in range(plain[0], plain[-1]):
            zones[index] = Zone.RELATED


@lru_cache(maxsize=64)
def _prepare(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return a pattern of the forms as whole words (stems end in `*`; scripts without spaces have no word edges)."""
    parts = [_bound(form.casefold()) for form in sorted(forms, key=len, reverse=True) if form.rstrip("*")]
    return re.compile("|".join(parts)) if parts else None


def _bound(form: str) -> str:
    left = r"(?<![^\W_])" if form[0].isalnum() and form[0] < _UNSPACED_FROM else ""
    right = r"(?![^\W_])" if form[-1].isalnum() and form[-1] < _UNSPACED_FROM else ""
    return left + re.escape(form.rstrip("*")) + right


def _mark_words(
    lines: list[str], zones: list[Zone], captions: re.Pattern[str] | None, related: re.Pattern[str] | None
) -> None:
    """The pack's words decide over the layout; a line that names other articles rules the list below it."""
    for index, line in enumerate(lines):
        low = line.casefold().lstrip("[【(（>*•- ")
        if related and related.match(low):
            zones[index] = Zone.RELATED
            _mark_list(lines, zones, index)
        elif captions and zones[index] is not Zone.RELATED and _is_caption(line, low, captions):
            zones[index] = Zone.CAPTION


def _mark_list(lines: list[str], zones: list[Zone], index: int) -> None:
    for at in range(index + 1, len(lines)):
        if not _BULLET.match(lines[at]):
            return
        zones[at] = Zone.RELATED


def _is_caption(line: str, low: str, captions: re.Pattern[str]) -> bool:
    if _width(line) > 2 * _SHORT + _SHORT // 2:
        return False
    if captions.match(low):
        return True
    if any(captions.search(mark) for mark in _BRACKETED.findall(low)):
        return True
    return not _STOPPED.search(line) and captions.search(low) is not None


_WIRE = re.compile(r"[^\s，。、：,:]{2,24}?\d{1,2}月\d{1,2}日(?:电|電|讯|訊)(?:[（(][^（()）]{1,30}[)）])?[\s：:]*")
_BRACKET = re.compile(
    r"(?:【[^【】]{2,40}】|\[[^\[\]]{2,40}\]|［[^［］]{2,40}］|[(（][^()（）]{2,40}[)）])\s*"
    r"(?P<mark>(?:[^\s=.]{1,8}\s?){0,3}=\s*|[-–—]+\s*)?"
)
_PLACE = re.compile(r"(?P<head>[^\s!?:;«»\"“”][^!?:;«»\"“”]{1,70}?)\s?(?P<dash>\.?--?|—|–)\s+(?=\S)")
_AGENCY = re.compile(r"\([^()]{2,30}\)\.?$")
_DATED = re.compile(r"[,.]\s.*\d")


def strip_dateline(text: str, start: int, end: int) -> int:
    """Return where the sentence from `start` to `end` begins after its dateline; `start` where it has none.

    Datelines are "MOSCOW, June 19 (Xinhua) --", "Moskow (ANTARA) -", "新华社北京6月28日电",
    "(서울=연합뉴스) 김철수 기자 =", "【东京时事】".
    What they name is where and when the text was filed, not the place and day of an event.
    """
    for pattern, is_dateline in ((_WIRE, _is_wire), (_BRACKET, _is_bracket), (_PLACE, _is_place)):
        match = pattern.match(text, start, end)
        if match and match.end() < end and is_dateline(match):
            return match.end()
    return start


def _is_wire(match: re.Match[str]) -> bool:
    return match.end() > match.start()


def _is_bracket(match: re.Match[str]) -> bool:
    return match.group("mark") is not None or match.group()[0] not in "(（"


def _is_place(match: re.Match[str]) -> bool:
    """Whether the words before the dash are an agency in brackets, a name in capitals, or a place with a day."""
    head = match.group("head")
    first = re.split(r"[\s,/]", head, maxsplit=1)[0]
    following = match.string[match.end()]
    if following.islower() or not first:
        return False  # "The Lima Accord (LA) — a treaty of 1990"
    if _AGENCY.search(head):
        return True
    if (match.group("dash") == "--" or "." in first[1:]) and first[0].isupper():
        return True
    if len(first) > 2 and first.isupper() and len(head.split()) <= 6:
        return not head.isdigit()
    return first[0].isupper() and _DATED.search(head) is not None and len(head) < 40
