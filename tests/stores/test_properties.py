"""The graph is a function of the set of documents and the ledger: nothing else shows in its bytes."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Extraction
from kg.resolve.ledger import Decision, Verdict, make_anchor
from kg.stores.embedded import EmbeddedStore, memory_store
from tests.gold_extractions import read_gold
from tests.paths import GOLD

# Documents on the same agreements meet, so that identity has something to decide.
CASES = ("rf-kndr", "nk-ru", "ru-ir", "ruir", "vn-kh", "pukpuk", "kensington", "amaz", "cn-ru", "br-pt")
DOCUMENTS = tuple(
    one
    for one in read_gold(GOLD / "dev") + read_gold(GOLD / "dev-long")
    if any(case in (one.document.name or "") for case in CASES)
)
EXAMPLES = int(os.environ.get("KG_EXAMPLES", "100"))
examples = settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow], deadline=None)
some_documents = st.lists(st.sampled_from(DOCUMENTS), min_size=2, max_size=10, unique_by=lambda one: one.document.id)


def to_nquads(store: EmbeddedStore) -> list[str]:
    return sorted(map(str, store.graph.quads()))


def load_all(*batches: Sequence[Extraction]) -> EmbeddedStore:
    store = memory_store()
    for batch in batches:
        store.load(batch)
    return store


def resolved_at_once(store: EmbeddedStore) -> list[str]:
    return sorted(map(str, store.expected()))


@examples
@given(data=st.data())
def test_order_and_batches_do_not_matter(data: st.DataObject) -> None:
    chosen = data.draw(some_documents)
    shuffled = data.draw(st.permutations(chosen))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(chosen) - 1), max_size=3)))
    store = load_all(*(shuffled[start:end] for start, end in pairwise([0, *cuts, len(chosen)])))
    assert to_nquads(store) == to_nquads(load_all(chosen)) == resolved_at_once(store)


@examples
@given(data=st.data())
def test_a_withdrawn_document_is_as_if_never_loaded(data: st.DataObject) -> None:
    chosen = data.draw(some_documents)
    gone = data.draw(st.sets(st.sampled_from([one.document.id for one in chosen]), min_size=1))
    store = load_all(chosen)
    store.withdraw(sorted(gone))
    assert to_nquads(store) == to_nquads(load_all([one for one in chosen if one.document.id not in gone]))


@examples
@given(data=st.data())
def test_a_changed_document_replaces_its_earlier_version(data: st.DataObject) -> None:
    chosen = data.draw(some_documents)
    old, new = chosen[0], chosen[1]
    if old.document.url is None or new.document.url is None:
        return
    earlier = replace(old, document=replace(old.document, url=new.document.url))
    store = load_all([earlier, *chosen[2:]], [new])
    assert to_nquads(store) == to_nquads(load_all([new, *chosen[2:]]))


class Crash(Exception):
    """Stands for kill -9 between two writes to the graph."""


def crash_after(store: EmbeddedStore, writes: int) -> None:
    """Let the graph take some writes and then die: a write is the removal or the addition of one batch of quads."""
    change, left = store.graph.change, iter(range(writes))

    def write(removed: Iterable[str], added: Iterable[str]) -> None:
        for gone, new in ((removed, ()), ((), added)):
            if next(left, None) is None:
                raise Crash
            change(gone, new)

    store.graph.change = write  # type: ignore[method-assign]  # the one way to die at a chosen moment


@examples
@given(data=st.data())
def test_a_load_cut_off_at_any_moment_is_finished_later(data: st.DataObject) -> None:
    chosen = data.draw(some_documents)
    cut = data.draw(st.integers(1, len(chosen)))
    store = memory_store()
    store.load(chosen[:cut])
    whole = store.graph.change
    crash_after(store, data.draw(st.integers(0, 6)))
    with suppress(Crash):
        store.load(chosen[cut:])
    store.graph.change = whole  # type: ignore[method-assign]  # the process starts again
    store.keep(chosen[cut:])
    store.follow()
    assert to_nquads(store) == to_nquads(load_all(chosen))


@examples
@given(data=st.data())
def test_decisions_give_the_same_graph_whenever_they_are_made(data: st.DataObject) -> None:
    chosen = data.draw(some_documents)
    members = [make_anchor((one.document.id, local.id)) for one in chosen for local in one.agreements]
    pair = st.tuples(st.sampled_from(members), st.sampled_from(members), st.sampled_from(list(Verdict)))
    drawn = data.draw(st.lists(pair, min_size=1, max_size=4))
    decisions = [Decision(verdict=v, left=(one,), right=(other,)) for one, other, v in drawn if one != other]
    late, early = load_all(chosen), memory_store()
    late.decide(decisions)
    early.decide(decisions)
    early.load(chosen[1:])
    early.load(chosen[:1])
    assert to_nquads(late) == to_nquads(early) == resolved_at_once(late)
    late.decide([])
    assert to_nquads(late) == to_nquads(load_all(chosen))
