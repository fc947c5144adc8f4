"""Articles that never name the agreement they speak of, and those that only seem to."""

import pytest

from kg.extract.reader import read_document
from kg.model import Document, Event, Extraction, Status


def read(text: str) -> Extraction:
    return read_document(Document(text=text, language="en", published="2025-09-20"))


def test_states_that_leave_what_is_never_named_leave_one_agreement() -> None:
    extraction = read(
        "Estonia, Latvia and Lithuania notified the UN of their withdrawal; it takes effect six months later. "
        "Russia and China have never been signatories."
    )
    assert [agreement.names for agreement in extraction.agreements] == [()]
    told = {(claim.event, claim.status): set(claim.states) for claim in extraction.claims}
    assert told == {
        (Event.WITHDRAWAL, Status.DONE): {"EE", "LV", "LT"},
        (Event.SIGNATURE, Status.DENIED): {"RU", "CN"},
    }


def test_an_acronym_that_states_ratify_or_withdraw_from_is_an_agreement() -> None:
    extraction = read("Niger and Mali have withdrawn from the ECTA, and Chad will withdraw from the ECTA next year.")
    assert [agreement.names for agreement in extraction.agreements] == [("ECTA",)]
    assert {claim.event for claim in extraction.claims} == {Event.WITHDRAWAL}


@pytest.mark.parametrize(
    "text",
    [
        "France announced the withdrawal of its forces from Mali. The withdrawal takes effect in May.",
        "Germany and Italy announced their withdrawal from the contest. The withdrawals take effect at once.",
        "Kenya and Ghana withdrew their candidates. The withdrawal took effect on Monday.",
        "The withdrawal of the drug in Germany and France takes effect in June, the company said.",
        "Argentina said it would withdraw from the WHO. The withdrawal takes effect in a year.",
        "Hungary's withdrawal from the court takes effect in June 2026, the depositary said.",
        "He left the CIA in 2001 and joined the FBI.",
        "Germany, France and Italy quit the ESL after two days.",
        "Britain left the ERM in 1992.",
    ],
)
def test_leaving_anything_else_is_no_claim(text: str) -> None:
    assert read(text).claims == ()


def test_the_end_of_an_agreement_that_was_never_signed_is_no_termination() -> None:
    extraction = read("Peru refused to sign the fisheries agreement with Chile. The agreement was scrapped.")
    assert {claim.event for claim in extraction.claims} == {Event.SIGNATURE}


def test_what_is_told_of_several_leavers_with_one_object_is_told_of_each() -> None:
    extraction = read("After withdrawals by Italy and Poland, France will withdraw from the transit convention.")
    told = [(claim.status, set(claim.states)) for claim in extraction.claims]
    assert told == [(Status.DONE, {"IT", "PL"}), (Status.PLANNED, {"FR"})]


def test_one_noun_with_a_list_of_years_stands_for_an_agreement_a_year() -> None:
    extraction = read("The new pact between Peru and Chile will replace the agreements signed in 1961, 2000 and 2001.")
    older = [agreement for agreement in extraction.agreements if agreement.year is not None]
    assert [agreement.year for agreement in older] == [1961, 2000, 2001]
    replaced = [claim.replaced for claim in extraction.claims if claim.event is Event.REPLACEMENT]
    assert replaced == [agreement.id for agreement in older]
    signed = [claim.date for claim in extraction.claims if claim.event is Event.SIGNATURE]
    assert signed == ["1961", "2000", "2001"]


def test_a_verb_in_quotation_marks_is_not_said_by_the_article() -> None:
    assert read('The two ministers "ratified" the river treaty in Lima.').claims == ()
