"""Which date, which states and which source belong to an act, where others stand near."""

import pytest

from kg.extract.reader import read_document
from kg.model import Claim, Document, Event


def claim_of(text: str, event: Event) -> Claim:
    claims = read_document(Document(text=text, language="en", published="2025-09-20")).claims
    return next(claim for claim in claims if claim.event is event)


@pytest.mark.parametrize(
    ("text", "event", "date"),
    [
        ("On Friday, 19 September 2025, Peru and Chad signed and ratified the treaty.", "ratification", "2025-09-19"),
        ("After the attack (22 April 2025) India suspended the 1960 river treaty.", "suspension", None),
        ("Peru suspended the Lima Agreement (1972).", "suspension", None),
        (
            "Iran and Oman began to apply a transit treaty on Thursday, signed in Muscat on 17 January 2025.",
            "signature",
            "2025-01-17",
        ),
        ("The pact was ratified by Peru in May before taking effect.", "ratification", "2025-05"),
        (
            "Oman acceded to the transit convention in 2012; Peru ratified it later the same year.",
            "ratification",
            "2012",
        ),
    ],
)
def test_a_date_belongs_to_its_own_act(text: str, event: str, date: str | None) -> None:
    assert claim_of(text, Event(event)).date == date


@pytest.mark.parametrize(
    ("text", "event", "states"),
    [
        ("With Morocco and Chad joining, the transit convention has forty parties.", "accession", {"MA", "TD"}),
        ("Oman acceded to the transit convention in 2012; Peru ratified it later that year.", "ratification", {"PE"}),
        ("The Baltic states withdrew from the transit convention.", "withdrawal", {"EE", "LV", "LT"}),
        ("On 23 April, after an attack in Karachi, New Delhi suspended the river treaty.", "suspension", {"IN"}),
        ("A UN treaty on rivers entered into force in May.", "entry_into_force", set()),
    ],
)
def test_states_are_those_that_act(text: str, event: str, states: set[str]) -> None:
    assert set(claim_of(text, Event(event)).states) == states


def test_whom_a_state_notifies_neither_acts_nor_makes_it_a_source() -> None:
    claim = claim_of("Estonia notified the UN of its withdrawal from the transit convention.", Event.WITHDRAWAL)
    assert claim.states == ("EE",)
    assert claim.source is None


@pytest.mark.parametrize(
    ("text", "event", "states"),
    [
        ("Costa and Leyen will fly to Paraguay to sign the pact.", "signature", set()),
        ("The EU hailed the ratification of the treaty by Uruguay and Argentina.", "ratification", {"UY", "AR"}),
        ("Peru's withdrawal from the transit convention and notes of intent by Chile came late.", "withdrawal", {"PE"}),
    ],
)
def test_no_destination_and_nobody_beside_acts(text: str, event: str, states: set[str]) -> None:
    assert set(claim_of(text, Event(event)).states) == states
