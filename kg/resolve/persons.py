"""Persons: which names mean the same leader, across scripts by a curated table, else within one state."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kg.model.claim import Extraction
from kg.resolve.entities import Leader, PersonKey
from kg.resolve.identify import slug
from kg.resolve.names import romanise
from kg.resolve.states import continue_state
from kg.resolve.tables import read_data

HYPHENS = re.compile("[-'`\u2010\u2011\u2018\u2019]")
PARTICLES = frozenset({"al", "el", "bin", "ibn", "de", "da", "do", "von", "van", "der"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A leader of the curated table; `family` are the names that stand alone with the state beside them."""

    id: str
    label: str
    state: str
    office: str
    first: int
    last: int
    names: tuple[str, ...]
    family: tuple[str, ...]


@cache
def known_leaders() -> tuple[Known, ...]:
    """Return the leaders of `data/leaders.tsv`, in its order."""
    return tuple(
        Known(
            id=slug(row["name"]),
            label=row["name"],
            state=row["state"],
            office=row["office"],
            first=int(row["from"]),
            last=int(row["until"] or 9999),
            names=(row["name"], *(name for name in row["others"].split("|") if name)),
            family=tuple(name for name in row["family"].split("|") if name),
        )
        for row in read_data("leaders")
    )


@lru_cache(maxsize=200_000)
def fold_person(name: str) -> str:
    """Return a person's name for comparison: no case, accents, hyphens, dots, initials or order of words."""
    words = re.findall(r"\w+", HYPHENS.sub("", _without_accents(name)))
    kept = [word for word in words if len(word) > 1 or not word.isascii()] or words
    return " ".join(sorted(kept))


def run_together(name: str) -> str:
    """Return the letters of a name in their order, so that Jong-un, Jong Un and Jongun are one."""
    return "".join(re.findall(r"\w", _without_accents(name)))


def _without_accents(name: str) -> str:
    """Return the name in lower case without marks; Cyrillic yo and short i lose theirs too."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold())
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def resolve_persons(extractions: Iterable[Extraction]) -> tuple[tuple[Leader, ...], dict[PersonKey, str]]:
    """Return the leaders, sorted by id, and the leader of each person as written.

    Each document stands for itself: a name alone ("Putin") is completed from the same document or the table, never
    from another document.
    """
    leader_of: dict[PersonKey, str] = {}
    found: defaultdict[str, list[Leader]] = defaultdict(list)
    for extraction in extractions:
        for key, leader in resolve_document(extraction).items():
            leader_of[key] = leader.id
            found[leader.id].append(leader)
    return tuple(merge_leader(found[id_]) for id_ in sorted(found)), leader_of


def merge_leader(found: Sequence[Leader]) -> Leader:
    """Return one leader under the names of all documents that name it; the office is the least of those told."""
    offices = sorted(leader.office for leader in found if leader.office)
    names = {name for leader in found for name in leader.names}
    return with_names(replace(found[0], office=offices[0] if offices else None), names)


def with_names(leader: Leader, names: Iterable[str]) -> Leader:
    """Return the leader under all `names`, sorted; an unknown one is labelled by the least Latin spelling."""
    ordered = tuple(sorted(set(names)))
    label = leader.label if leader.known else min(ordered, key=lambda name: (not name.isascii(), name))
    return Leader(
        id=leader.id, label=label, state=leader.state, names=ordered, office=leader.office, known=leader.known
    )


def resolve_document(extraction: Extraction) -> dict[PersonKey, Leader]:
    """Return the leader of each person that the claims of one document name."""
    persons = sorted({(p.name, p.state or "", p.office or "") for c in extraction.claims for p in c.persons})
    full = [name for name, _, _ in persons if len(fold_person(name).split()) > 1]
    states = _states_of(extraction)
    resolved: dict[PersonKey, Leader] = {}
    for name, state, office in persons:
        complete = _complete(name, full)
        leader = _find_known(complete, state, states) or _make_unknown(complete, state, office, extraction)
        key = PersonKey(document=extraction.document.id, name=name, state=state or None)
        resolved[key] = with_names(leader, {name, complete})
    return resolved


def _states_of(extraction: Extraction) -> frozenset[str]:
    """Return the states that the document's agreements and claims name, under their continuators."""
    parties = {code for local in extraction.agreements for code in local.parties}
    acting = {code for claim in extraction.claims for code in claim.states}
    return frozenset(continue_state(code) for code in parties | acting)


def _complete(name: str, full: Iterable[str]) -> str:
    """Return the one full name of the document that ends or begins with `name`, else `name` itself."""
    folded = fold_person(name)
    if " " in folded:
        return name
    fitting = sorted({other for other in full if folded in fold_person(other).split()})
    return fitting[0] if len({fold_person(other) for other in fitting}) == 1 else name


@cache
def _by_name() -> dict[str, tuple[Known, ...]]:
    index: defaultdict[str, list[Known]] = defaultdict(list)
    for known in known_leaders():
        for spelling in {fold(name) for name in known.names for fold in (fold_person, run_together)}:
            index[spelling].append(known)
    return {name: tuple(found) for name, found in index.items()}


@cache
def _by_family() -> dict[str, tuple[Known, ...]]:
    index: defaultdict[str, list[Known]] = defaultdict(list)
    for known in known_leaders():
        for name in dict.fromkeys(fold_person(name) for name in known.family):
            index[name].append(known)
    return {name: tuple(found) for name, found in index.items()}


def _find_known(name: str, state: str, states: frozenset[str]) -> Leader | None:
    """Return the table's only leader of that name, a lone family name only with its state in the document."""
    near = frozenset({continue_state(state)}) if state else states
    fitting = _by_name().get(fold_person(name), ()) or _by_name().get(run_together(name), ())
    if len(fitting) != 1 or (state and continue_state(fitting[0].state) not in near and _is_single(name)):
        pool = fitting or _by_family().get(fold_person(name), ())
        fitting = tuple(known for known in pool if continue_state(known.state) in near)
    if len(fitting) != 1:
        return None
    one = fitting[0]
    return Leader(id=one.id, label=one.label, state=one.state, names=(name,), office=one.office, known=True)


def guess_state(name: str) -> str | None:
    """Return the state of the table's only leader of that name, a family name alone too: a hint, no identity."""
    found = _by_name().get(fold_person(name), ()) or _by_name().get(run_together(name), ())
    states = {known.state for known in found or _by_family().get(fold_person(name), ())}
    return states.pop() if len(states) == 1 else None


def _is_single(name: str) -> bool:
    return " " not in fold_person(name)


def _make_unknown(name: str, state: str, office: str, extraction: Extraction) -> Leader:
    """Return a leader known by name and state alone; a lone name stays within its document."""
    words = [word for word in romanise(name).split() if word not in PARTICLES or len(name.split()) < 3]
    parts = ["-".join(words) or "unnamed", state.lower()]
    if _is_single(name) and not _is_unspaced(name):
        parts.append(extraction.document.id[:6])
    id_ = "-".join(part for part in parts if part)
    return Leader(id=id_, label=name, state=state or None, names=(name,), office=office or None)


def _is_unspaced(name: str) -> bool:
    """Tell whether the name is in a script that writes full names as one word (Han, Hangul), of three letters up."""
    return len(name) > 2 and all("぀" <= c <= "鿿" or "가" <= c <= "힯" for c in name)
