"""Every event, done, planned, denied or no fact: how each language says so, in its plainest sentences."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

ROWS = read_rows("statuses.tsv")


@pytest.mark.parametrize(("language", "sentence", "facts"), ROWS)
def test_the_status_is_the_sentences(language: str, sentence: str, facts: str) -> None:
    """`facts` are the readings a careful reader may take, parted by slashes; "-" is none."""
    found = read_document(Document(text=sentence, language=language, published="2025-04-20"))
    assert ("; ".join(f"{claim.event} {claim.status}" for claim in found.claims) or "-") in facts.split("/")
