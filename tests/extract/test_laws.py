"""A ratification is told by its stages: each chamber's vote, then who signs the law."""

from kg.extract.reader import read_document
from kg.model import Document, Event


def ratifications(text: str, language: str) -> list[tuple[str | None, tuple[str, ...], list[str]]]:
    claims = read_document(Document(text=text, language=language, published="2025-09-20")).claims
    return [
        (claim.date, claim.states, [person.name for person in claim.persons])
        for claim in claims
        if claim.event is Event.RATIFICATION
    ]


def test_each_chamber_and_the_signer_of_the_law_ratify_on_their_own_day() -> None:
    text = (
        "The State Duma ratified the transit treaty on 8 April 2024, the Federation Council on 16 April, "
        "and Vladimir Putin signed the law on 21 April."
    )
    assert ratifications(text, "en") == [
        ("2024-04-08", ("RU",), []),
        ("2024-04-16", ("RU",), []),
        ("2024-04-21", ("RU",), ["Vladimir Putin"]),
    ]


def test_a_law_with_a_subject_of_its_own_ratifies_nothing() -> None:
    text = "The State Duma ratified the transit treaty in May. Vladimir Putin signed a law on pensions in June."
    assert ratifications(text, "en") == [("2025-05", ("RU",), [])]


def test_states_before_and_behind_the_verb_share_its_dates() -> None:
    text = "Peru ratified the river pact in 2001, Chile in 2003 and Bolivia only in 2010."
    assert ratifications(text, "en") == [("2001", ("PE",), []), ("2003", ("CL",), []), ("2010", ("BO",), [])]


def test_russian_verbs_share_their_object_with_the_next_chamber() -> None:
    text = (
        "Договор о транзите подписан в мае. Госдума ратифицировала его 8 апреля 2024 года, "
        "Совет Федерации — 16 апреля, "
        "а 21 апреля закон подписал президент Владимир Путин."
    )
    assert [date for date, _, _ in ratifications(text, "ru")] == ["2024-04-08", "2024-04-16", "2024-04-21"]
