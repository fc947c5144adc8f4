"""The ways of saying when a treaty was signed, as read on Saturday, 20 September 2025."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

ROWS = read_rows("datesaid.tsv")


@pytest.mark.parametrize(("code", "text", "date"), ROWS, ids=[f"{row[0]}-{at}" for at, row in enumerate(ROWS)])
def test_a_signature_has_the_date_that_is_said(code: str, text: str, date: str) -> None:
    claims = read_document(Document(text=text, language=code, published="2025-09-20")).claims
    assert [claim.date or "" for claim in claims] == [date]
