"""Articles in two languages, and in none that kg reads."""

import pytest

from kg.errors import UnsupportedLanguage
from kg.extract.reader import read_document
from kg.model import Document, Event

ENGLISH = (
    "Portugal and Chile signed a treaty on fisheries in Lisbon on 3 May 2019, the foreign ministry said.\n"
    "The ministers praised the long friendship between the two countries during a short ceremony.\n"
)
RUSSIAN = (
    "Парламент Чили ратифицировал договор о рыболовстве с Португалией 4 июня 2020 года, сообщило агентство.\n"
    "Депутаты обсуждали документ в течение нескольких часов и поддержали его большинством голосов.\n"
)
DUTCH = (
    "De ministers van beide landen hebben gisteren in Den Haag gesproken over de vrijheid van de scheepvaart.\n"
    "Het verdrag werd door het parlement niet behandeld, zei een woordvoerder van het ministerie.\n"
)


def test_each_paragraph_is_read_in_its_own_language() -> None:
    text = f"{ENGLISH}\n{RUSSIAN}"
    extraction = read_document(Document(text=text))
    assert {claim.event for claim in extraction.claims} == {Event.SIGNATURE, Event.RATIFICATION}
    for claim in extraction.claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    known = {agreement.id for agreement in extraction.agreements}
    assert {claim.agreement for claim in extraction.claims} <= known


def test_a_text_in_one_language_is_read_as_such() -> None:
    assert read_document(Document(text=RUSSIAN)).language == "ru"


def test_a_language_without_a_pack_is_refused() -> None:
    with pytest.raises(UnsupportedLanguage, match="nl"):
        read_document(Document(text=DUTCH))
