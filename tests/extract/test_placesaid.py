"""The ways of saying where a treaty was signed, and towns that are not where it was."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

ROWS = read_rows("placesaid.tsv")


@pytest.mark.parametrize(("code", "text", "place"), ROWS, ids=[f"{row[0]}-{at}" for at, row in enumerate(ROWS)])
def test_a_signature_has_the_place_that_is_said(code: str, text: str, place: str) -> None:
    claims = read_document(Document(text=text, language=code, published="2025-09-20")).claims
    assert [claim.place or "" for claim in claims] == [place]
