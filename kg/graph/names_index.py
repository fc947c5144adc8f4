"""The index of names: which words find which agreement, leader, state and document, in any script.

It is a graph of its own beside the dataset: no export holds it, and it is made anew whenever the graph is.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import NamedNode

from kg.graph.lines import literal, node, term
from kg.languages.loader import HOME, supported_languages
from kg.languages.tables import scan_table
from kg.languages.territories import state_names
from kg.resolve.entities import Agreement, Leader
from kg.resolve.names import fold_name
from kg.resolve.states import name_state

INDEX = NamedNode("urn:kg:graph:index")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+")
STATE_TYPES = frozenset({"name", "demonym", "capital", "organisation"})


@lru_cache(maxsize=100_000)
def index_words(text: str) -> tuple[str, ...]:
    """Return the words of a name for the index, once each: folded; scripts without spaces in pairs of letters."""
    words: dict[str, None] = {}
    for word in fold_name(text).split():
        for part in _cut(word):
            words[part] = None
    return tuple(words)


def _cut(word: str) -> Iterator[str]:
    runs = UNSPACED.findall(word)
    if not runs:
        yield word
        return
    for run in runs:
        yield from (run[at : at + 2] for at in range(max(1, len(run) - 1)))
    yield from (rest for rest in UNSPACED.sub(" ", word).split() if rest)


def agreement_index(agreement: Agreement) -> Iterator[str]:
    """Yield the entries of an agreement: words of its names, id and year; its parties are found as states."""
    subject = node("agreement", agreement.id)
    texts = [*(name.text for name in agreement.names), agreement.id.replace("-", " "), str(agreement.year or "")]
    yield from _words(subject, texts)
    yield from (_entry(subject, "indexKey", fold_name(name.text)) for name in agreement.names)
    for id_ in (agreement.id, *agreement.aliases):
        yield _entry(subject, "indexId", id_)


def leader_index(leader: Leader) -> Iterator[str]:
    """Yield the entries of a leader: the words of all names, those of the curated table included."""
    from kg.resolve.persons import known_leaders

    subject = node("leader", leader.id)
    known = [name for one in known_leaders() if one.id == leader.id for name in (*one.names, *one.family)]
    names = sorted({*leader.names, *known})
    yield from _words(subject, names)
    yield from (_entry(subject, "indexKey", fold_name(name)) for name in names)
    yield _entry(subject, "indexId", leader.id)


def state_index(code: str) -> Iterator[str]:
    """Yield the entries of a state: its names, demonyms and capital in every language, whole only."""
    subject = node("state", code)
    for name in sorted({fold_name(name) for name in (*_names_of_states().get(code, ()), code, name_state(code))}):
        yield _entry(subject, "indexKey", name)
    yield _entry(subject, "indexId", code)


@lru_cache(maxsize=1)
def _names_of_states() -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for language in supported_languages():
        for name, code in state_names(language):
            names.setdefault(code, set()).add(name)
        for _, row in scan_table(HOME / language / "states.tsv"):  # the whole pack takes ten times as long
            if row["type"] in STATE_TYPES and " " not in row["code"]:
                names.setdefault(row["code"], set()).add(row["form"].strip("*"))
    return names


def _words(subject: str, texts: Iterable[str]) -> Iterator[str]:
    words = {word for text in texts for word in index_words(text)}
    return (_entry(subject, "indexWord", word) for word in sorted(words))


def _entry(subject: str, predicate: str, value: str) -> str:
    return f"{subject} {term(predicate)} {literal(value)} {INDEX} ."
