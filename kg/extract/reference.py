"""The day an article speaks from, where none is given: the full date of its byline or dateline."""

from collections.abc import Sequence

from kg.extract.dates import DateMention
from kg.extract.zones import Zone, find_paragraphs, strip_dateline


def find_reference_day(text: str, zones: Sequence[Zone], dates: Sequence[DateMention]) -> str | None:
    """Return the ISO day that byline and dateline agree on; None if they give none, or two."""
    spans = [
        (start, end if zone is Zone.FURNITURE else strip_dateline(text, start, end))
        for (start, end), zone in zip(find_paragraphs(text), zones, strict=False)
        if zone in (Zone.FURNITURE, Zone.BODY)
    ]
    full = [date for date in dates if date.iso and len(date.iso) == 10 and not date.relative]
    days = {date.iso for date in full for start, end in spans if start <= date.start and date.end <= end}
    return days.pop() if len(days) == 1 else None
