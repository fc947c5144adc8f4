"""Made-up articles that plan, do and dispute, through the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import RunKg

TREATY = "Treaty of Friendship between Portugal and Kenya"
ARTICLES = {
    "2021-03-04": f"Portugal and Kenya signed the {TREATY} in Lisbon on 3 March 2021. The new {TREATY} will replace the"
    f" 1975 {TREATY}, an aide said.",
    "2021-07-10": f"The 2021 {TREATY} replaced the 1975 {TREATY} on 1 July 2021. The {TREATY} was signed in Lisbon on"
    " 5 March 2021, officials recalled in Nairobi.",
    "2021-08-11": f"The 2021 {TREATY} superseded the 1988 Agreement on Cooperation between Portugal and Kenya.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    from click.testing import CliRunner

    from kg.cli.main import cli

    home = tmp_path_factory.mktemp("differ")
    records = [
        {"id": day, "lang": "en", "text": text, "published": day, "url": f"https://paper{at}.example/"}
        for at, (day, text) in enumerate(ARTICLES.items())
    ]
    (home / "articles.jsonl").write_text("\n".join(map(json.dumps, records)))
    result = CliRunner().invoke(cli, ["load", str(home / "articles.jsonl"), "--store", str(home / "store")])
    assert result.exit_code == 0, result.output
    return str(home / "store")


def rows(run_kg: RunKg, store: str, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run_kg(*arguments, "--store", store, "--json").stdout)
    return found


def test_a_replacement_is_shown_as_planned_and_as_done_with_the_days_of_both(run_kg: RunKg, store: str) -> None:
    found = rows(run_kg, store, "replaced-by", f"1975 {TREATY}")
    assert [(row["status"], row["date"], row["reported"]) for row in found] == [
        ("done", "2021-07-01", "2021-07-10"),
        ("planned", None, "2021-03-04"),
    ]


def test_the_date_of_signature_is_disputed(run_kg: RunKg, store: str) -> None:
    found = rows(run_kg, store, "conflicts")
    assert {(row["what"], row["value"], row["rule"]) for row in found if row["shown"]} == {
        ("date of signature", "2021-03-05", "the latest report")
    }


@pytest.mark.parametrize("command", ["replaced-by", "timeline", "sources", "lineage"])
def test_what_is_not_sure_enough_is_left_out(run_kg: RunKg, store: str, command: str) -> None:
    assert rows(run_kg, store, command, f"1975 {TREATY}", "--min-confidence", "0.1")
    nothing = run_kg(command, f"1975 {TREATY}", "--min-confidence", "1", "--store", store)
    assert nothing.exit_code == 1


def test_show_leaves_out_the_sentences_that_are_not_sure_enough(run_kg: RunKg, store: str) -> None:
    def sentences(*options: str) -> list[object]:
        shown = run_kg("show", f"1975 {TREATY}", "--json", *options, "--store", store)
        found: list[object] = json.loads(shown.stdout)["sentences"]
        return found

    assert len(sentences()) > len(sentences("--min-confidence", "0.99")) == 0


@pytest.mark.parametrize(
    ("day", "force", "why"),
    [
        ("2021-06-01", "unknown", "no source tells of its entry into force"),
        ("2021-07-02", "no", "ended 2021-07-01"),
    ],
)
def test_the_claims_that_decide_on_force_are_named(run_kg: RunKg, store: str, day: str, force: str, why: str) -> None:
    found = rows(run_kg, store, "between", "Portugal", "Kenya", "--on", day)
    old = next(row for row in found if row["year"] == "1975")
    assert (old["in force"], old["why"]) == (force, why)
    assert bool(old["claims"]) == (force == "no")


def test_an_end_without_a_date_has_a_limit_in_rdf(run_kg: RunKg, store: str, tmp_path: Path) -> None:
    run_kg("export", "ntriples", "-o", str(tmp_path / "graph.nt"), "--store", store)
    (line,) = [one for one in (tmp_path / "graph.nt").read_text().splitlines() if "endedNotAfter" in one]
    assert '"2021-08-11"^^<http://www.w3.org/2001/XMLSchema#date>' in line
