"""Readable ids of agreements: parties, year, kind, subject; and the ids under which less was known."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from itertools import islice, product

from kg.model.terms import Kind
from kg.resolve.entities import Member, Name
from kg.resolve.groups import Group
from kg.resolve.names import fold_name, proper_words, romanise, title_place
from kg.resolve.states import continue_state, former_states, predecessors, rank_state
from kg.resolve.subjects import sort_subjects

MOST_PARTIES = 3
MOST_WORDS = 6
MOST_ALIASES = 48
KEPT_SHARE = 0.15
SUBJECT_SHARE = 0.34


def choose_parties(group: Group, year: int | None) -> tuple[str, ...]:
    """Return the parties that a share of the documents names, as the states of the year (SUHH until 1991)."""
    counts = Counter(code for item in group.items for code in item.agreement.parties or item.context)
    voters = sum(1 for item in group.items if item.agreement.parties or item.context)
    kept = {code for code, count in counts.items() if count >= KEPT_SHARE * voters}
    return tuple(sorted(_as_of(kept, year), key=rank_state))


def _as_of(codes: set[str], year: int | None) -> set[str]:
    """Replace a continuator by its predecessor, or the other way round, where the year of signature decides."""
    chosen = set(codes)
    for code in sorted(codes):
        chosen -= {code}
        chosen |= {_state_in(code, year, codes)}
    return chosen


def _state_in(code: str, year: int | None, codes: set[str]) -> str:
    former = former_states().get(code)
    if former is not None and former.continuator and year is not None and year > int(former.last[:4]):
        return former.continuator
    for old in predecessors(code):
        first, last = (int(day[:4]) for day in (former_states()[old].first, former_states()[old].last))
        if year is None and old in codes:
            return old
        if year is not None and first <= year <= last and (old in codes or year < last):
            return old
    return code


def choose_year(group: Group) -> int | None:
    """Return the year most documents give; the earlier one of equals."""
    years = Counter(item.year for item in group.items if item.year is not None)
    return min(years, key=lambda year: (-years[year], year)) if years else None


def choose_kind(group: Group) -> Kind:
    """Return the kind most documents use; `other` only if all do."""
    kinds = Counter(item.agreement.kind for item in group.items)
    return min(kinds, key=lambda kind: (kind is Kind.OTHER, -kinds[kind], kind))


def choose_subjects(group: Group) -> tuple[str, ...]:
    """Return the subjects that enough of the documents name, in the order of an English title."""
    telling = [set(item.agreement.subjects) for item in group.items if item.agreement.subjects]
    counts = Counter(subject for subjects in telling for subject in subjects)
    return sort_subjects(subject for subject, count in counts.items() if count >= SUBJECT_SHARE * len(telling))


def choose_names(group: Group) -> tuple[Name, ...]:
    """Return the names with their languages, full ones before short ones, the most used first."""
    uses: Counter[tuple[str, str]] = Counter()
    fullest: Counter[tuple[str, str]] = Counter()
    for item in group.items:
        for rank, text in enumerate(item.agreement.names):
            uses[text, item.language] += 1
            fullest[text, item.language] += rank == 0
    telling = {key: _tells(key, group) for key in uses}
    ordered = sorted(uses, key=lambda key: (-telling[key], -fullest[key], -uses[key], -len(key[0]), key))
    return tuple(Name(text=text, language=language, uses=uses[text, language]) for text, language in ordered)


def _tells(key: tuple[str, str], group: Group) -> int:
    """Rank a name: 2 with a proper word or three plain ones, 1 with two, 0 for a bare noun."""
    text, language = key
    if proper_words(text, language):
        return 2
    size = len(fold_name(text).split()) if text.isascii() or " " in text else len(text) // 3
    return min(2, max(0, size - 1))


def base_id(parties: Iterable[str], year: int | None, kind: Kind, tail: str) -> str:
    """Return `ru-kp-2024-treaty-comprehensive-strategic-partnership`; unknown parts are left out."""
    parts = (_show_parties(parties), "" if year is None else str(year), _show_kind(kind), tail)
    return "-".join(filter(None, parts))


def _show_parties(parties: Iterable[str]) -> str:
    codes = sorted(parties, key=rank_state)
    return "-".join(codes).lower() if len(codes) <= MOST_PARTIES else ""


def _show_kind(kind: Kind) -> str:
    return kind.replace("_", "-")


def choose_tail(subjects: tuple[str, ...], names: tuple[Name, ...], parties: tuple[str, ...]) -> str:
    """Return the last part of an id: proper words where parties do not tell, the subjects, or the best name's words."""
    town = next((title_place(name.text, name.language) for name in names[:1]), None)
    if town is not None:
        return town.removeprefix("capital-")
    proper = sorted(word for name in names[:1] for word in proper_words(name.text, name.language))
    if subjects and (len(parties) in (2, MOST_PARTIES) or not proper):
        return "-".join(subjects[:MOST_WORDS])
    return "-".join([*proper[:MOST_WORDS], *(() if proper else subjects)])


def find_aliases(group: Group, chosen: str) -> tuple[str, ...]:
    """Return the ids the agreement had or would have if only some of its documents were known."""
    years = {None, *(item.year for item in group.items)}
    parties = {frozenset(choose_parties(group, None)), *(frozenset(i.context) for i in group.items), frozenset()}
    parties |= {frozenset(continue_state(code) for code in codes) for codes in parties}
    kinds = {item.agreement.kind for item in group.items}
    tails = {"-".join(sort_subjects(item.agreement.subjects)[:MOST_WORDS]) for item in group.items}
    shown = [_show_parties(codes) for codes in sorted(parties, key=sorted)]
    dates = ["" if year is None else str(year) for year in sorted(years, key=lambda y: (y is None, y or 0))]
    options = product(shown, dates, [_show_kind(kind) for kind in sorted(kinds)], sorted(tails))
    found = {"-".join(filter(None, parts)) for parts in islice(options, MOST_ALIASES)}
    return tuple(sorted(alias for alias in found - {chosen} if "-" in alias))


def suffix(members: tuple[Member, ...]) -> str:
    """Return the short hash that tells agreements with the same id apart: that of the least member."""
    document, local = members[0]
    return hashlib.sha256(f"{document}/{local}".encode()).hexdigest()[:6]


def slug(text: str) -> str:
    """Return `text` as lower-case Latin words joined by hyphens."""
    return "-".join(romanise(text).split())
