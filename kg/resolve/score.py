"""Evidence for and against two profiles meaning one agreement. A wrong merge costs more than a missed one.

Weights are sums of evidence as in record linkage (Fellegi and Sunter 1969), set by hand on corpus/dev and measured by
`benchmarks/identity.py`; `MERGE` is reached by two strong signs or three ordinary ones.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import fsum
from typing import NamedTuple

from kg.model.terms import Kind
from kg.resolve.kinds import SELDOM, are_compatible
from kg.resolve.names import skeleton
from kg.resolve.profiles import SHORTEST_KEY, TITLES, Profile
from kg.resolve.subjects import weigh, weigh_kin

MERGE = 5.0
VETO = -8.0
DOUBT = 3.0  # pairs from here up to MERGE are for a curator to see
PAIR = 2
AMBIENT = 0.6  # of the weight of parties, where a document only is about them
MISDATED = 2  # years apart at which the same name and parties mean a wrong year
COMMON = 0.38  # share of the subjects that two agreements must have in common
SIMILAR_WORDS = 88


class Sign(NamedTuple):
    """One piece of evidence: what it is, in words, and its weight."""

    text: str
    weight: float

    def __str__(self) -> str:
        return f"{self.text} {self.weight:+g}"


@lru_cache(maxsize=50_000)
def score_pair(one: Profile, other: Profile) -> tuple[float, tuple[Sign, ...]]:
    """Return the sum of the signs' weights and the signs; see `tell_signs`."""
    signs = tuple([sign for sign in _signs(one, other) if sign.weight])
    return fsum([sign.weight for sign in signs]), signs


def tell_signs(signs: Iterable[Sign]) -> tuple[str, ...]:
    """Return the signs in words, the strongest first."""
    return tuple(str(sign) for sign in sorted(signs, key=lambda sign: (-abs(sign.weight), sign.text)))


def may_match(one: Profile, other: Profile) -> bool:
    """Tell whether a pair is worth scoring: two years without a common word are two agreements at once."""
    if one.year is None or other.year is None or one.year == other.year:
        return True
    return bool(one.proper and other.proper and shared_words(one.proper, other.proper))


def _signs(one: Profile, other: Profile) -> Iterator[Sign]:
    named = shared_words(one.proper, other.proper)
    yield _party_sign(one, other)
    yield _year_sign(one, other, named=bool(named))
    yield from _day_signs(one.days, other.days)
    yield Sign(text="kind", weight=weigh_kinds(one.kind, other.kind))
    subjects = weigh_subjects(one.subjects, other.subjects)
    known_by_name = bool(named or one.acronyms & other.acronyms)
    yield Sign(text="subjects", weight=max(0.0, subjects) if known_by_name else subjects)
    if named:
        yield Sign(text=f"name {' '.join(named)}", weight=4.0)
    yield from _company_signs(one, other)
    if one.acronyms & other.acronyms:
        yield Sign(text=f"acronym {' '.join(sorted(one.acronyms & other.acronyms))}", weight=3.5)
    if one.names & other.names:
        yield Sign(text="the same name", weight=1.5)
    if (one.paired or other.paired) and one.parties == other.parties:
        yield Sign(text="named after its two parties", weight=1.0 if one.paired and other.paired else 0.5)
    if one.place in other.proper or other.place in one.proper:
        yield Sign(text="signed in the town of its name", weight=2.0)
    if one.place is not None and one.place == other.place:
        yield Sign(text="place of signature", weight=0.5)


def _party_sign(one: Profile, other: Profile) -> Sign:
    """Weigh the parties; where a document names fewer than two, the states it is about may stand in."""
    hard = weigh_parties(one.parties, other.parties)
    if hard < 0 and is_multilateral(one, other):
        return Sign(text="other parties of many", weight=0.0)
    left, right = one.parties | one.ambient, other.parties | other.ambient
    if hard < 0 or not (one.ambient or other.ambient):
        return Sign(text="parties", weight=hard)
    soft = weigh_parties(left, right)
    return Sign(text="parties, by what the document is about", weight=max(hard, AMBIENT * soft) if soft > 0 else hard)


def is_multilateral(one: Profile, other: Profile) -> bool:
    """Tell whether two profiles share a word or acronym that names an agreement of a kind with many parties."""
    if Kind.CONVENTION not in (one.kind, other.kind) and max(len(one.parties), len(other.parties)) <= PAIR:
        return False
    return bool(one.acronyms & other.acronyms or shared_words(one.proper, other.proper))


def _company_signs(one: Profile, other: Profile) -> Iterable[Sign]:
    """Yield what the agreements' company tells: the same signers, the same dated agreements replaced."""
    signers = len(one.signers & other.signers)
    if signers >= PAIR:
        yield Sign(text="the same signers", weight=2.0)
    elif signers:
        yield Sign(text="a signer in common", weight=0.5)
    ties = one.ties & other.ties
    if ties:
        yield Sign(text=f"both {sorted(ties)[0].replace('@', ' of ')}", weight=2.0)


def weigh_parties(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the weight of two sets of parties; two different pairs of states are two agreements."""
    shared = len(one & other)
    if not one or not other:
        return 0.0
    if one == other:
        return 3.0 if shared >= PAIR else 1.0
    if not shared:  # two documents that name one state each may name the two sides
        return -1.0 if len(one) == len(other) == 1 else VETO if min(len(one), len(other)) >= PAIR else -3.0
    if one <= other or other <= one:
        return 2.5 if shared >= PAIR else 1.0
    if shared == 1:
        return VETO if max(len(one), len(other)) == PAIR else -2.0
    return 2.0


def _year_sign(one: Profile, other: Profile, *, named: bool) -> Sign:
    if one.year is None or other.year is None:
        return _report_sign(one, other)
    if one.year == other.year:
        return Sign(text=f"year {one.year}", weight=3.0)
    misdated = named and one.parties == other.parties and abs(one.year - other.year) <= MISDATED
    return Sign(text=f"years {one.year} and {other.year}", weight=-4.0 if misdated else VETO)


def _report_sign(one: Profile, other: Profile) -> Sign:
    """Weigh that an undated agreement is in the news in the year of the other: news speaks of the latest."""
    told, heard = (one.year or one.reported), (other.year or other.reported)
    if told is None or told != heard or (one.year is None and other.year is None):
        return Sign(text="year", weight=0.0)
    return Sign(text=f"in the news in {told}", weight=1.0)


def _day_signs(one: frozenset[str], other: frozenset[str]) -> Iterable[Sign]:
    for day in sorted(one & other)[:PAIR]:
        yield Sign(text=day.replace("@", " on "), weight=2.0)


def weigh_kinds(one: Kind, other: Kind) -> float:
    """Return the weight of two kinds; a declaration is no treaty."""
    if Kind.OTHER in (one, other):
        return 0.0
    if one is other:
        return 2.0 if one in SELDOM else 1.0
    if Kind.MEMORANDUM in (one, other) and are_compatible(one, other):
        return -1.0
    return 0.5 if are_compatible(one, other) else -5.0


def weigh_subjects(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the weight of two sets of subjects; nothing in common speaks against, as does a different core."""
    if not one or not other:
        return 0.0
    shared, kin = weigh(one & other), weigh_kin(one, other)
    if one == other:
        return min(3.0, 1.0 + shared)
    if not shared and not kin:
        return -4.0
    if one <= other or other <= one:
        return min(2.0, 0.5 + shared)
    return 1.0 if (shared + kin) / (weigh(one | other) - kin) >= COMMON else -3.0


def shared_words(one: frozenset[str], other: frozenset[str]) -> tuple[str, ...]:
    """Return the words of `one` that stand in `other`, spelling variants of transliteration allowed."""
    return tuple(sorted(word for word in one if any(_is_spelling(word, near) for near in other)))


def _is_spelling(word: str, near: str) -> bool:
    """Tell whether two words are one, or spellings of one; the codes of titles are one or not."""
    from rapidfuzz import fuzz

    if word == near or word.startswith(TITLES) or near.startswith(TITLES):
        return word == near
    bones = skeleton(word), skeleton(near)
    if bones[0] == bones[1] and len(bones[0]) >= SHORTEST_KEY:
        return True
    return word[:SHORTEST_KEY] == near[:SHORTEST_KEY] and fuzz.ratio(word, near) >= SIMILAR_WORDS
