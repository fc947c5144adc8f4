"""Which states a joint act has where its own sentence names none."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document

ACTS = [
    ("es", "El Tratado entre México, Estados Unidos y Canadá entró en vigor en julio.", ("MX", "US", "CA")),
    (
        "fr",
        "La France et la Pologne signent un accord.\nAnne Martin et Jan Nowak ont signé à Nancy un traité d'amitié.",
        ("FR", "PL"),
    ),
    ("fr", "Anne Martin et Jan Nowak ont signé à Nancy un traité d'amitié.", ()),
]


@pytest.mark.parametrize(("code", "text", "states"), ACTS)
def test_a_joint_act_has_its_parties(code: str, text: str, states: tuple[str, ...]) -> None:
    claims = read_document(Document(text=text, language=code)).claims
    assert claims[-1].states == states
