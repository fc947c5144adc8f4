"""Profiles: what may tell one agreement from another, comparable across languages; equal items share one."""

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache

from kg.model.terms import Kind
from kg.resolve.entities import Item
from kg.resolve.names import (
    compound_subjects,
    find_acronyms,
    find_capital,
    fold_name,
    is_telling,
    named_states,
    proper_words,
    romanise,
    title_day,
    title_place,
)
from kg.resolve.states import continue_state
from kg.resolve.tables import read_data

SHORTEST_KEY = 4
PAIR = 2
YEAR = 4  # digits
TOWN = "capital-"
TITLES = (TOWN, "day")  # words that stand for a title as a whole


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """An agreement as one or more documents describe it. States stand under their continuators (RU for SUHH).

    Profiles of one content have one `key`, and are equal.
    """

    parties: frozenset[str]
    ambient: frozenset[str]
    kind: Kind
    year: int | None
    days: frozenset[str]
    ties: frozenset[str]
    signers: frozenset[str]
    place: str | None
    subjects: frozenset[str]
    acronyms: frozenset[str]
    proper: frozenset[str]
    names: frozenset[str]
    paired: bool  # the two parties are its name: the EU-Mercosur agreement
    reported: int | None  # the year of the document, where the agreement has none
    key: str = field(init=False)  # a hash of the content: the same on every machine

    def __post_init__(self) -> None:
        shown = [sorted(value) if isinstance(value, frozenset) else value for value in self._values()]
        key = hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:16]
        object.__setattr__(self, "key", key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Profile) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)

    def _values(self) -> tuple[object, ...]:
        return (
            self.parties,
            self.ambient,
            str(self.kind),
            self.year,
            self.days,
            self.ties,
            self.signers,
            self.place,
            self.subjects,
            self.acronyms,
            self.proper,
            self.names,
            self.paired,
            self.reported,
        )


def make_profile(item: Item) -> Profile:
    """Return the profile of a document's agreement."""
    local = item.agreement
    parties = frozenset(continue_state(code) for code in item.context)
    common = _common_acronyms() | item.context | set(local.parties)
    proper = {word for name in local.names for word in proper_words(name, item.language)}
    titles = {place for name in local.names for place in (title_place(name, item.language), title_day(name))}
    known = {title for title in titles if title is not None}
    proper = {find_capital(word) or word for word in proper} | known
    acronyms = {acronym for name in local.names for acronym in find_acronyms(name)} - common
    return Profile(
        parties=parties,
        ambient=item.ambient if parties < item.ambient else frozenset(),
        kind=local.kind,
        year=item.year,
        days=item.days,
        ties=item.ties,
        signers=item.signers,
        place=_place(item.place),
        subjects=frozenset(local.subjects).union(*(compound_subjects(name, item.language) for name in local.names)),
        acronyms=frozenset(acronyms),
        proper=frozenset(proper - {romanise(a) for a in acronyms | common} - _common_words()),
        names=frozenset(fold_name(name) for name in local.names if is_telling(name, item.language)),
        paired=any(named_states(name, item.language) == parties for name in local.names) and len(parties) == PAIR,
        reported=int(item.published[:YEAR]) if item.year is None and item.published else None,
    )


def _place(name: str | None) -> str | None:
    """Return a place of signature for comparison: a capital is one in all scripts."""
    if not name:
        return None
    return find_capital(romanise(name).replace(" ", "")) or romanise(name)


@cache
def _common_acronyms() -> frozenset[str]:
    return frozenset(row["word"] for row in read_data("common") if row["class"] == "acronym")


@cache
def _common_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_data("common") if row["class"] == "word")
