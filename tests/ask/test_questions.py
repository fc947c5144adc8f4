"""Understanding questions: a case a line in questions.tsv, and what holds for all of them."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.languages.loader import HOME, supported_languages
from kg.languages.tables import read_table
from kg.queries.question import Lookup, Question, read_question

LINES = (Path(__file__).parent / "questions.tsv").read_text("utf-8").splitlines()[1:]
CASES = [tuple(line.split("\t")) for line in LINES]


def told(question: Question) -> set[str]:
    """What a question says of the thing it is about, as the column `about` writes it."""
    years = [str(year) for year in question.years]
    day = [question.day] if question.day else []
    return {*years, *day, *question.kinds, *question.subjects, *question.states, *question.words}


@pytest.mark.parametrize(("text", "language", "lookup", "about"), CASES)
def test_a_question_is_understood(text: str, language: str, lookup: str, about: str) -> None:
    question = read_question(text)
    assert (question.language, question.lookup or "-") == (language, lookup)
    if lookup != "-":
        assert set(about.split()) - {"-"} <= told(question)


@pytest.mark.parametrize("code", supported_languages())
def test_every_pack_has_words_for_the_main_lookups(code: str) -> None:
    path = HOME / code / "questions.tsv"
    assert path.is_file(), "a pack needs a questions.tsv: docs/languages.md"
    found = Counter(row["lookup"] for _, row in read_table(path))
    assert set(found) <= {lookup.value for lookup in Lookup}
    main = {"who-signed", "when-signed", "ratified", "in-force", "between", "parties", "timeline", "sources"}
    assert main <= set(found)
    assert {"what-replaced", "replaced-either"} & set(found)


@pytest.mark.parametrize("code", supported_languages())
def test_no_wording_asks_for_two_lookups(code: str) -> None:
    forms = Counter(row["form"] for _, row in read_table(HOME / code / "questions.tsv"))
    assert [form for form, count in forms.items() if count > 1] == []


@given(text=st.text(max_size=60))
def test_no_text_crashes(text: str) -> None:
    assert read_question(text).text == text
