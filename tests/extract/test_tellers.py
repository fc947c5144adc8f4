"""Who tells of an act does not do it: papers and agencies named for a country, and Kenya, which ratified."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

ROWS = read_rows("tellers.tsv")


@pytest.mark.parametrize(("code", "text"), ROWS, ids=[f"{row[0]}-{at}" for at, row in enumerate(ROWS)])
def test_only_who_ratified_acts(code: str, text: str) -> None:
    (claim,) = read_document(Document(text=text, language=code, published="2025-09-20")).claims
    assert (claim.event, claim.states) == ("ratification", ("KE",))
