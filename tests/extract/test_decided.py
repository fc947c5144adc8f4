"""The day of a decision, a promise or a threat is not that of what is decided; as read on 20 September 2025."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

ROWS = read_rows("decided.tsv")


@pytest.mark.parametrize(("code", "text", "act", "date"), ROWS, ids=[f"{row[0]}-{at}" for at, row in enumerate(ROWS)])
def test_a_plan_has_no_day_but_its_own(code: str, text: str, act: str, date: str) -> None:
    claims = read_document(Document(text=text, language=code, published="2025-09-20")).claims
    assert [(f"{claim.event} {claim.status}", claim.date or "") for claim in claims] == [(act, date)]
