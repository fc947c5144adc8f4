"""Identity over the gold corpus: what is merged and what stays apart."""

import pytest

from kg.model import Extraction
from kg.resolve import Decision, Ledger, Resolution, Verdict
from kg.resolve.ledger import make_anchor
from kg.resolve.resolve import cluster
from tests.gold_extractions import read_gold
from tests.identity import found_agreements, found_persons, measure, read_agreements, read_persons
from tests.paths import GOLD


@pytest.fixture(scope="module")
def extractions() -> tuple[Extraction, ...]:
    return read_gold(GOLD / "dev") + read_gold(GOLD / "dev-long")


@pytest.fixture(scope="module")
def resolution(extractions: tuple[Extraction, ...]) -> Resolution:
    return cluster(extractions)


def test_agreements_are_rarely_merged_wrongly(extractions: tuple[Extraction, ...], resolution: Resolution) -> None:
    score = measure(found_agreements(extractions, resolution), read_agreements(extractions))
    assert score.precision >= 0.99
    assert score.recall >= 0.9


def test_persons_are_rarely_merged_wrongly(extractions: tuple[Extraction, ...], resolution: Resolution) -> None:
    score = measure(found_persons(extractions, resolution), read_persons(extractions))
    assert score.precision >= 0.99
    assert score.recall >= 0.85


def test_the_order_of_the_documents_does_not_matter(extractions: tuple[Extraction, ...]) -> None:
    some = extractions[::4]
    assert cluster(some) == cluster(reversed(some))


def entity_of(resolution: Resolution, extractions: tuple[Extraction, ...], name: str, local: str) -> str:
    document = next(one.document.id for one in extractions if one.document.name == name)
    return resolution.agreement_of[document, local]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ru/rf-kndr-belta", "A1"), ("zh/nk-ru-sggp", "A1")),
        (("en/iwt-wion", "A1"), ("hi/iwt-htsyndication", "A1")),
        (("de/kensington-dlf", "A1"), ("ar/qawarib-manche-khalfiya", "A6")),
        (("ja/jp-cn-1978-kotoba", "A1"), ("ja/panda-rikori-haikei", "A3")),
        (("ru/rf-kndr-dzen", "A2"), ("ko/kr-ru-hankookilbo-1992", "A3")),
    ],
)
def test_one_agreement_in_two_languages_is_one(
    extractions: tuple[Extraction, ...], resolution: Resolution, one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert entity_of(resolution, extractions, *one) == entity_of(resolution, extractions, *other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("vi/cuu-tau-ca-vinh-bac-bo", "A1"), ("vi/cuu-tau-ca-vinh-bac-bo", "A2")),  # same day, other subject
        (("vi/viet-cam-bien-gioi", "A1"), ("vi/viet-cam-bien-gioi", "A4")),  # a title inside a title
        (("en/ottawa-fakti", "A1"), ("en/ottawa-fakti", "A2")),  # mines and cluster munitions
        (("ru/rf-kndr-belta", "A4"), ("ru/rf-kndr-belta", "A5")),  # the Moscow and Pyongyang declarations
    ],
)
def test_two_agreements_that_look_alike_stay_apart(
    extractions: tuple[Extraction, ...], resolution: Resolution, one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert entity_of(resolution, extractions, *one) != entity_of(resolution, extractions, *other)


def anchors(extractions: tuple[Extraction, ...], name: str, local: str) -> tuple[str, ...]:
    return (make_anchor((next(one.document.id for one in extractions if one.document.name == name), local)),)


def test_a_curator_joins_what_the_score_does_not(extractions: tuple[Extraction, ...]) -> None:
    some = tuple(one for one in extractions if "pukpuk" in (one.document.name or ""))
    left, right = anchors(some, "en/pukpuk-newsfinale", "A2"), anchors(some, "en/pukpuk-upstart", "A2")
    joined = cluster(some, Ledger((Decision(verdict=Verdict.SAME, left=left, right=right),)))
    one, other = ("en/pukpuk-newsfinale", "A2"), ("en/pukpuk-upstart", "A2")
    assert entity_of(cluster(some), some, *one) != entity_of(cluster(some), some, *other)
    assert entity_of(joined, some, *one) == entity_of(joined, some, *other)


def test_a_curator_parts_what_the_score_joins(extractions: tuple[Extraction, ...]) -> None:
    some = tuple(one for one in extractions if "kensington" in (one.document.name or ""))
    left, right = anchors(some, "de/kensington-dlf", "A1"), anchors(some, "de/kensington-pubt", "A1")
    parted = cluster(some, Ledger((Decision(verdict=Verdict.NOT_SAME, left=left, right=right),)))
    one, other = ("de/kensington-dlf", "A1"), ("de/kensington-pubt", "A1")
    assert entity_of(cluster(some), some, *one) == entity_of(cluster(some), some, *other)
    assert entity_of(parted, some, *one) != entity_of(parted, some, *other)


def test_the_last_decision_counts(extractions: tuple[Extraction, ...]) -> None:
    some = tuple(one for one in extractions if "kensington" in (one.document.name or ""))
    left, right = anchors(some, "de/kensington-dlf", "A1"), anchors(some, "de/kensington-pubt", "A1")
    decisions = tuple(Decision(verdict=verdict, left=left, right=right) for verdict in (Verdict.NOT_SAME, Verdict.SAME))
    assert cluster(some, Ledger(decisions)).agreement_of == cluster(some).agreement_of
