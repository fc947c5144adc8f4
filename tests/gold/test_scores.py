"""The scores that `kg languages` shows are true: they are measured again. `make goldens` writes them."""

import os

import pytest

from kg.errors import InputError
from kg.languages.loader import supported_languages
from kg.languages.scores import Measured, read_scores, write_scores
from kg.scoring.predict import predict
from kg.scoring.records import read_gold
from kg.scoring.rows import make_rows
from kg.scoring.score import Grouping, score_corpus
from tests.paths import GOLD

# A change of the engine moves a figure a little: it is written anew when it is off by more than is worth showing.
CLOSE = 0.05


def measure() -> dict[str, Measured]:
    gold = [record for record in read_gold(GOLD / "dev") if record["lang"] in supported_languages()]
    said = dict(outcome for outcome in predict(gold) if not isinstance(outcome, InputError))
    rows = make_rows(score_corpus(gold, said, Grouping.LANG))[1:]
    return {
        str(row["name"]): Measured(
            code=str(row["name"]),
            records=sum(record["lang"] == row["name"] for record in gold),
            precision=float(row["precision"] or 0),
            recall=float(row["recall"] or 0),
            f1=float(row["f1"] or 0),
        )
        for row in rows
    }


@pytest.mark.golden
def test_the_scores_shown_are_those_measured() -> None:
    measured = measure()
    if os.environ.get("KG_GOLDENS") == "write":
        write_scores(list(measured.values()))
    shown = read_scores()
    assert {code: score.records for code, score in shown.items()} == {c: s.records for c, s in measured.items()}
    f1 = {code: (shown[code].f1, score.f1) for code, score in measured.items()}
    off = {code: pair for code, pair in f1.items() if abs(pair[0] - pair[1]) > CLOSE}
    assert off == {}, "shown and measured F1; run make goldens"
