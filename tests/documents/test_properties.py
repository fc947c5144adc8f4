"""Properties of the readers: any bytes are read or refused, texts come back as they were."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.base import Reader, Source
from kg.documents.metadata import parse_day
from kg.documents.text import read_text
from kg.errors import InputError
from kg.model import Document
from kg.plugins import find_family, find_plugin

READERS = sorted(find_family("documents"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1).filter(str.strip)


LEAVES = st.none() | st.booleans() | st.integers() | st.text()
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


def load(suffix: str) -> Reader:
    reader: Reader = find_plugin("documents", suffix).load()
    return reader


def read_all(suffix: str, data: bytes) -> list[Document | InputError]:
    try:
        return list(load(suffix)(Source(path="x", stream=io.BytesIO(data))))
    except InputError as error:
        return [error]


@pytest.mark.parametrize("suffix", READERS)
@given(data=st.binary())
def test_any_bytes_are_read_or_refused_in_one_line(suffix: str, data: bytes) -> None:
    for result in read_all(suffix, data):
        assert isinstance(result, Document) or "\n" not in str(result)


@given(text=TEXTS)
def test_a_text_comes_back_as_it_was(text: str) -> None:
    [document] = read_text(Source(path="x", stream=io.BytesIO(text.encode())))
    assert isinstance(document, Document)
    assert document.text == text


@given(texts=st.lists(TEXTS))
def test_json_lines_come_back_as_they_were(texts: list[str]) -> None:
    data = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts).encode()
    found = [result.text for result in read_all("jsonl", data) if isinstance(result, Document)]
    assert found == texts


@given(value=JSON)
def test_any_json_is_read_or_refused(value: object) -> None:
    assert all(isinstance(result, Document | InputError) for result in read_all("json", json.dumps(value).encode()))


@given(day=st.dates())
def test_an_iso_day_is_kept(day: object) -> None:
    assert parse_day(str(day)) == str(day)
    assert parse_day(f"{day}T23:59:00+07:00") == str(day)


@pytest.mark.parametrize("value", ["2024-02-30", "2024-13", "19 June 2024", "", "20240619", "2024-6-1", "2024-06-19x"])
def test_what_is_no_iso_day_is_none(value: str) -> None:
    assert parse_day(value) is None
