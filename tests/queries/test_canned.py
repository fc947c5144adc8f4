"""The canned queries: headers, twins, and that each gives rows on a real graph."""

from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.queries.canned import CannedQuery, ParameterType, find_queries, find_query
from kg.queries.check import check_query
from kg.queries.find import find_one
from kg.queries.run import run_query
from kg.stores.embedded import EmbeddedStore, memory_store
from tests.gold_extractions import read_gold
from tests.paths import GOLD

QUERIES = tuple(find_queries())
NAMED = {
    ParameterType.AGREEMENT: "Договор о дружбе и взаимной помощи",
    ParameterType.LEADER: "Путин",
    ParameterType.DOCUMENT: "ru/rf-kndr-belta",
}


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    filled = memory_store()
    filled.load(one for one in read_gold(GOLD / "dev") if "/rf-kndr" in (one.document.name or ""))
    return filled


def test_there_are_at_least_eighteen() -> None:
    assert len(QUERIES) >= 18


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_headers_and_twins_are_right(query: CannedQuery) -> None:
    assert list(check_query(query)) == []


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_each_query_runs(query: CannedQuery, store: EmbeddedStore) -> None:
    values = {one.name: NAMED.get(one.type, one.example) for one in query.parameters}
    answer = run_query(store, query, values, lambda type_, text: find_one(store, type_, text))
    assert all(len(row) == len(answer.columns) for row in answer.rows)


def test_what_replaced_the_treaty_of_1961(store: EmbeddedStore) -> None:
    values = {"agreement": NAMED[ParameterType.AGREEMENT]}
    rows = run_query(store, find_query("replaced-by"), values, lambda type_, text: find_one(store, type_, text)).dicts()
    assert {row["status"] for row in rows} >= {"planned"}


def test_a_value_cannot_end_its_term(store: EmbeddedStore) -> None:
    query = find_query("agreements-of-leader")
    hostile = '> ?x ?y } ; DROP ALL #"\\'
    with pytest.raises(QueryError, match="no leader"):
        run_query(store, query, {"leader": hostile}, lambda type_, text: find_one(store, type_, text))


@pytest.mark.parametrize(
    ("values", "message"),
    [({}, "needs -p first="), ({"first": "RU", "second": "KP", "day": "x"}, "has no parameter 'day'")],
)
def test_parameters_are_checked(store: EmbeddedStore, values: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        run_query(store, find_query("between"), values, lambda type_, text: find_one(store, type_, text))


def test_a_date_is_checked(store: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match="YYYY-MM-DD"):
        run_query(
            store, find_query("in-force-on"), {"day": "tomorrow"}, lambda type_, text: find_one(store, type_, text)
        )


def test_an_unknown_query_offers_near_names() -> None:
    with pytest.raises(QueryError, match="replaced-by"):
        find_query("replaced_by")


def test_a_users_folder_is_searched_too(tmp_path: Path, store: EmbeddedStore) -> None:
    header = "# title: Mine\n# answers: All leaders.\n"
    text = "SELECT ?leader WHERE { ?leader a <urn:kg:ns:Leader> } ORDER BY ?leader\n"
    (tmp_path / "mine.rq").write_text(header + text, encoding="utf-8")
    answer = run_query(store, find_query("mine", tmp_path), {}, lambda type_, value: value)
    assert ("leader:vladimir-putin",) in answer.rows
