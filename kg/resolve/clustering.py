"""Clustering: which documents' agreements are one. A function of the set of items: no order, no chance.

Pairs are taken from the strongest down; a pair joins two groups unless something contradicts it, or an undated or
nameless side would fit two groups that exclude each other about equally well: then nobody can tell, and it stays apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from kg.resolve.entities import Item
from kg.resolve.groups import Group, find_contradiction, group_items, join_groups
from kg.resolve.ledger import Ledger
from kg.resolve.profiles import Profile, find_keys
from kg.resolve.ruling import Ruling
from kg.resolve.score import DOUBT, MERGE, may_match, score_pair

MARGIN = 0.4  # a fit must beat the next one that excludes it by this much
GroupKey = str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two groups that share a blocking key, how well they fit, and why."""

    one: GroupKey
    other: GroupKey
    score: float
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clustering:
    """The final groups, sorted by key; the pairs that joined them; the doubtful pairs that did not; all pairs."""

    groups: tuple[Group, ...]
    joined: tuple[Pair, ...]
    doubtful: tuple[Pair, ...]
    pairs: tuple[Pair, ...]


def cluster_items(profiled: Iterable[tuple[Item, Profile]], ledger: Ledger) -> Clustering:
    """Return the clustering of items under the curator's decisions."""
    ruling = Ruling(ledger)
    groups = {group.key: group for group in group_items(profiled, ruling.apart)}
    pairs = sorted(find_pairs(groups.values()), key=lambda pair: (-pair.score, pair.one, pair.other))
    merging = _Merging(groups, pairs, ruling)
    merging.join_ruled()
    joined = [pair for pair in pairs if pair.score >= MERGE and merging.join(pair)]
    doubtful = [pair for pair in pairs if merging.root(pair.one) != merging.root(pair.other)]
    final = sorted(merging.groups.values(), key=lambda group: group.key)
    return Clustering(tuple(final), tuple(joined), tuple(doubtful), tuple(pairs))


def find_pairs(groups: Iterable[Group]) -> Iterator[Pair]:
    """Yield the pairs of groups that share a key and score `DOUBT` or more, each once."""
    blocks: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups:
        for key in find_keys(next(iter(group.profiles.values()))):
            blocks[key].append(group)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for one, other in combinations(sorted(block, key=lambda group: group.key), 2):
            if (one.key, other.key) in seen:
                continue
            seen.add((one.key, other.key))
            if not may_match(one.profiles[one.key], other.profiles[other.key]):
                continue
            score, signs = score_pair(one.profiles[one.key], other.profiles[other.key])
            if score >= DOUBT:
                yield Pair(one=one.key, other=other.key, score=score, signs=tuple(str(sign) for sign in signs))


class _Merging:
    """The state of one run: which group each first group is in by now."""

    def __init__(self, groups: dict[GroupKey, Group], pairs: list[Pair], ruling: Ruling) -> None:
        self.groups = dict(groups)
        self._ruling = ruling
        self._root = {key: key for key in groups}
        self._fits: defaultdict[GroupKey, list[Pair]] = defaultdict(list)
        for pair in pairs:
            self._fits[pair.one].append(pair)
            self._fits[pair.other].append(pair)

    def root(self, key: GroupKey) -> GroupKey:
        while self._root[key] != key:
            self._root[key] = self._root[self._root[key]]
            key = self._root[key]
        return key

    def join_ruled(self) -> None:
        """Join what the curator called the same, however little it looks so."""
        by_anchor = {
            anchor: group.key for group in self.groups.values() for anchor in group.anchors & self._ruling.known
        }
        for left, right in self._ruling.same:
            if left in by_anchor and right in by_anchor:
                one, other = self.root(by_anchor[left]), self.root(by_anchor[right])
                if one != other and not self._ruling.forbids(self.groups[one].anchors, self.groups[other].anchors):
                    self._unite(one, other)

    def join(self, pair: Pair) -> bool:
        """Join the groups of `pair` and tell whether they are one through it."""
        one, other = self.root(pair.one), self.root(pair.other)
        if one == other:
            return False
        if find_contradiction(self.groups[one], self.groups[other]) is not None:
            return False
        if self._ruling.forbids(self.groups[one].anchors, self.groups[other].anchors):
            return False
        if self._is_torn(pair, one, other) or self._is_torn(pair, other, one):
            return False
        self._unite(one, other)
        return True

    def _unite(self, one: GroupKey, other: GroupKey) -> None:
        union = join_groups(self.groups.pop(one), self.groups.pop(other))
        self._root[one] = self._root[other] = self._root[union.key] = union.key
        self.groups[union.key] = union

    def _is_torn(self, pair: Pair, side: GroupKey, target: GroupKey) -> bool:
        """Tell whether the group `side` fits another group nearly as well that excludes `target`."""
        for member in self.groups[side].profiles:
            for rival in self._fits[member]:
                third = self.root(rival.other if self.root(rival.one) == side else rival.one)
                if third in (side, target) or rival.score < max(MERGE, pair.score - MARGIN):
                    continue
                if find_contradiction(self.groups[side], self.groups[third]) is not None:
                    continue
                if find_contradiction(self.groups[target], self.groups[third]) is not None:
                    return True
        return False
