"""What the extractor promises on any text, and on the first article."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.extract.reader import read_document
from kg.languages import supported_languages
from kg.model import Claim, Document, Event, Extraction, Status

ARTICLE = Path("seeds/articles/ru-kp-antaranews.txt")
GOLD = sorted(Path("tests/gold/dev").rglob("*.json"))
HOSTILE = sorted(Path("tests/gold/hostile").glob("*.jsonl"))
WORDS = st.lists(
    st.sampled_from(
        [
            "Russia",
            "and",
            "Japan",
            "signed",
            "the",
            "treaty",
            "on",
            "peace",
            "\n",
            ".",
            ",",
            "(",
            ")",
            "“",
            "1961",
            "will",
            "not",
            "replaced",
            "by",
            "President",
            "X",
            "İ",
            "条約",
            "を",
            "署名した",
            "договор",
            "подписан",
            "ـ",
            "́",
        ]
    ),
    max_size=30,
)


@pytest.fixture(scope="module")
def first() -> Extraction:
    """Return what the first article says, read alone and without a date of publication."""
    return read_document(Document(text=ARTICLE.read_text("utf-8"), language="id"))


def claims_of(extraction: Extraction, event: Event) -> list[Claim]:
    """Return the claims of an event."""
    return [claim for claim in extraction.claims if claim.event is event]


def test_the_first_article_tells_of_one_signature(first: Extraction) -> None:
    (claim,) = claims_of(first, Event.SIGNATURE)
    assert claim.status is Status.DONE
    assert {(p.name, p.state) for p in claim.persons} == {("Vladimir Putin", "RU"), ("Kim Jong-un", "KP")}
    assert set(claim.states) == {"RU", "KP"}
    assert claim.source == "Kremlin"


def test_the_photo_and_the_weekday_do_not_date_the_signature(first: Extraction) -> None:
    (claim,) = claims_of(first, Event.SIGNATURE)
    assert claim.date is None


def test_the_first_article_plans_four_replacements(first: Extraction) -> None:
    names = {agreement.id: agreement for agreement in first.agreements}
    claims = claims_of(first, Event.REPLACEMENT)
    assert {claim.status for claim in claims} == {Status.PLANNED}
    assert {claim.source for claim in claims} == {"Yury Ushakov"}
    replaced = sorted((names[claim.replaced or ""].names[0], names[claim.replaced or ""].year) for claim in claims)
    assert [year for _, year in replaced] == [1961, 2000, None, None]
    assert [name for name, _ in replaced][2:] == ["deklarasi Moskow", "deklarasi Pyongyang"]


def test_the_first_article_says_nothing_else(first: Extraction) -> None:
    assert len(first.claims) == 5


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_quote_stands_in_its_text(path: Path) -> None:
    record = json.loads(path.read_text("utf-8"))
    if record["lang"] not in supported_languages():
        return
    document = Document(text=record["text"], language=record["lang"], published=record["published"])
    extraction = read_document(document)
    for claim in extraction.claims:
        assert document.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    known = {agreement.id for agreement in extraction.agreements}
    assert {claim.agreement for claim in extraction.claims} <= known


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_texts_that_are_not_about_treaties_give_no_fact(path: Path) -> None:
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        extraction = read_document(Document(text=record["text"], language=record["lang"]))
        assert not extraction.claims, record["id"]


@given(words=WORDS, code=st.sampled_from(["en", "id", "ru", "ja", "ar"]))
@settings(deadline=None)
def test_no_text_breaks_the_reader(words: list[str], code: str) -> None:
    text = " ".join(words)
    for claim in read_document(Document(text=text, language=code)).claims:
        assert text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote


def test_an_unsupported_language_is_refused_by_name() -> None:
    with pytest.raises(InputError, match="nl"):
        read_document(Document(text="Nederland en België ondertekenden het verdrag.", language="nl"))


def test_a_decomposed_text_reads_like_a_composed_one() -> None:
    import unicodedata

    text = "Le Portugal et l'Espagne ont signé un traité d'amitié à Lisbonne."
    plain = read_document(Document(text=text, language="fr"))
    apart = read_document(Document(text=unicodedata.normalize("NFD", text), language="fr"))
    assert [claim.event for claim in apart.claims] == [claim.event for claim in plain.claims] == [Event.SIGNATURE]


def test_respectively_without_anybody_is_read_over() -> None:
    text = "The treaties were ratified on 3 May 2020, respectively."
    (claim,) = read_document(Document(text=text, language="en")).claims
    assert (claim.event, claim.states) == (Event.RATIFICATION, ())
