"""Dates of thirteen languages: dates.tsv has a text a line, its day of publication, and the dates it holds."""

from pathlib import Path

import pytest

from kg.extract.calendar import make_calendar
from kg.extract.dates import DateMention, find_dates
from kg.languages import load_pack

HERE = Path(__file__).parent


def read_cases() -> list[list[str]]:
    return [row.split("\t") for row in (HERE / "dates.tsv").read_text(encoding="utf-8").splitlines()[1:]]


def find(code: str, text: str, published: str | None) -> list[DateMention]:
    return find_dates(text, make_calendar(code, load_pack(code).calendar), published)


@pytest.mark.parametrize(("code", "published", "text", "dates"), read_cases())
def test_a_text_holds_the_dates_of_its_case(code: str, published: str, text: str, dates: str) -> None:
    found = find(code, text, None if published == "-" else published)
    assert " ".join(mention.iso or "-" for mention in found) == dates.replace("none", "")


def test_a_weekday_beside_a_date_belongs_to_the_mention() -> None:
    text = "Penandatanganan dilakukan di Magelang, Kamis (29/8/2024)."
    assert [text[m.start : m.end] for m in find("id", text, None)] == ["Kamis (29/8/2024)"]


def test_a_year_before_its_noun_is_attributive() -> None:
    assert [m.attributive for m in find("en", "The 1961 treaty was signed in 1961.", None)] == [True, False]


def test_a_date_without_a_year_has_a_later_reading_for_plans() -> None:
    (mention,) = find("ko", "양국은 8월까지 서명하기로 했다.", "1992-03-19")
    assert (mention.iso, mention.later) == ("1991-08", "1992-08")


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert [m.iso for m in find("en", "It was signed on 31 June 2024.", None)] == [None]


def test_an_unknown_meaning_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown meaning 'monat:9' of 'september'"):
        make_calendar("de", [("september", "monat:9")])
