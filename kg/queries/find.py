"""Finding agreements, leaders, states and documents by any name, in any script."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.graph.names_index import index_words
from kg.graph.vocabulary import BASE
from kg.queries.canned import ParameterType
from kg.queries.run import ask_internal
from kg.resolve.names import fold_name
from kg.stores.base import Store

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
EXACT, ALIAS, NAME = 1.0, 0.97, 0.95
ENOUGH, CLEAR = 0.5, 0.1  # a hit needs the first, the best of several the second more than the next
LONGEST_STATE = 5  # words
MOST_NEAR = 3
LONGEST_PARTICLE = 3
UNKNOWN_WEIGHT = 0.5  # of a word that names nothing: misspelt names are still found


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: its id, type (agreement, leader, state, document), label, and how well it fits (0..1)."""

    id: str
    type: str
    label: str
    score: float


def find(store: Store, text: str, type_: ParameterType | None = None, limit: int = 20) -> list[Hit]:
    """Return what `text` may name, the best first; years and states in it narrow agreements down."""
    scores = _score_ids(store, text) | _score_documents(store, text)
    if not scores:
        scores = _score_names(store, text)
    wanted = {id_: score for id_, score in scores.items() if type_ is None or id_.startswith(f"{type_}:")}
    best = sorted(wanted, key=lambda id_: (-round(wanted[id_], 4), id_))[:limit]
    return [Hit(id=id_, type=id_.partition(":")[0], label=label_of(store, id_), score=wanted[id_]) for id_ in best]


def find_one(store: Store, type_: ParameterType, text: str) -> str:
    """Return the id of the one thing that `text` names; QueryError offers what is near, or what it may be."""
    hits = find(store, text, type_, limit=8)
    clear = [hit for hit in hits if hit.score > hits[0].score - CLEAR]
    if len(clear) == 1:
        return clear[0].id
    if clear:
        options = ", ".join(f"{hit.id.partition(':')[2]} ({hit.label})" for hit in clear[:5])
        raise QueryError(f"{text!r} may be: {options}; give one of these ids")
    near = ", ".join(find_near(store, text, type_))
    raise QueryError(f"no {type_} {text!r}" + (f"; near: {near}" if near else ""))


def label_of(store: Store, id_: str) -> str:
    """Return the label of a thing, its name or the head of its key where it has none."""
    facts = ask_internal(store, "label", node=NamedNode(BASE + id_)).rows
    return str(facts[0][0]) if facts else id_.partition(":")[2][:16]


def find_near(store: Store, text: str, type_: ParameterType) -> list[str]:
    """Return the names nearest to `text` by spelling, at most three."""
    from rapidfuzz import process

    names = {str(key): str(node) for node, key in ask_internal(store, "all-keys").rows if str(node).startswith(type_)}
    found = process.extract(fold_name(text), list(names), limit=MOST_NEAR, score_cutoff=60)
    return list(dict.fromkeys(f"{label_of(store, names[key])} ({names[key].partition(':')[2]})" for key, _, _ in found))


def _ask_nodes(store: Store, query: str, value: str) -> set[str]:
    return {str(row[0]) for row in ask_internal(store, query, value=Literal(value)).rows}


def _score_ids(store: Store, text: str) -> dict[str, float]:
    """Score exact ids, former ids and whole names."""
    key = text.strip().removeprefix(BASE)
    bare = re.sub(r"^(agreement|leader|state|document):", "", key)
    found = {id_: EXACT for id_ in _ask_nodes(store, "by-id", bare) if id_.partition(":")[2] == bare}
    if not found:
        found = dict.fromkeys(_ask_nodes(store, "by-id", bare), ALIAS)
    return found or dict.fromkeys(_ask_nodes(store, "by-key", fold_name(text)), NAME)


def _score_documents(store: Store, text: str) -> dict[str, float]:
    found = dict.fromkeys(_ask_nodes(store, "documents-by", text.strip()), EXACT)
    head = text.strip().removeprefix("document:").casefold()
    if re.fullmatch(r"[0-9a-f]{8,64}", head):
        rows = ask_internal(store, "all-documents").rows
        found |= {str(row[0]): EXACT for row in rows if str(row[0]).startswith(f"document:{head}")}
    return found


def _score_names(store: Store, text: str) -> dict[str, float]:
    """Score things by the words they share with `text`, rare words more; agreements must have its years and states."""
    states, rest = split_states(store, text)
    years = [word for word in rest if YEAR.fullmatch(word)]
    matched, weights = _match_words(store, [word for word in rest if word not in years])
    total = sum(weights.values())
    allowed = _allowed(store, states, years)
    pool = set(matched) if allowed is None else allowed
    scores: dict[str, float] = {}
    for id_ in pool:
        share = sum(weights[word] for word in matched.get(id_, ())) / total if total else 1.0
        if id_.startswith("agreement:"):
            scores[id_] = share if allowed is None else 0.6 + 0.35 * share
        elif allowed is None:
            scores[id_] = share
    if len(states) == 1 and not years and not matched:
        scores[states[0]] = NAME
    return {id_: score for id_, score in scores.items() if score >= ENOUGH}


def _match_words(store: Store, words: Iterable[str]) -> tuple[dict[str, set[str]], dict[str, float]]:
    """Return the words that each thing matches, and the weight of each word; unknown short ones weigh nothing."""
    matched: dict[str, set[str]] = {}
    weights: dict[str, float] = {}
    for word in dict.fromkeys(words):
        nodes = _ask_nodes(store, "by-word", word)
        if nodes or len(word) > LONGEST_PARTICLE:
            weights[word] = 1 / math.log(2 + len(nodes)) if nodes else UNKNOWN_WEIGHT
        for node in nodes:
            matched.setdefault(node, set()).add(word)
    return matched, weights


def _allowed(store: Store, states: list[str], years: list[str]) -> set[str] | None:
    """Return the agreements of the states and years in a text, None where it names neither."""
    sets = [_ask_nodes(store, "by-word", year) for year in years]
    for state in states:
        rows = ask_internal(store, "of-party", value=NamedNode(BASE + state)).rows
        sets.append({str(row[0]) for row in rows})
    if not sets:
        return None
    return {id_ for id_ in set.intersection(*sets) if id_.startswith("agreement:")}


def split_states(store: Store, text: str) -> tuple[list[str], list[str]]:
    """Return the states that whole runs of words name, the longest first, and the index words of the rest."""
    words = fold_name(text).split()
    taken: set[int] = set()
    states: list[str] = []
    spans = sorted(combinations(range(len(words) + 1), 2), key=lambda span: (span[0] - span[1], span[0]))
    for start, end in spans:
        if end - start > LONGEST_STATE or taken & set(range(start, end)):
            continue
        found = [n for n in sorted(_ask_nodes(store, "by-key", " ".join(words[start:end]))) if n.startswith("state:")]
        if len(found) == 1:
            states.append(found[0])
            taken |= set(range(start, end))
    rest = [part for at, word in enumerate(words) if at not in taken for part in index_words(word)]
    return list(dict.fromkeys(states)), rest
