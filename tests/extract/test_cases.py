"""The packs' own cases: a sentence and the facts it must give, or none."""

import pytest

from kg.extract.reader import read_document
from kg.languages import load_pack, supported_languages
from kg.model import Document

CASES = [(code, *case) for code in supported_languages() for case in load_pack(code).cases]


@pytest.mark.parametrize(("code", "sentence", "facts"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)])
def test_a_sentence_gives_its_facts(code: str, sentence: str, facts: str) -> None:
    claims = read_document(Document(text=sentence, language=code)).claims
    assert sorted({f"{claim.event} {claim.status}" for claim in claims}) == sorted(filter(None, facts.split("; ")))
