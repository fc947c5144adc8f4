"""Sentences of every script, one case a line in sentences.tsv."""

from pathlib import Path

import pytest

from kg.extract.sentences import split_sentences
from kg.extract.zones import Zone, find_paragraphs, find_zones, strip_dateline

ABBREVIATIONS = frozenset(["Dr.", "z. B.", "Art.", "Abs.", "M.", "Sr.", "núm.", "EE. UU.", "TP.", "TS.", "No."])
HERE = Path(__file__).parent
PAGE = """Two states sign a treaty

Home > News > World

By Anna Example
19.06.2024 12:30

File photo: the leaders in 1999.

GENEVA, June 19 (Agency) -- The two states signed a treaty on Wednesday, their foreign ministries said.

What it says

It replaces the treaty of 1961, which had been in force for six decades.

Read also:
- A pact is signed elsewhere
- The weather

Source: Agency"""


def read_cases(name: str) -> list[list[str]]:
    rows = (HERE / name).read_text(encoding="utf-8").splitlines()[1:]
    return [row.split("\t") for row in rows if not row.startswith("#")]


@pytest.mark.parametrize(("code", "marked"), read_cases("sentences.tsv"))
def test_sentences_end_where_the_case_has_a_bar(code: str, marked: str) -> None:
    text = marked.replace("|", "")
    found = [text[sentence.start : sentence.end] for sentence in split_sentences(text, code, ABBREVIATIONS)]
    assert found == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize(("dateline", "rest"), read_cases("datelines.tsv"))
def test_a_sentence_begins_after_its_dateline(dateline: str, rest: str) -> None:
    text = f"{dateline} {rest}" if dateline != "-" else rest
    assert text[strip_dateline(text, 0, len(text)) :] == rest


def test_a_page_falls_into_zones() -> None:
    zones = find_zones(PAGE, ("file photo",), ("read also",))
    first = ["headline", "furniture", "furniture", "furniture", "caption", "body", "headline", "body"]
    assert [zone.value for zone in zones] == [*first, "related", "related", "related", "furniture"]


def test_a_single_line_without_a_stop_is_body() -> None:
    assert find_zones("Two states sign a treaty", (), ()) == [Zone.BODY]


def test_a_sentence_knows_its_paragraph_and_zone() -> None:
    sentences = split_sentences(PAGE, "en", ABBREVIATIONS)
    spans = find_paragraphs(PAGE)
    assert all(spans[s.paragraph][0] <= s.start < s.end <= spans[s.paragraph][1] for s in sentences)
    assert [s.zone for s in sentences if s.paragraph == 7] == [Zone.BODY]
