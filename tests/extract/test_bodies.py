"""Whose parliament or government acts: of its seat, of its sentence's only state, of the last sentence's."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document

ACTS = [
    ("de", "Das Parlament in Accra stimmte dem Schiedsabkommen zu.", ("GH",)),
    ("fr", "À Berne, le gouvernement a dénoncé la convention fiscale.", ("CH",)),
    ("pt", "Em Maputo, o Parlamento ratificou o acordo de gás.", ("MZ",)),
    ("es", "México firmó el tratado en 2018. Su Senado lo ratificó en junio de 2019.", ("MX",)),
    ("es", "Uruguay y Bélgica firmaron el tratado en 2018. El Senado lo ratificó en junio de 2019.", ()),
]


@pytest.mark.parametrize(("code", "text", "states"), ACTS)
def test_a_body_acts_for_its_state(code: str, text: str, states: tuple[str, ...]) -> None:
    claims = read_document(Document(text=text, language=code)).claims
    assert claims[-1].states == states
