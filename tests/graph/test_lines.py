"""Lines of N-Quads: one for a quad, the same that Oxigraph writes."""

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Quad

from kg.graph import vocabulary
from kg.graph.lines import DERIVED_GRAPH, dated, decimal, literal, node, parse_lines, term, whole, worded, write_quad
from kg.graph.vocabulary import DERIVED
from kg.stores.oxigraph import OxigraphStore

texts = st.text(st.characters(exclude_categories=["Cs"]))


def write(value: str) -> str:
    return f"{node('agreement', 'a-b')} {term('kind')} {value} {DERIVED_GRAPH} ."


def quad_with(value: Literal) -> Quad:
    return Quad(vocabulary.node("agreement", "a-b"), vocabulary.term("kind"), value, DERIVED)


@given(text=texts)
def test_a_text_has_the_line_that_oxigraph_writes(text: str) -> None:
    assert write(literal(text)) == write_quad(quad_with(Literal(text)))
    assert write(worded(text, "id")) == write_quad(quad_with(Literal(text, language="id")))


@given(texts=st.lists(texts, max_size=5))
def test_lines_come_back_as_their_quads(texts: list[str]) -> None:
    assert list(parse_lines(write(literal(text)) for text in texts)) == [quad_with(Literal(text)) for text in texts]


@given(text=texts, number=st.integers(0, 10**6), share=st.floats(0, 1))
def test_a_store_gives_back_the_lines_it_was_given(text: str, number: int, share: float) -> None:
    lines = {write(value) for value in (literal(text), whole(number), decimal(share), dated("2024-06-19"))}
    lines |= {write(dated("2024-06")), write(dated("2024"))}
    store = OxigraphStore.in_memory()
    store.change((), lines)
    assert set(map(write_quad, store.quads())) == lines
    store.change(lines, ())
    assert not list(store.quads())
