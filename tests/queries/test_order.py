"""Order made outside the engine is the engine's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from kg.queries.canned import find_queries
from kg.queries.order import select_in_order
from kg.stores.base import Table
from kg.stores.oxigraph import OxigraphStore

QUERY = """SELECT ?s ?o WHERE {{ ?s <urn:p> ?any OPTIONAL {{ ?s <urn:o> ?o }} }}
ORDER BY {keys}
"""
NAMES = st.text("abc\u00e9\u4e2d\U0001f600 ", max_size=3)


@given(st.dictionaries(NAMES, NAMES | st.none(), max_size=12))
@pytest.mark.parametrize("keys", ["STR(?s)", "STR(?o) STR(?s)", "(!BOUND(?o)) STR(?o) STR(?s)", "(!BOUND(?o)) STR(?s)"])
def test_the_order_is_that_of_the_engine(keys: str, values: dict[str, str | None]) -> None:
    store = OxigraphStore.in_memory()
    for name, value in values.items():
        subject = NamedNode("urn:_" + name.replace(" ", "_"))
        store.dataset.add(Quad(subject, NamedNode("urn:p"), Literal("")))
        if value is not None:
            store.dataset.add(Quad(subject, NamedNode("urn:o"), Literal(value)))
    query = QUERY.format(keys=keys)
    assert select_in_order(store.select, query) == store.select(query)


@pytest.mark.parametrize("keys", ["?s", "DESC(STR(?s))", "STR(?s) LIMIT 1", "STR(?hidden)"])
def test_any_other_order_is_left_to_the_engine(keys: str) -> None:
    asked = []

    def select(text: str) -> Table:
        asked.append(text)
        return Table(("s", "o"), ())

    select_in_order(select, query := QUERY.format(keys=keys))
    assert asked[-1] == query


def test_most_canned_queries_are_put_in_order_here() -> None:
    asked: list[str] = []
    for query in find_queries():
        select_in_order(lambda text: asked.append(text) or Table((), ()), query.text)  # type: ignore[func-returns-value]
    assert sum("ORDER BY" not in text for text in asked) >= 20
