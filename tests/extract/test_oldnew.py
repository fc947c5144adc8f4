"""The old agreement that runs out is not the new one that takes effect, whether its noun is said again or not."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document, Event
from tests.extract.rows import read_rows

ROWS = read_rows("oldnew.tsv")


@pytest.mark.parametrize(("code", "text"), ROWS, ids=[f"{row[0]}-{at}" for at, row in enumerate(ROWS)])
def test_the_old_agreement_is_another_than_the_new(code: str, text: str) -> None:
    claims = read_document(Document(text=text, language=code, published="2025-09-20")).claims
    told = {claim.event: claim.agreement for claim in claims}
    assert set(told) == {Event.ENTRY_INTO_FORCE, Event.EXPIRY}
    assert told[Event.ENTRY_INTO_FORCE] != told[Event.EXPIRY]
