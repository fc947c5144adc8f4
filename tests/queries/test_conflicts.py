"""Disagreement between sources: all opinions are kept, and the view says which it shows and why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.graph.dates import EARLIEST, LATEST, MAJORITY, PRECISE, PRIMARY, choose_date
from kg.graph.voices import Voice, count_voices, is_copy, voice_of
from kg.model import Claim, Document, Event, Evidence, Extraction, Kind, LocalAgreement, Person, Status
from kg.queries.lookups_conflicts import find_conflicts, find_disputed, is_shown
from kg.stores.embedded import EmbeddedStore, memory_store

STORY = (
    "Negotiators of the two states met for a third day in the old town hall before the text was ready at last. "
    "The ministers then put their names to it in front of some forty journalists and left without a word. "
)


def voice(outlet: str, text: str = "", published: str | None = None) -> Voice:
    return Voice(document=outlet, outlet=outlet, published=published, text=text or outlet)


def test_most_independent_sources_win() -> None:
    told = [("2024-06-18", voice("a")), ("2024-06-19", voice("b")), ("2024-06-19", voice("c"))]
    choice = choose_date(told)
    assert (choice.value, choice.rule, dict(choice.voices)) == (
        "2024-06-19",
        MAJORITY,
        {"2024-06-18": 1, "2024-06-19": 2},
    )


def test_copies_of_one_story_count_once() -> None:
    copies = [("2024-06-18", replace(voice(name), text=STORY)) for name in ("a", "b", "c")]
    told = [*copies, ("2024-06-19", voice("d", "Quite another text.")), ("2024-06-19", voice("e", "And one more."))]
    assert choose_date(told).value == "2024-06-19"


def test_the_primary_source_breaks_a_tie() -> None:
    choice = choose_date([("2024-06-18", voice("news.example")), ("2024-06-19", voice("kremlin.ru"))])
    assert (choice.value, choice.rule) == ("2024-06-19", PRIMARY)


def test_the_latest_report_breaks_a_tie_without_one() -> None:
    told = [("2024-06-18", voice("a", published="2024-06-19")), ("2024-06-19", voice("b", published="2024-06-25"))]
    assert (choose_date(told).value, choose_date(told).rule) == ("2024-06-19", LATEST)


def test_the_earlier_of_equals_is_shown_and_said_to_be_that() -> None:
    choice = choose_date([("2024-06-19", voice("b")), ("2024-06-18", voice("a"))])
    assert (choice.value, choice.rule) == ("2024-06-18", EARLIEST)


def test_a_vague_date_is_no_disagreement() -> None:
    choice = choose_date([("2024", voice("a")), ("2024-06", voice("b")), ("2024-06-19", voice("c"))])
    assert (choice.value, choice.rule) == ("2024-06-19", PRECISE)


def test_a_cut_story_with_another_dateline_is_a_copy() -> None:
    whole = Document(text=f"MOSCOW (A) - {STORY}Dinner followed.", url="https://a.example/1")
    cut = Document(text=f"By our own staff. {STORY}", url="https://b.example/2")
    other = Document(text="The parliament ratified the treaty by a large majority of votes on Monday evening.")
    assert is_copy(voice_of(whole), voice_of(cut))
    assert not is_copy(voice_of(whole), voice_of(other))
    assert count_voices(map(voice_of, (whole, cut, other))) == 2


def tell(number: int, text: str, status: Status, date: str | None) -> Extraction:
    document = Document(
        text=text, name=f"story-{number}", url=f"https://outlet{number}.example/", published="2024-07-01"
    )
    local = LocalAgreement(id="A1", names=("Treaty of Oz",), kind=Kind.TREATY, year=2024, parties=("RU", "KP"))
    evidence = Evidence(start=0, end=len(text), quote=text)
    claim = Claim(event=Event.SIGNATURE, agreement="A1", status=status, evidence=evidence, rule="test", date=date)
    return Extraction(document=document, language="en", agreements=(local,), claims=(claim,))


def load(*extractions: Extraction) -> EmbeddedStore:
    store = memory_store()
    store.load(extractions)
    return store


def test_opinions_stand_with_their_voices_and_sentences() -> None:
    store = load(
        tell(1, "It was signed on the 19th.", Status.DONE, "2024-06-19"),
        tell(2, "Both put their names to it on 19 June.", Status.DONE, "2024-06-19"),
        tell(3, "The signing was a day earlier, we hear.", Status.DONE, "2024-06-18"),
    )
    (agreement,) = find_disputed(store)
    (conflict,) = find_conflicts(store, agreement)
    assert (conflict.what, conflict.shown, conflict.rule) == ("date of signature", "2024-06-19", MAJORITY)
    assert [(one.value, one.voices, is_shown(conflict, one)) for one in conflict.opinions] == [
        ("2024-06-18", 1, False),
        ("2024-06-19", 2, True),
    ]
    assert conflict.opinions[0].sentences == (("story-3", "The signing was a day earlier, we hear."),)


def test_done_and_denied_are_both_kept() -> None:
    store = load(
        tell(1, "It was signed on the 19th.", Status.DONE, "2024-06-19"),
        tell(2, "No one has signed anything.", Status.DENIED, None),
    )
    (agreement,) = find_disputed(store)
    (conflict,) = find_conflicts(store, agreement)
    assert (conflict.what, {one.value for one in conflict.opinions}) == ("status of signature", {"done", "denied"})


def test_a_denial_that_came_first_is_no_conflict() -> None:
    early = tell(2, "No one has signed anything.", Status.DENIED, None)
    early = replace(early, document=replace(early.document, published="2024-06-01"))
    store = load(tell(1, "It was signed on the 19th.", Status.DONE, "2024-06-19"), early)
    assert [conflict for agreement in find_disputed(store) for conflict in find_conflicts(store, agreement)] == []


@dataclass(frozen=True, kw_only=True)
class Story:
    """A made-up document: who signed, or what was replaced by its agreement; all done, in the words of `text`."""

    text: str
    signers: tuple[tuple[str, str | None], ...] = ()
    year: int = 2021
    replaced: int | None = None
    day: str | None = None
    published: str = "2021-07-01"

    def extraction(self) -> Extraction:
        return Extraction(
            document=Document(text=self.text, name=self.text, published=self.published),
            language="en",
            agreements=tuple(self.agreements()),
            claims=(self.claim(),),
        )

    def agreements(self) -> Iterator[LocalAgreement]:
        for number, year in enumerate((self.year, self.replaced)):
            if year is not None:
                yield LocalAgreement(
                    id=f"A{number}", names=("Treaty of Oz",), kind=Kind.TREATY, year=year, parties=("KE", "PT")
                )

    def claim(self) -> Claim:
        return Claim(
            event=Event.SIGNATURE if self.replaced is None else Event.REPLACEMENT,
            agreement="A0",
            replaced=None if self.replaced is None else "A1",
            status=Status.DONE,
            evidence=Evidence(start=0, end=len(self.text), quote=self.text),
            rule="test",
            date=self.day,
            persons=tuple(Person(name=name, state=state) for name, state in self.signers),
        )


def conflicts_of(*stories: Story) -> dict[str, dict[str, int]]:
    """Return the voices of each opinion by what it is about, from the list that needs no name."""
    store = load(*(story.extraction() for story in stories))
    found = [conflict for agreement in find_disputed(store) for conflict in find_conflicts(store, agreement)]
    return {conflict.what: {one.value: one.voices for one in conflict.opinions} for conflict in found}


def test_signers_of_one_state_who_differ_are_a_conflict() -> None:
    one = Story(text="Ann Smith signed for Oz.", signers=(("Ann Smith", "PT"), ("Cem Er", "KE")))
    two = Story(text="Bob Jones put Oz's name to it at noon.", signers=(("Bob Jones", "PT"),))
    copy = Story(text="Bob Jones put Oz's name to it at noon!", signers=(("Bob Jones", "PT"),))
    assert conflicts_of(one, two, copy) == {
        "signer for state:PT": {"leader:ann-smith-pt": 1, "leader:bob-jones-pt": 1},
    }


def test_two_signers_of_one_state_in_one_document_are_none() -> None:
    both = Story(text="Both signed for Oz.", signers=(("Ann Smith", "PT"), ("Bob Jones", "PT")))
    assert conflicts_of(both, Story(text="Ann Smith signed for Oz.", signers=(("Ann Smith", "PT"),))) == {}


def test_two_pairs_of_signers_with_no_one_in_common_are_a_conflict() -> None:
    one = Story(text="The presidents signed it.", signers=(("Ann Smith", None), ("Cem Er", None)))
    two = Story(text="It was the ministers who signed.", signers=(("Bob Jones", None), ("Dan Roe", None)))
    assert conflicts_of(one, two) == {
        "signers": {"leader:ann-smith, leader:cem-er": 1, "leader:bob-jones, leader:dan-roe": 1},
    }


def test_two_successors_of_one_agreement_are_a_conflict_unless_one_follows_the_other() -> None:
    old_by_first = Story(text="The first Oz replaced the old.", year=1990, replaced=1960)
    old_by_second = Story(text="It was the second that replaced it.", year=2021, replaced=1960)
    first_by_second = Story(text="The second replaced the first.", year=2021, replaced=1990)
    assert list(conflicts_of(old_by_first, old_by_second)) == ["what replaced it"]
    assert conflicts_of(old_by_first, old_by_second, first_by_second) == {}


def test_claims_that_are_not_sure_enough_make_no_conflict() -> None:
    store = load(
        tell(1, "It was signed on the 19th.", Status.DONE, "2024-06-19"),
        tell(2, "No one has signed anything.", Status.DENIED, None),
    )
    (agreement,) = find_disputed(store)
    assert find_conflicts(store, agreement, least=0.999) == []
    assert len(find_conflicts(store, agreement, least=0.1)) == 1
