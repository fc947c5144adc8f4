"""`kg sparql` and `kg cypher`: they only read, within limits, and answer in many formats."""

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, parse_query_results

from kg.queries.forms import refuse_updates
from kg.queries.results import FORMATS
from kg.stores.base import Table
from tests.conftest import RunKg
from tests.paths import FIRST_ARTICLE

NAMES = "SELECT ?a ?year WHERE { ?a a <urn:kg:ns:Agreement> OPTIONAL { ?a <urn:kg:ns:year> ?year } }"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h FILTER(?b != ?d) }"
JSON, XML, TSV = QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.TSV
MONTH = NamedNode("http://www.w3.org/2001/XMLSchema#gYearMonth")
AWKWARD = Table(
    ("thing", "what"),
    (
        (NamedNode("urn:kg:state:RU"), Literal('tab\t, "quoted" <b> & \n line')),
        (None, Literal("条約", language="zh")),
        (NamedNode("urn:kg:state:KP"), Literal("2024-06", datatype=MONTH)),
    ),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    from click.testing import CliRunner

    from kg.cli.main import cli

    folder = str(tmp_path_factory.mktemp("own") / "store")
    assert CliRunner().invoke(cli, ["load", str(FIRST_ARTICLE), "--store", folder]).exit_code == 0
    return folder


@pytest.mark.parametrize(("name", "form"), [("sparql-json", JSON), ("sparql-xml", XML), ("tsv", TSV)])
def test_a_result_format_reads_back_as_the_same_terms(name: str, form: QueryResultsFormat) -> None:
    found = parse_query_results(FORMATS[name](AWKWARD), format=form)
    assert isinstance(found, QuerySolutions)
    assert tuple(variable.value for variable in found.variables) == AWKWARD.columns
    assert tuple(tuple(row) for row in found) == AWKWARD.rows


@pytest.mark.parametrize(("name", "form"), [("sparql-json", JSON), ("sparql-xml", XML)])
@pytest.mark.parametrize("truth", [True, False])
def test_an_ask_has_its_own_form(name: str, form: QueryResultsFormat, truth: bool) -> None:  # noqa: FBT001
    table = Table(("answer",), ((Literal(truth),),), is_boolean=True)
    found = parse_query_results(FORMATS[name](table), format=form)
    assert isinstance(found, QueryBoolean)
    assert bool(found) is truth


def test_csv_reads_back_as_the_same_values() -> None:
    rows = list(csv.reader(StringIO(FORMATS["csv"](AWKWARD), newline="")))
    assert rows == [list(AWKWARD.columns), *([cell or "" for cell in row] for row in AWKWARD.texts())]


@pytest.mark.parametrize("form", ["table", "json", "csv", "tsv", "sparql-json", "sparql-xml"])
def test_every_format_says_when_rows_are_cut(run_kg: RunKg, store: str, form: str) -> None:
    result = run_kg("sparql", NAMES, "--limit", "2", "--format", form, "--store", store)
    assert (result.exit_code, "the rest is cut" in result.stderr) == (0, True), result.stderr
    assert "the rest is cut" not in run_kg("sparql", NAMES, "--format", form, "--store", store).stderr


def test_json_is_a_list_of_rows(run_kg: RunKg, store: str) -> None:
    rows = json.loads(run_kg("sparql", NAMES, "--limit", "2", "--json", "--store", store).stdout)
    assert [set(row) for row in rows] == [{"a", "year"}] * 2


@pytest.mark.parametrize("form", ["table", "csv", "sparql-json"])
def test_nothing_found_is_exit_code_1(run_kg: RunKg, store: str, form: str) -> None:
    assert run_kg("sparql", "SELECT ?a WHERE { ?a a <urn:x> }", "--format", form, "--store", store).exit_code == 1


def test_a_query_that_takes_too_long_is_ended(store: str) -> None:
    command = [sys.executable, "-m", "kg", "sparql", SLOW, "--seconds", "1", "--store", store]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (
        2,
        "Error: the query took longer than 1 seconds; --seconds gives it more\n",
    )


@pytest.mark.parametrize(
    "text",
    [
        "DROP ALL",
        "insert data { <urn:a> <urn:b> <urn:c> }",
        "PREFIX kg: <urn:kg:ns:>\n# SELECT\nDELETE WHERE { ?s ?p ?o }",
        "BASE <urn:x> WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1/>",
    ],
)
def test_updates_are_refused(run_kg: RunKg, store: str, text: str) -> None:
    result = run_kg("sparql", text, "--store", store)
    assert (result.exit_code, "queries only read" in result.stderr) == (2, True), result.stderr


@pytest.mark.parametrize("text", ["", "hello", "SELECT ?x WHERE {", "PREFIX : <urn:x> SELEC ?x {}"])
def test_what_is_no_query_is_one_line(run_kg: RunKg, store: str, text: str) -> None:
    result = run_kg("sparql", text, "--store", store)
    assert (result.exit_code, "not a SPARQL query" in result.stderr, result.stderr.count("\n")) == (2, True, 1)


def test_a_prologue_may_precede_a_query() -> None:
    prologue = "# INSERT\nBASE <urn:x>\nPREFIX : <urn:y>\nprefix kg:<urn:kg:ns:>"
    refuse_updates(f"{prologue}select * {{ ?delete :insert 'DROP' }}")


def test_cypher_answers_in_csv_and_json(run_kg: RunKg, store: str) -> None:
    text = "MATCH (a)-[edge:SUPERSEDES]->(old) RETURN a.id AS id, edge.claims AS claims ORDER BY id, old.id LIMIT 2"
    rows = json.loads(run_kg("cypher", text, "--format", "json", "--store", store).stdout)
    assert [isinstance(row["claims"], list) for row in rows] == [True, True]
    lines = list(csv.reader(StringIO(run_kg("cypher", text, "--format", "csv", "--store", store).stdout, newline="")))
    assert lines == [["id", "claims"], *([row["id"], ", ".join(row["claims"])] for row in rows)]


RQ = """# title: Agreements
# answers: All agreements.
SELECT ?id WHERE { ?a a <urn:kg:ns:Agreement> . BIND(STRAFTER(STR(?a), "urn:kg:") AS ?id) } ORDER BY ?id
"""
CYPHER = """// title: Agreements
// answers: All agreements.
MATCH (a:Agreement) RETURN a.id AS id ORDER BY id
"""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ("ORDER BY id", None),
        ("ORDER BY id DESC", "row 1 is"),
        ("ORDER BY id LIMIT 1", "rows in SPARQL, 1 in Cypher"),
        ("AS name ORDER BY name", "has the columns"),
        ("ORDER BY nothing", "not a Cypher query"),
    ],
)
def test_a_folder_of_queries_is_checked_by_its_rows(
    run_kg: RunKg, store: str, tmp_path: Path, changed: str, said: str | None
) -> None:
    (tmp_path / "mine.rq").write_text(RQ, "utf-8")
    text = CYPHER.replace("AS id ORDER BY id", changed if "AS" in changed else f"AS id {changed}")
    (tmp_path / "mine.cypher").write_text(text, "utf-8")
    result = run_kg("queries", "--check", "--queries", str(tmp_path), "--store", store)
    if said is None:
        assert result.exit_code == 0, result.stderr
    else:
        assert (result.exit_code, "mine.rq" in result.stderr, said in result.stderr) == (2, True, True), result.stderr
