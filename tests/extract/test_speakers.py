"""Who is quoted, and who only speaks in the next clause."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document

SAID = [
    ("de", "Das Zollabkommen trat 2016 in Kraft, doch das Gericht erklärte Teile für unwirksam.", None),
    ("de", "Das Zollabkommen sei 2016 in Kraft getreten, erklärte Außenministerin Anna Berg.", "Anna Berg"),
    ("de", "Der 1965 geschlossene Zollvertrag erlösche in sechs Monaten, hieß es in einem Papier.", None),
]


@pytest.mark.parametrize(("code", "text", "source"), SAID)
def test_the_source_is_who_says_it(code: str, text: str, source: str | None) -> None:
    claims = read_document(Document(text=text, language=code)).claims
    assert {claim.source for claim in claims} == {source}
