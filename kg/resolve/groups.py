"""Groups: items that are one agreement so far, with what a further merge must not contradict."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.resolve.entities import Item, Member
from kg.resolve.kinds import are_compatible
from kg.resolve.ledger import make_anchor
from kg.resolve.profiles import Profile
from kg.resolve.score import MERGE, VETO, is_multilateral, score_pair, weigh_parties, weigh_subjects
from kg.resolve.subjects import weigh, weigh_kin

CLASH = 0.2  # share of the smaller group's documents that may name both groups apart: extraction's noise
CORE = 0.4  # share of the subjects that two groups must have in common


@dataclass(slots=True)
class Group:
    """Items under one profile, or the union of several; `key` is that of the least profile in it."""

    key: str
    profiles: dict[str, Profile]
    items: list[Item]
    documents: dict[str, set[str]] = field(default_factory=dict)
    origins: dict[str, tuple[Member, ...]] = field(default_factory=dict)  # by profile key

    def __post_init__(self) -> None:
        self.origins = self.origins or {self.key: self.members}
        for item in self.items:
            document, local = item.member
            self.documents.setdefault(document, set()).add(local)

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors by which a ledger knows the members."""
        return frozenset(make_anchor(item.member) for item in self.items)

    @property
    def members(self) -> tuple[Member, ...]:
        """The members, sorted."""
        return tuple(sorted(item.member for item in self.items))


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
        yield Group(name, {name: bucket[0][1]}, items)


def join_groups(one: Group, other: Group) -> Group:
    """Return the union of two groups."""
    return Group(
        min(one.key, other.key),
        one.profiles | other.profiles,
        one.items + other.items,
        origins=one.origins | other.origins,
    )


def find_contradiction(one: Group, other: Group) -> str | None:
    """Return what forbids the union of two groups in words, or None."""
    if _relate(one, other):
        return "a document tells how one acts on the other"
    shared = len(one.documents.keys() & other.documents.keys())
    if shared and shared > CLASH * min(len(one.documents), len(other.documents)):
        return "a document names both"
    left, right = tuple(one.profiles.values()), tuple(other.profiles.values())
    if not _years_agree(left, right):
        return "different years"
    if _parties_differ(left, right):
        return "different parties"
    if not all(are_compatible(a, b) for a in {p.kind for p in left} for b in {p.kind for p in right}):
        return "different kinds"
    if not _share_name(left, right) and _subjects_differ({p.subjects for p in left}, {p.subjects for p in right}):
        return "different subjects"
    return None


def _parties_differ(left: tuple[Profile, ...], right: tuple[Profile, ...]) -> bool:
    """Tell whether two profiles are between different states, and no name says that both are of many."""
    differing = [(a, b) for a in left for b in right if weigh_parties(a.parties, b.parties) <= VETO]
    return bool(differing) and not any(is_multilateral(a, b) for a in left for b in right)


def _share_name(left: tuple[Profile, ...], right: tuple[Profile, ...]) -> bool:
    """Tell whether the groups share an acronym or a word of their own."""
    one, other = (frozenset(w for p in side for w in p.proper | p.acronyms) for side in (left, right))
    return bool(one & other)


def _relate(one: Group, other: Group) -> bool:
    small, large = sorted((one, other), key=lambda group: len(group.items))
    return any(local in item.related for item in small.items for local in large.documents.get(item.member[0], ()))


def _years_agree(left: tuple[Profile, ...], right: tuple[Profile, ...]) -> bool:
    years, others = {p.year for p in left} - {None}, {p.year for p in right} - {None}
    if not years or not others or years & others:
        return True
    dated = [p for p in left if p.year], [p for p in right if p.year]
    return any(score_pair(a, b)[0] >= MERGE for a in dated[0] for b in dated[1])


def _subjects_differ(left: set[frozenset[str]], right: set[frozenset[str]]) -> bool:
    """Tell whether some pair of subject sets has no core in common."""
    return any(
        weigh_subjects(a, b) < 0 and weigh(a & b) + weigh_kin(a, b) < CORE * min(weigh(a), weigh(b))
        for a in left
        for b in right
    )
