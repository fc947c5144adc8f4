"""`kg push`, `kg diff` and `kg --store http://...` on real servers, as a user types them."""

import json
from pathlib import Path

import pytest

from tests.conftest import RunKg
from tests.paths import FIRST_ARTICLE, SEEDS
from tests.servers.programs import PASSWORD
from tests.servers.serving import Served, free_port

LOGIN = {"KG_USER": "neo4j", "KG_PASSWORD": PASSWORD}
OLD = "suhh-kp-1961-treaty-friendship-mutual-assistance"


@pytest.mark.parametrize("name", ["neo4j_server", "oxigraph_server", "fuseki_server", "virtuoso_server"])
def test_a_push_leaves_no_difference_and_a_withdrawal_is_one(
    name: str, request: pytest.FixtureRequest, store: str, run_kg: RunKg
) -> None:
    served: Served = request.getfixturevalue(name)
    extra = sorted(SEEDS.glob("ru-rf-kndr-belta*"))[0]
    run_kg("load", str(extra), "--store", store)
    first = run_kg("push", served.uri, "--store", store, env=LOGIN)
    assert first.exit_code == 0, first.stderr
    assert run_kg("diff", served.uri, "--store", store, env=LOGIN).exit_code == 0
    assert " 0 written, 0 deleted" in run_kg("push", served.uri, "--store", store, env=LOGIN).stderr
    run_kg("withdraw", extra.stem.replace("ru-", "ru/", 1), "--store", store)
    differs = run_kg("diff", served.uri, "--store", store, "--json", env=LOGIN)
    assert differs.exit_code == 1
    assert "only there" in {one["where"] for one in json.loads(differs.stdout)}
    run_kg("push", served.uri, "--store", store, env=LOGIN)
    assert "no difference" in run_kg("diff", served.uri, "--store", store, env=LOGIN).stderr


@pytest.mark.parametrize("name", ["oxigraph_server", "fuseki_server", "virtuoso_server"])
def test_commands_read_an_endpoint(name: str, request: pytest.FixtureRequest, store: str, run_kg: RunKg) -> None:
    served: Served = request.getfixturevalue(name)
    run_kg("push", served.uri, "--store", store)
    for arguments in (["replaced-by", OLD], ["ask", "What replaced the 1961 treaty?"], ["show", OLD], ["find", "1961"]):
        here = run_kg(*arguments, "--store", store, "--json")
        there = run_kg(*arguments, "--store", served.uri, "--json")
        assert (there.exit_code, there.stdout) == (0, here.stdout)


def test_loading_into_a_server_is_refused(run_kg: RunKg) -> None:
    result = run_kg("load", str(FIRST_ARTICLE), "--store", f"http://127.0.0.1:{free_port()}")
    assert (result.exit_code, "kg push" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("bolt://127.0.0.1:1", "no server answers there"),
        ("http://127.0.0.1:1/ds", "no server answers there"),
        ("ftp://127.0.0.1", "not an address of a server"),
        ("bolt://neo4j:secret@127.0.0.1", "KG_PASSWORD"),
    ],
)
def test_wrong_addresses_are_one_line(run_kg: RunKg, store: str, uri: str, said: str) -> None:
    result = run_kg("push", uri, "--store", store)
    assert (result.exit_code, said in result.stderr, result.stderr.count("\n")) == (2, True, 1), result.stderr


def test_a_wrong_password_is_one_line_without_it(run_kg: RunKg, store: str, neo4j_server: Served) -> None:
    wrong = {"KG_USER": "neo4j", "KG_PASSWORD": PASSWORD[::-1]}
    result = run_kg("push", neo4j_server.uri, "--store", store, env=wrong)
    assert (result.exit_code, "password is wrong" in result.stderr) == (2, True), result.stderr
    assert PASSWORD[::-1] not in result.output


AGREEMENTS = "MATCH (a:Agreement) RETURN a.id AS id ORDER BY id"


def test_cypher_runs_embedded_and_follows_the_store(run_kg: RunKg, tmp_path: Path) -> None:
    store = str(tmp_path / "store")
    run_kg("load", str(FIRST_ARTICLE), "--store", store)
    first = json.loads(run_kg("cypher", AGREEMENTS, "--store", store, "--json").stdout)
    assert f"agreement:{OLD}" in {row["id"] for row in first}
    again = run_kg("cypher", "-", "--store", store, "--json", stdin=AGREEMENTS)
    assert json.loads(again.stdout) == first
    documents = "MATCH (d:Document) RETURN count(d) AS documents"
    assert json.loads(run_kg("cypher", documents, "--store", store, "--json").stdout) == [{"documents": 1}]
    run_kg("load", str(sorted(SEEDS.glob("ru-rf-kndr-belta*"))[0]), "--store", store)
    assert json.loads(run_kg("cypher", documents, "--store", store, "--json").stdout) == [{"documents": 2}]


def test_cypher_runs_on_a_server(run_kg: RunKg, store: str, neo4j_server: Served) -> None:
    run_kg("push", neo4j_server.uri, "--store", store, env=LOGIN)
    here = run_kg("cypher", AGREEMENTS, "--store", store, "--json").stdout
    there = run_kg("cypher", AGREEMENTS, "--on", neo4j_server.uri, "--json", env=LOGIN).stdout
    assert json.loads(there) == json.loads(here) != []


def test_cypher_cannot_write(run_kg: RunKg, store: str, neo4j_server: Served) -> None:
    for place in (["--store", store], ["--on", neo4j_server.uri]):
        for text in (
            "CREATE (:State {id: 'x'})",
            "MATCH (n:State) DETACH DELETE n",
            "LOAD  CSV FROM 'file:///etc/passwd' AS line RETURN line",
            "MATCH (n) LOAD /* quietly */ FROM '/etc/passwd' RETURN *",
            "RETURN 1; COPY (MATCH (n:State) RETURN n.id) TO 'states.csv'",
            "EXPORT DATABASE 'away'",
        ):
            result = run_kg("cypher", text, *place, env=LOGIN)
            assert (result.exit_code, "queries only read" in result.stderr) == (2, True), result.stderr


def test_cypher_says_when_rows_are_cut(run_kg: RunKg, store: str) -> None:
    result = run_kg("cypher", AGREEMENTS, "--limit", "2", "--store", store, "--json")
    assert (len(json.loads(result.stdout)), "the rest is cut" in result.stderr) == (2, True)
