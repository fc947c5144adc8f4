"""The number of an agreement in a series: "the 12th Special Measures Agreement" is another than the 11th."""

import re
from collections.abc import Sequence

from kg.extract.items import Item
from kg.extract.title import Title

_WHOLE = re.compile(r"(\d{1,2})(?:st|nd|rd|th|e|er|re|ère|ème|º|ª|ο|o|a)|[第제](\d{1,2})[次차号호回회]", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,2}")
_MARKS = frozenset([".", "-", "º", "ª", "°", "'", "’"])
_ENDING = 4  # letters of an ordinal's ending, stuck to a hyphen or apostrophe
_LEADS = frozenset(["ke", "thứ"])  # what stands before the digits of an ordinal in Indonesian and Vietnamese
_REACH = 4


def number_title(items: Sequence[Item], title: Title) -> None:
    """Note the number of a mention, which begins its name where it stands before it."""
    found = find_serial(items, title)
    if found is not None:
        title.serial = found[0]
        title.first = min(title.first, found[1])
        title.start = items[title.first].start


def find_serial(items: Sequence[Item], title: Title) -> tuple[int, int] | None:
    """Return the number of a mention in its series and the item that it begins at, None where it has none."""
    for index in range(max(0, title.first - _REACH), title.last + 1):
        number = serial_at(items, index, title.head if index >= title.first else title.first)
        if number is not None:
            return number, index
    behind = range(title.last + 1, min(title.last + _REACH, len(items)))
    leads = [i for i in behind if items[i].text.lower() in _LEADS]
    for index in leads[:1]:
        rest = [items[i].text for i in range(index + 1, min(index + 3, len(items))) if items[i].text not in _MARKS]
        if rest and _NUMBER.fullmatch(rest[0]):
            return int(rest[0]), title.first
    return None


def serial_at(items: Sequence[Item], index: int, end: int) -> int | None:
    """Return the ordinal that begins at an item and ends right before item `end`, adjectives aside."""
    item = items[index]
    whole = _WHOLE.fullmatch(item.text)
    if whole is not None and item.date is None:
        return int(whole[1] or whole[2]) if are_between(items, index + 1, end) else None
    if item.date is not None or not _NUMBER.fullmatch(item.text):
        return None
    after = index + 1
    while after < end and (items[after].text in _MARKS or is_ending(items, after)):
        after += 1
    return int(item.text) if after > index + 1 and are_between(items, after, end) else None


def is_ending(items: Sequence[Item], index: int) -> bool:
    """Tell whether letters stuck to an ordinal's hyphen or apostrophe are its ending."""
    return len(items[index].text) <= _ENDING and items[index - 1].text in _MARKS and items[index].text.isalpha()


def are_between(items: Sequence[Item], start: int, end: int) -> bool:
    """Tell whether only words of a name, or nothing, stand between an ordinal and what it numbers."""
    return end - start <= 1 and all(item.is_plain or item.modifier is not None for item in items[start:end])


def are_other_numbers(title: Title, known: Sequence[Title]) -> bool:
    """Tell whether a mention has another number than those that an agreement is known by."""
    numbers = {other.serial for other in known if other.serial is not None}
    return title.serial is not None and bool(numbers) and title.serial not in numbers
