"""Clustering: which documents' agreements are one. A function of the set of items: no order, no chance.

Pairs are taken from the strongest down; a pair joins two groups unless something contradicts it, or an undated or
nameless side would fit two groups that exclude each other about equally well: then nobody can tell, and it stays apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.resolve.blocking import Blocking, near_keys, wide_keys
from kg.resolve.entities import Item
from kg.resolve.groups import Group, find_contradiction, group_items, join_groups
from kg.resolve.profiles import Profile
from kg.resolve.ruling import Ruling
from kg.resolve.score import DOUBT, MERGE, Sign, may_match, score_pair

MARGIN = 0.4  # a fit must beat the next one that excludes it by this much
PAIR = 2
GroupKey = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two groups that share a blocking key, how well they fit, and why."""

    one: GroupKey
    other: GroupKey
    score: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True, slots=True)
class Clustering:
    """The final groups, sorted by key; the pairs that joined them; all pairs that were good enough to."""

    groups: tuple[Group, ...]
    joined: tuple[Pair, ...]
    pairs: tuple[Pair, ...]


def cluster_items(profiled: Iterable[tuple[Item, Profile]], ruling: Ruling) -> Clustering:
    """Return the clustering of items under the curator's decisions."""
    groups = {group.key: group for group in group_items(profiled, ruling.apart)}
    pairs = sorted(find_pairs(groups.values()), key=lambda pair: (-pair.score, pair.one, pair.other))
    merging = _Merging(groups, pairs, ruling)
    merging.join_ruled()
    joined = [pair for pair in pairs if merging.join(pair)]
    final = sorted(merging.groups.values(), key=lambda group: group.key)
    return Clustering(tuple(final), tuple(joined), tuple(pairs))


def find_doubtful(profiled: Sequence[tuple[Item, Profile]], clustering: Clustering, ruling: Ruling) -> list[Pair]:
    """Return the pairs of first groups that may be one but are not in the clustering, the likeliest first."""
    home = {key: group.key for group in clustering.groups for key in group.profiles}
    pairs = find_pairs(group_items(profiled, ruling.apart), wide_keys, DOUBT)
    apart = (pair for pair in pairs if home[pair.one] != home[pair.other])
    return sorted(apart, key=lambda pair: (-pair.score, pair.one, pair.other))


def find_pairs(groups: Iterable[Group], blocking: Blocking = near_keys, floor: float = MERGE) -> Iterator[Pair]:
    """Yield the pairs of groups that meet by their keys and score `floor` or more, each once."""
    profiles = {group.key: next(iter(group.profiles.values())) for group in groups}
    if len(profiles) < PAIR:
        return
    keys = {key: blocking(profile) for key, profile in profiles.items()}
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for key, found in keys.items():
        for block in found.owned:
            blocks[block].append(key)
    for one, found in keys.items():
        near = {other for block in found.asked for other in blocks.get(block, ()) if other > one}
        for other in near:
            if may_match(profiles[one], profiles[other]):
                score, signs = score_pair(profiles[one], profiles[other])
                if score >= floor:
                    yield Pair(one=one, other=other, score=score, signs=signs)


class _Merging:
    """The state of one run: which group each first group is in by now."""

    def __init__(self, groups: dict[GroupKey, Group], pairs: list[Pair], ruling: Ruling) -> None:
        self.groups = dict(groups)
        self._ruling = ruling
        self._root = {key: key for key in groups}
        self._fits: defaultdict[GroupKey, dict[GroupKey, float]] = defaultdict(dict)  # the best score, by root
        for pair in reversed(pairs):
            self._fits[pair.one][pair.other] = self._fits[pair.other][pair.one] = pair.score

    def root(self, key: GroupKey) -> GroupKey:
        while self._root[key] != key:
            self._root[key] = self._root[self._root[key]]
            key = self._root[key]
        return key

    def join_ruled(self) -> None:
        """Join what the curator called the same, however little it looks so."""
        if not self._ruling.same:
            return
        by_anchor = {
            anchor: group.key for group in self.groups.values() for anchor in group.anchors & self._ruling.known
        }
        for left, right in self._ruling.same:
            if left in by_anchor and right in by_anchor:
                one, other = self.root(by_anchor[left]), self.root(by_anchor[right])
                if one != other and not self._is_forbidden(one, other):
                    self._unite(one, other)

    def join(self, pair: Pair) -> bool:
        """Join the groups of `pair` and tell whether they are one through it."""
        one, other = self.root(pair.one), self.root(pair.other)
        if one == other:
            return False
        if find_contradiction(self.groups[one], self.groups[other]) is not None:
            return False
        if self._is_forbidden(one, other) or self._is_torn(pair, one, other) or self._is_torn(pair, other, one):
            return False
        self._unite(one, other)
        return True

    def _is_forbidden(self, one: GroupKey, other: GroupKey) -> bool:
        if not self._ruling.apart:
            return False
        return self._ruling.forbids(self.groups[one].anchors, self.groups[other].anchors)

    def _unite(self, one: GroupKey, other: GroupKey) -> None:
        union = join_groups(self.groups.pop(one), self.groups.pop(other))
        gone = max(one, other)
        self._root[gone] = union.key
        self.groups[union.key] = union
        kept = self._fits[union.key]
        kept.pop(gone, None)
        for third, score in self._fits.pop(gone, {}).items():
            if third != union.key:
                kept[third] = self._fits[third][union.key] = max(score, kept.get(third, score))
                del self._fits[third][gone]

    def _is_torn(self, pair: Pair, side: GroupKey, target: GroupKey) -> bool:
        """Tell whether the group `side` fits another group nearly as well that excludes `target`."""
        if len(self.groups) <= PAIR:
            return False
        least = max(MERGE, pair.score - MARGIN)
        rivals = (third for third, score in self._fits[side].items() if third != target and score >= least)
        return any(self._excludes(third, side, target) for third in rivals)

    def _excludes(self, third: GroupKey, side: GroupKey, target: GroupKey) -> bool:
        if find_contradiction(self.groups[side], self.groups[third]) is not None:
            return False
        return find_contradiction(self.groups[target], self.groups[third]) is not None
