"""Groups: items that are one agreement so far, with what a further merge must not contradict."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.model.terms import Kind
from kg.resolve.entities import Item, Member
from kg.resolve.kinds import are_compatible
from kg.resolve.ledger import make_anchor
from kg.resolve.profiles import Profile
from kg.resolve.score import MERGE, MISDATED, PAIR, VETO, score_pair, shared_words, weigh_parties, weigh_subjects
from kg.resolve.subjects import weigh, weigh_kin

CLASH = 0.2  # share of the smaller group's documents that may name both groups apart: extraction's noise
CORE = 0.4  # share of the subjects that two groups must have in common


@dataclass(frozen=True, slots=True)
class Traits:
    """What the profiles of a group have between them, each value once: what a union must not contradict."""

    years: frozenset[int]
    parties: frozenset[frozenset[str]]
    kinds: frozenset[Kind]
    subjects: frozenset[frozenset[str]]
    acronyms: frozenset[str]
    proper: frozenset[str]

    def __or__(self, other: "Traits") -> "Traits":
        """Return the traits of a union."""
        return Traits(
            self.years | other.years,
            self.parties | other.parties,
            self.kinds | other.kinds,
            self.subjects | other.subjects,
            self.acronyms | other.acronyms,
            self.proper | other.proper,
        )


def traits_of(profile: Profile) -> Traits:
    """Return the traits of one profile."""
    return Traits(
        frozenset(() if profile.year is None else (profile.year,)),
        frozenset((profile.parties,)),
        frozenset((profile.kind,)),
        frozenset((profile.subjects,)),
        profile.acronyms,
        profile.proper,
    )


@dataclass(slots=True)
class Group:
    """Items under one profile, or the union of several; `key` is that of the least profile in it."""

    key: str
    profiles: dict[str, Profile]
    items: list[Item]
    traits: Traits
    documents: dict[str, set[str]]
    origins: dict[str, tuple[Member, ...]]  # by profile key

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors by which a ledger knows the members."""
        return frozenset(make_anchor(item.member) for item in self.items)

    @property
    def members(self) -> tuple[Member, ...]:
        """The members, sorted."""
        return tuple(sorted(item.member for item in self.items))


def make_group(key: str, profile: Profile, items: list[Item]) -> Group:
    """Return a group of items under one profile."""
    documents: dict[str, set[str]] = {}
    for item in items:
        documents.setdefault(item.member[0], set()).add(item.member[1])
    members = tuple(sorted(item.member for item in items))
    return Group(key, {key: profile}, items, traits_of(profile), documents, {key: members})


def group_items(profiled: Iterable[tuple[Item, Profile]], apart: frozenset[str]) -> list[Group]:
    """Return groups of items whose equal profiles say enough to be one; all others stand alone.

    Items whose anchors are in `apart` stand alone too: a curator has told them from others.
    """
    buckets: dict[str, list[tuple[Item, Profile]]] = {}
    for item, profile in profiled:
        key = profile.key
        if make_anchor(item.member) in apart or score_pair(profile, profile)[0] < MERGE:
            key = f"{key}/{item.member[0]}/{item.member[1]}"
        buckets.setdefault(key, []).append((item, profile))
    return [group for key in sorted(buckets) for group in _split_bucket(key, buckets[key])]


def _split_bucket(key: str, bucket: list[tuple[Item, Profile]]) -> Iterable[Group]:
    """Yield one group, and one more for each further agreement that a document describes in the same words."""
    layers: list[list[Item]] = []
    seen: dict[str, int] = {}
    for item, _ in sorted(bucket, key=lambda pair: pair[0].member):
        layer = seen.get(item.member[0], 0)
        seen[item.member[0]] = layer + 1
        if layer == len(layers):
            layers.append([])
        layers[layer].append(item)
    for number, items in enumerate(layers):
        name = key if number == 0 else f"{key}#{number}"
        yield make_group(name, bucket[0][1], items)


def join_groups(one: Group, other: Group) -> Group:
    """Return the union of two groups, made of the larger one: neither is to be used any more."""
    small, large = sorted((one, other), key=lambda group: len(group.items))
    large.key = min(one.key, other.key)
    large.profiles.update(small.profiles)
    large.items += small.items
    large.traits |= small.traits
    large.origins.update(small.origins)
    for document, locals_ in small.documents.items():
        large.documents.setdefault(document, set()).update(locals_)
    return large


def find_contradiction(one: Group, other: Group) -> str | None:
    """Return what forbids the union of two groups in words, or None."""
    if _relate(one, other):
        return "a document tells how one acts on the other"
    small, large = sorted((one.documents, other.documents), key=len)
    shared = sum(1 for document in small if document in large)
    if shared and shared > CLASH * len(small):
        return "a document names both"
    left, right = one.traits, other.traits
    if left.years and right.years and not left.years & right.years and not _are_misdated(one, other):
        return "different years"
    if not all(are_compatible(a, b) for a in left.kinds for b in right.kinds):
        return "different kinds"
    named = bool(left.acronyms & right.acronyms or left.proper & right.proper)
    if any(weigh_parties(a, b) <= VETO for a in left.parties for b in right.parties) and not _are_of_many(left, right):
        return "different parties"
    if not named and _subjects_differ(left.subjects, right.subjects):
        return "different subjects"
    return None


def _are_of_many(left: Traits, right: Traits) -> bool:
    """Tell whether a name that both have in common says that they are one agreement with many parties."""
    many = Kind.CONVENTION in left.kinds | right.kinds or any(len(each) > PAIR for each in left.parties | right.parties)
    return many and bool(left.acronyms & right.acronyms or shared_words(left.proper, right.proper))


def _relate(one: Group, other: Group) -> bool:
    small, large = sorted((one, other), key=lambda group: len(group.items))
    return any(local in item.related for item in small.items for local in large.documents.get(item.member[0], ()))


def _are_misdated(one: Group, other: Group) -> bool:
    """Tell whether some profiles match though their years differ: one document has it wrong."""
    left, right = ([p for p in group.profiles.values() if p.year] for group in (one, other))
    near = ((a, b) for a in left for b in right if abs((a.year or 0) - (b.year or 0)) <= MISDATED)
    return any(score_pair(a, b)[0] >= MERGE for a, b in near)


@cache
def _subjects_differ(left: frozenset[frozenset[str]], right: frozenset[frozenset[str]]) -> bool:
    """Tell whether some pair of subject sets has no core in common."""
    return any(_have_no_core(a, b) for a in left for b in right)


@cache
def _have_no_core(one: frozenset[str], other: frozenset[str]) -> bool:
    if weigh_subjects(one, other) >= 0:
        return False
    return weigh(one & other) + weigh_kin(one, other) < CORE * min(weigh(one), weigh(other))
