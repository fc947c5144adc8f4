"""An amendment tells what is changed, and by what other agreement where the text names one."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document, Event
from tests.extract.rows import read_rows

ROWS = read_rows("amended.tsv")


@pytest.mark.parametrize(("code", "text", "changed", "by"), ROWS, ids=[f"{row[0]}-{n}" for n, row in enumerate(ROWS)])
def test_an_amendment_names_both_texts(code: str, text: str, changed: str, by: str) -> None:
    extraction = read_document(Document(text=text, language=code, published="2025-09-20"))
    names = {agreement.id: agreement.names[0] for agreement in extraction.agreements}
    told = [claim for claim in extraction.claims if claim.event is Event.AMENDMENT]
    assert [(names[claim.agreement], names[claim.by] if claim.by else "") for claim in told] == [(changed, by)]
