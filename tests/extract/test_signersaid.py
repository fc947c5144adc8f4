"""The ways of saying who signed for Kenya and for Norway: both persons, and both states."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

ROWS = read_rows("signersaid.tsv")


@pytest.mark.parametrize(("code", "text", "persons"), ROWS, ids=[f"{row[0]}-{at}" for at, row in enumerate(ROWS)])
def test_both_signers_are_found_with_their_states(code: str, text: str, persons: str) -> None:
    (claim,) = read_document(Document(text=text, language=code, published="2025-09-20")).claims
    assert {person.name for person in claim.persons} == set(persons.split(","))
    assert set(claim.states) == {"KE", "NO"}
