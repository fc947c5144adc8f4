"""The day an article speaks from, where nobody gives it."""

from kg.extract.reader import read_document
from kg.model import Document

BODY = "The two foreign ministers signed the treaty on Tuesday in Bern, the ministry of Switzerland said."


def date_of(text: str) -> str | None:
    """Return the date of the only claim of a text."""
    (claim,) = read_document(Document(text=text, language="en")).claims
    return claim.date


def test_a_byline_dates_the_weekdays_of_its_article() -> None:
    assert date_of(f"Ministers meet in the capital\n\nBy Ann Lee\n14 Nov 2024, 16:05 CET\n\n{BODY}") == "2024-11-12"


def test_without_a_byline_a_weekday_has_no_date() -> None:
    assert date_of(BODY) is None
