"""Finding the agreement that a question speaks of: by year, states, kind, subject and words of its names."""

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from kg.graph.vocabulary import BASE
from kg.queries.canned import ParameterType
from kg.queries.find import Hit, find, label_of
from kg.queries.lookups_show import find_facts
from kg.queries.question import Question, fold_words
from kg.queries.run import ask_internal
from kg.stores.base import Store

MOST = 60  # candidates that are looked at closely
MARGIN = 0.05  # what the best must be ahead by, to be the only answer
_KIND, _SUBJECT, _WORD, _STATE = 0.2, 0.25, 0.3, 0.25


def pick_agreements(store: Store, question: Question) -> list[Hit]:
    """Return the agreements that fit the question, the best first; several at its head fit equally well."""
    pool = _find_pool(store, question)
    scored = [_score(store, id_, question) for id_ in sorted(pool)[:MOST]]
    hits = [hit for hit in scored if hit.score > 0]
    return sorted(hits, key=lambda hit: (-round(hit.score, 3), hit.id))


def clear_hits(hits: list[Hit]) -> list[Hit]:
    """Return the hits that fit as well as the best."""
    return [hit for hit in hits if hit.score > hits[0].score - MARGIN] if hits else []


def _find_pool(store: Store, question: Question) -> set[str]:
    """Return ids of agreements of the question's years and states; by the words of names where it tells neither."""
    sets = [_nodes(ask_internal(store, "by-word", value=Literal(str(year))).rows) for year in question.years]
    for code in question.states:
        sets.append(_nodes(ask_internal(store, "of-party", value=NamedNode(f"{BASE}state:{code}")).rows))
    both = set.intersection(*sets) if sets else set()
    if both:
        return both
    if question.years:
        return set.union(*sets[: len(question.years)])
    named = (
        {hit.id for hit in find(store, question.rest, ParameterType.AGREEMENT, limit=MOST)} if question.rest else set()
    )
    return named or (set.union(*sets) if sets else set())


def _nodes(rows: Iterable[tuple[object, ...]]) -> set[str]:
    return {str(row[0]) for row in rows if str(row[0]).startswith("agreement:")}


def _score(store: Store, id_: str, question: Question) -> Hit:
    """Score an agreement by how much of what the question says is true of it."""
    facts, _ = find_facts(store, id_)
    values: dict[str, set[str]] = {}
    for fact in facts:
        values.setdefault(fact.property, set()).add(fact.value)
    names = {word for name in values.get("altLabel", ()) for word in fold_words(name)}
    score = 0.05
    if question.kinds and values.get("kind", set()) & set(question.kinds):
        score += _KIND
    score += _SUBJECT * _share(question.subjects, values.get("subject", set()))
    score += _WORD * _share([part for word in question.words for part in fold_words(word)], names)
    score += _STATE * _share(question.states, {part.upper() for part in id_.split(":", 1)[1].split("-")})
    return Hit(id=id_, type="agreement", label=label_of(store, id_), score=round(score, 4))


def _share(wanted: Iterable[str], present: set[str]) -> float:
    listed = list(wanted)
    return sum(one in present for one in listed) / len(listed) if listed else 0.0
