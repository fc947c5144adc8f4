"""What a sentence says an agreement is belongs to the agreement: its parties, not another treaty."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document
from tests.extract.rows import read_rows

DEFINITIONS = read_rows("definitions.tsv")
NEXT = [
    ("en", "The Mombasa Agreement was signed on 3 May 2001. It replaced the 1961 agreement."),
    ("fr", "L'accord de Mombasa a été signé le 3 mai 2001. Il a remplacé l'accord de 1961."),
    ("de", "Das Mombasa-Abkommen wurde am 3. Mai 2001 unterzeichnet. Es ersetzte das Abkommen von 1961."),
    ("es", "El Acuerdo de Mombasa se firmó el 3 de mayo de 2001. Sustituyó al acuerdo de 1961."),
]


@pytest.mark.parametrize(("language", "text"), DEFINITIONS)
def test_the_definition_gives_the_parties(language: str, text: str) -> None:
    found = read_document(Document(text=text, language=language, published="2025-09-20"))
    done = next(claim for claim in found.claims if claim.event in ("signature", "entry_into_force"))
    assert sorted(done.states) == ["BR", "KE"]
    assert sum(1 for agreement in found.agreements if agreement.year != 1961) == 1


@pytest.mark.parametrize(("language", "text"), NEXT)
def test_what_the_agreement_replaces_is_another(language: str, text: str) -> None:
    found = read_document(Document(text=text, language=language, published="2025-09-20"))
    assert [(one.year) for one in found.agreements] == [2001, 1961]
    assert any(claim.event == "replacement" for claim in found.claims)


def test_what_an_agreement_is_not_says_nothing_of_it() -> None:
    text = "The Lima Protocol is not a treaty between Kenya and Brazil. The Lima Protocol was signed in 1970."
    found = read_document(Document(text=text, language="en", published="2025-09-20"))
    assert [claim.states for claim in found.claims] == [()]
