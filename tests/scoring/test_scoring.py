"""Scoring gives the figures of the corpus' reference scorer (reference.tsv holds its answers)."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.scoring.names import compare_names, count_persons
from kg.scoring.records import read_gold
from kg.scoring.rows import make_rows
from kg.scoring.score import Grouping, score_corpus
from tests.scoring.perturb import perturb

GOLD = Path(__file__).parent.parent / "gold"
RUNS = [(corpus, seed, by) for corpus in ("dev", "dev-long") for seed in (0, 1) for by in ("event", "lang")]


def find_expected(corpus: str, seed: int) -> Iterator[dict[str, str]]:
    with Path(__file__).with_name("reference.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row.pop("corpus") == corpus and row.pop("seed") == str(seed):
                yield row


def write(value: object) -> str:
    return "-" if value is None else str(value)


@pytest.mark.parametrize(("corpus", "seed", "by"), RUNS)
def test_the_figures_are_those_of_the_reference_scorer(corpus: str, seed: int, by: str) -> None:
    gold = read_gold(GOLD / corpus)
    rows = make_rows(score_corpus(gold, {record["id"]: perturb(record, seed) for record in gold}, Grouping(by)))
    shown = {str(row["name"]): {key: write(value) for key, value in row.items()} for row in rows}
    expected = {row["name"]: row for row in find_expected(corpus, seed)}
    assert len(shown) > 1
    assert shown == {name: expected[name] for name in shown}


def test_the_gold_answers_score_full_marks() -> None:
    gold = read_gold(GOLD / "dev")
    total = score_corpus(gold, {record["id"]: record for record in gold}).total
    assert (total.wrong, total.missed) == (0, 0)
    assert total.strict == total.right


def test_no_prediction_misses_everything() -> None:
    total = score_corpus(read_gold(GOLD / "dev-long"), {}).total
    assert (total.right, total.wrong) == (0, 0)
    assert total.missed > 0


def test_a_mistake_knows_its_agreement() -> None:
    gold = read_gold(GOLD / "dev-long")
    mistakes = score_corpus(gold, {}).mistakes
    assert {mistake.what for mistake in mistakes} == {"missed"}
    assert any(mistake.name for mistake in mistakes)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Lombok Treaty", "LOMBOK  treaty", 1.0),
        ("Élysée", "Elysee", 1.0),
        ("DCA", "the DCA of 2024", 0.7),
        ("Moscow", "Jakarta", 0.0),
    ],
)
def test_names_are_compared_without_case_marks_and_spaces(one: str, other: str, alike: float) -> None:
    assert compare_names(one, other) == pytest.approx(alike, abs=0.2)


def test_each_person_counts_once() -> None:
    assert count_persons(["Putin", "Vladimir Putin"], ["Vladimir Putin"]) == 1
    assert count_persons(["김정은"], ["김정은 위원장"]) == 1


def test_a_folder_without_gold_records_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold records"):
        read_gold(tmp_path)
