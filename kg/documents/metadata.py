"""What a record, a sidecar or a front matter says of a document, checked."""

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from typing import TypedDict

from kg.documents.base import Source

# The names a field may have in the input, and the field of Document.
FIELDS = {
    "id": "name",
    "lang": "language",
    "language": "language",
    "url": "url",
    "published": "published",
    "title": "title",
    "outlet": "outlet",
}
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\S.*)?)?)?")


class Metadata(TypedDict, total=False):
    """The fields of a document beside its text; what is absent is not known."""

    name: str
    language: str
    url: str
    published: str
    title: str
    outlet: str


def parse_metadata(values: Mapping[str, object], source: Source, line: int | None = None) -> Metadata:
    """Return the known fields of `values`; null and "" count as absent, other keys are ignored.

    Raises InputError, with the field, for a value that is no string or no day.
    """
    found = Metadata()
    for key, field in FIELDS.items():
        value = values.get(key)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise source.refuse(f"a string is expected, not {value!r:.40}", line, key)
        if field == "published":
            found["published"] = _parse_published(value, source, line)
        elif field == "language":
            found["language"] = parse_language(value)
        else:
            found[field] = value  # type: ignore[literal-required]
    return found


def check_keys(values: Mapping[str, object], source: Source) -> None:
    """Raise InputError for a key that means nothing: in a sidecar it is a misspelling."""
    for key in values:
        if key not in FIELDS:
            near = get_close_matches(key, FIELDS, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(FIELDS)}"
            raise source.refuse(f"unknown key; {hint}", field=key)


def parse_day(value: str) -> str | None:
    """Return the ISO day, month or year that `value` begins with, None if it is none; times are cut off."""
    match = _ISO.fullmatch(value.strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def parse_language(tag: str) -> str:
    """Return the language of a BCP 47 tag: `id` of `id-ID`, `zh` of `zh_Hant`."""
    return tag.strip().replace("_", "-").partition("-")[0].lower()


def _parse_published(value: str, source: Source, line: int | None) -> str:
    day = parse_day(value)
    if day is None:
        raise source.refuse(f"{value!r:.40} is no ISO day, month or year", line, "published")
    return day
