"""What makes two documents' agreements one, or keeps them apart, on made-up documents."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from kg.model import Claim, Document, Event, Evidence, Extraction, Kind, LocalAgreement, Status
from kg.resolve.home import home_of
from kg.resolve.names import compound_subjects, find_acronyms, find_capital, title_place
from kg.resolve.resolve import cluster


@dataclass(frozen=True, kw_only=True)
class Story:
    """A document that tells of one agreement; `days` are done events such as "signature@2001-02-03"."""

    name: str
    parties: str
    language: str = "en"
    year: int | None = None
    kind: Kind = Kind.TREATY
    days: str = ""
    place: str | None = None
    published: str | None = None
    url: str | None = None

    def extraction(self, number: int) -> Extraction:
        text = f"Document {number} tells of it."
        return Extraction(
            document=Document(text=text, published=self.published, url=self.url),
            language=self.language,
            agreements=(self.agreement(),),
            claims=tuple(self.claims(Evidence(start=0, end=8, quote=text[:8]))),
        )

    def agreement(self) -> LocalAgreement:
        return LocalAgreement(
            id="A1",
            names=(self.name,),
            kind=self.kind,
            year=self.year,
            parties=tuple(self.parties.split()),
            subjects=tuple(sorted(compound_subjects(self.name, self.language))),
        )

    def claims(self, evidence: Evidence) -> Iterator[Claim]:
        for event, day in (one.split("@") for one in self.days.split()):
            yield Claim(
                event=Event(event),
                agreement="A1",
                status=Status.DONE,
                evidence=evidence,
                rule="test",
                date=day,
                place=self.place if event == "signature" else None,
            )


def tell(name: str, parties: str = "", **known: Any) -> Story:
    return Story(name=name, parties=parties, **known)


def count_agreements(*told: Story) -> int:
    return len(cluster(story.extraction(number) for number, story in enumerate(told)).agreements)


def are_one(*told: Story) -> bool:
    return count_agreements(*told) == 1


def test_translators_put_one_subject_for_another_of_its_family() -> None:
    one = tell("comprehensive strategic partnership treaty", "RU VN", year=2012)
    assert are_one(one, tell("strategic cooperation treaty", "RU VN"))
    assert not are_one(one, tell("extradition treaty", "RU VN", year=2012))


def test_the_home_press_leaves_its_own_state_out() -> None:
    both = tell("border treaty", "KH VN", year=1985)
    assert are_one(both, tell("border treaty", "KH", url="https://outlet.vn/1", language="vi", year=1985))
    undated = tell("Hiệp ước biên giới", "KH", language="vi")
    assert are_one(tell("Hiệp ước biên giới", "KH VN", language="vi", year=1985), undated)


@pytest.mark.parametrize(
    ("url", "language", "home"),
    [
        ("https://news.example.au/1", "en", "AU"),
        ("https://news.example.co.uk/1", "en", "GB"),
        ("https://news.example.ae/1", "ru", None),
        ("https://news.example.tv/1", "en", None),
        ("https://news.example.com/1", "ja", "JP"),
        (None, "en", None),
    ],
)
def test_a_documents_home_is_told_by_its_host_or_language(url: str | None, language: str, home: str | None) -> None:
    assert home_of(Document(text="It.", url=url), language) == home


def test_two_parties_can_be_the_name() -> None:
    named = tell("EU-Mercosur agreement", "EU MERCOSUR", kind=Kind.AGREEMENT)
    assert are_one(named, tell("agreement between the EU and Mercosur", "EU MERCOSUR", kind=Kind.AGREEMENT))
    assert not are_one(tell("agreement", "EU MERCOSUR"), tell("treaty", "EU MERCOSUR"))


def test_news_of_an_undated_treaty_is_news_of_that_years() -> None:
    signed = tell("friendship treaty", "DE GB", year=2025)
    assert are_one(signed, tell("treaty", "DE GB", published="2025-07-18"))
    assert not are_one(signed, tell("treaty", "DE GB", published="2019-01-22"))


def test_two_dated_events_make_up_for_parties_not_told() -> None:
    days = "signature@2000-04-22 entry_into_force@2001-09-05"
    assert are_one(tell("treaty of friendship", "BR PT", days=days), tell("treaty", days=days))
    assert not are_one(tell("treaty", "BR PT", days=days), tell("treaty", days="signature@2000-04-22"))


def test_a_town_in_the_name_and_the_town_of_signature_are_one() -> None:
    one = tell("San Francisco peace treaty", "JP", year=1951)
    two = tell("peace treaty with Japan", "JP", days="signature@1951-09-08", place="San Francisco")
    assert are_one(one, two)


def test_a_convention_of_many_is_one_whichever_states_are_told() -> None:
    one = tell("Ottawa Convention", "LT LV", kind=Kind.CONVENTION)
    assert are_one(one, tell("Convenio de Ottawa", "AO MZ", kind=Kind.CONVENTION, language="es"))
    assert not are_one(tell("defence treaty", "LT LV", year=2010), tell("defence treaty", "AO MZ", year=2010))


def test_two_states_have_few_communiques() -> None:
    one, two = (tell("joint communique", "AU PG", kind=Kind.COMMUNIQUE) for _ in range(2))
    assert are_one(one, two)
    old, new = (tell("joint communique", "AU PG", kind=Kind.COMMUNIQUE, year=year) for year in (2009, 2019))
    assert not are_one(one, old, new)
    assert count_agreements(one, old, new) == 3  # nobody can tell which


@pytest.mark.parametrize(
    ("word", "town"), [("oslo", "oslo"), ("seoul", "seoul"), ("aachener", "aachen"), ("khanoi", "hanoi")]
)
def test_towns_of_few_consonants_are_told_apart_by_their_first_letter(word: str, town: str) -> None:
    assert find_capital(word) == f"capital-{town}"


def test_a_capital_of_the_pack_gives_a_title_in_its_own_script() -> None:
    assert title_place("파리협정", "ko") == title_place("Paris Agreement", "en") == "capital-paris"


def test_an_acronym_ends_where_another_script_begins() -> None:
    assert find_acronyms("BBNJ协定") == {"BBNJ"}


@pytest.mark.parametrize(
    ("name", "language", "subject"),
    [("мирный договор", "ru", "peace"), ("상호원조조약", "ko", "mutual-assistance"), ("peace treaty", "en", "peace")],
)
def test_a_noun_with_its_subject_in_it_tells_the_subject(name: str, language: str, subject: str) -> None:
    assert subject in compound_subjects(name, language)
