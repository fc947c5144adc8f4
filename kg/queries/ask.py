"""Answering a question in plain words: the lookup it asks for, run on the agreement or the states it speaks of."""

from dataclasses import dataclass

from kg.queries import lookups
from kg.queries.answer_rows import ANSWERERS, EVIDENCE, make_between, merge_answers
from kg.queries.answers import Answer
from kg.queries.canned import ParameterType
from kg.queries.find import Hit, find, label_of
from kg.queries.lookups_conflicts import find_disputed, tabulate_conflicts
from kg.queries.pick import clear_hits, pick_agreements
from kg.queries.question import Lookup, Question, read_question
from kg.stores.base import Store

MOST_CHOICES = 8
MOST_ANSWERED = 3  # more agreements than these are offered as choices instead of answered all
# What a person types to ask the same: the command of each lookup.
COMMANDS = {
    Lookup.WHAT_REPLACED: "replaced-by",
    Lookup.REPLACED_WHAT: "replaces",
    Lookup.REPLACED_EITHER: "lineage",
    Lookup.WHO_SIGNED: "signers",
    Lookup.WHEN_SIGNED: "timeline",
    Lookup.RATIFIED: "query ratifications",
    Lookup.IN_FORCE: "timeline",
    Lookup.BETWEEN: "between",
    Lookup.PARTIES: "parties",
    Lookup.TIMELINE: "timeline",
    Lookup.SOURCES: "sources",
    Lookup.CONFLICTS: "conflicts",
    Lookup.LINEAGE: "lineage",
    Lookup.AGREEMENTS: "query agreements-of-leader",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to a question, and how the question was understood.

    `about` are the agreements, states or leaders it was run on; `sentences` are what the rows rest on; `choices` are
    agreements that fit the question equally well, where no one of them could be chosen.
    """

    question: Question
    about: tuple[Hit, ...] = ()
    answer: Answer | None = None
    sentences: tuple[lookups.Sentence, ...] = ()
    choices: tuple[Hit, ...] = ()


def answer_question(store: Store, text: str, today: str) -> Reply:
    """Return the reply to a question; `today` (ISO) is the day that "in force" means where the question gives none."""
    question = read_question(text)
    if question.lookup is None:
        near = pick_agreements(store, question) if question.years or question.states or question.subjects else []
        return Reply(question=question, choices=tuple(clear_hits(near)[:MOST_CHOICES]))
    if question.lookup is Lookup.AGREEMENTS:
        return _answer_agreements(store, question)
    if question.lookup is Lookup.BETWEEN and len(question.states) > 1:
        return _answer_between(store, question)
    if question.lookup is Lookup.CONFLICTS and not _names_something(question):
        return Reply(question=question, answer=tabulate_conflicts(store, find_disputed(store)))
    return _answer_agreement(store, question, today)


def _names_something(question: Question) -> bool:
    return bool(question.years or question.states or question.words or question.subjects)


def _answer_agreement(store: Store, question: Question, today: str) -> Reply:
    """Run the lookup on the agreement that fits best; of several, on those that it has an answer for."""
    lookup = question.lookup or Lookup.TIMELINE
    hits = clear_hits(pick_agreements(store, question))[:MOST_CHOICES]
    day = question.day or today
    answers = {hit: ANSWERERS[lookup](store, hit.id, day) for hit in hits}
    full = [hit for hit in hits if answers[hit].rows]
    if len(full) > 1 and len(full) == len(hits) > MOST_ANSWERED:
        return Reply(question=question, choices=tuple(full))
    about = full or hits[:1]
    if not about:
        return Reply(question=question)
    sentences = [one for hit in full for one in _find_evidence(store, lookup, hit.id, answers[hit])]
    answer = merge_answers([(hit, answers[hit]) for hit in about])
    return Reply(question=question, about=tuple(about), answer=answer, sentences=tuple(sentences), choices=tuple(hits))


def _find_evidence(store: Store, lookup: Lookup, agreement: str, answer: Answer) -> list[lookups.Sentence]:
    """Return the sentences that the answer rests on: those on its event, and on its other agreements if it has any."""
    events = EVIDENCE[lookup]
    found = [one for one in lookups.find_sources(store, agreement) if events is None or one.event in events]
    others = {str(row["agreement"]) for row in answer.dicts() if "agreement" in answer.columns}
    pairs = [(newer, agreement) for newer in others] + [(agreement, older) for older in others]
    asked = [lookups.ask(store, "why-replaced", newer=newer, older=older) for newer, older in pairs]
    claims = {row["claim"] for rows in asked for row in rows}
    return [one for one in found if one.claim in claims] if others else found


def _answer_between(store: Store, question: Question) -> Reply:
    first, second = (f"state:{code}" for code in question.states[:2])
    about = tuple(Hit(id=id_, type="state", label=label_of(store, id_), score=1.0) for id_ in (first, second))
    day = question.day or (f"{question.years[0]}-12-31" if question.years else None)
    return Reply(question=question, about=about, answer=make_between(store, first, second, day))


def _answer_agreements(store: Store, question: Question) -> Reply:
    """Answer which agreements a leader signed, or a state has."""
    hits = find(store, " ".join(question.words), ParameterType.LEADER, limit=1) if question.words else []
    if hits:
        answer = lookups.ask_answer(store, "agreements-of-leader", {"leader": hits[0].id})
        return Reply(question=question, about=tuple(hits), answer=answer)
    if not question.states:
        return Reply(question=question)
    id_ = f"state:{question.states[0]}"
    about = Hit(id=id_, type="state", label=label_of(store, id_), score=1.0)
    return Reply(
        question=question, about=(about,), answer=lookups.ask_answer(store, "agreements-of-state", {"state": id_})
    )
