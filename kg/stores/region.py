"""Regions: the parts of the identity index that a change may alter, each of which is clustered alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.resolve.clustering import cluster_items
from kg.resolve.components import Parts, find_components
from kg.resolve.entities import Agreement, Item
from kg.resolve.profiles import Profile
from kg.resolve.resolve import make_agreements
from kg.resolve.ruling import Ruling
from kg.resolve.score import MERGE, may_match, score_pair
from kg.stores.identity import IdentityIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Components that belong together by now, and the profiles of items in no component that belong to them."""

    components: frozenset[str]
    profiles: frozenset[str]


def find_regions(index: IdentityIndex, ruling: Ruling) -> list[Region]:
    """Return the regions of the items in no component and of the touched components; they do not overlap."""
    linking = _Linking(index)
    for component in index.touched():
        linking.parts.add(f"component {component}")
    for key in linking.loose:
        linking.link(key)
    linking.follow(ruling)
    return linking.regions()


def cluster_region(index: IdentityIndex, ruling: Ruling, region: Region) -> Iterator[tuple[str, Agreement]]:
    """Yield the agreements of a region with their components, under ids that several may share."""
    clustering = cluster_items(_items_of(index, region), ruling)
    homes = find_components(clustering, ruling)
    for agreement, group in zip(make_agreements(clustering), clustering.groups, strict=True):
        yield homes[group.key], agreement


def loose_documents(index: IdentityIndex, region: Region) -> set[str]:
    """Return the documents with items of the region in no component."""
    return {item.member[0] for key in region.profiles for item, _ in index.loose_items(key)}


def _items_of(index: IdentityIndex, region: Region) -> Iterator[tuple[Item, Profile]]:
    for component in sorted(region.components):
        yield from index.items_in(component)
    for key in sorted(region.profiles):
        yield from index.loose_items(key)


class _Linking:
    """Which components and loose profiles match, directly or by way of others."""

    def __init__(self, index: IdentityIndex) -> None:
        self.parts = Parts()
        self.loose = index.loose_profiles()
        self._is_loose = frozenset(self.loose)
        self._index = index
        self._components_with = cache(index.components_with)

    def link(self, key: str) -> None:
        """Join a loose profile to what it matches."""
        profile, node = self._index.profile(key), f"profile {key}"
        self.parts.add(node)
        if score_pair(profile, profile)[0] >= MERGE:
            self._join(node, self._nodes_of(key))
        for other in self._index.neighbours(profile):
            near = self._nodes_of(other)
            if not self._is_joined(node, near) and _match(profile, self._index.profile(other)):
                self._join(node, near)

    def follow(self, ruling: Ruling) -> None:
        """Join what the curator's decisions speak of together, whatever they say."""
        for left, right in ruling.pairs:
            one, other = self._nodes_at(left), self._nodes_at(right)
            for node in one:
                self._join(node, other)

    def regions(self) -> list[Region]:
        """Return the regions in which something is touched or loose."""
        active = [f"component {one}" for one in self._index.touched()] + [f"profile {one}" for one in self.loose]
        roots = {self.parts.root(node) for node in active}
        members: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: {"component": set(), "profile": set()})
        for node in self.parts.members():
            if self.parts.root(node) in roots:
                kind, _, key = node.partition(" ")
                members[self.parts.root(node)][kind].add(key)
        return [
            Region(components=frozenset(found["component"]), profiles=frozenset(found["profile"]))
            for _, found in sorted(members.items())
        ]

    def _nodes_of(self, key: str) -> list[str]:
        found = [f"component {one}" for one in self._components_with(key)]
        return [*found, f"profile {key}"] if key in self._is_loose else found

    def _nodes_at(self, anchor: str) -> list[str]:
        placed = [f"component {one}" for one in self._index.component_at(anchor)]
        return placed or [f"profile {one}" for one in self._index.profile_at(anchor)]

    def _join(self, node: str, others: Iterable[str]) -> None:
        for other in others:
            self.parts.join(node, other)

    def _is_joined(self, node: str, others: Iterable[str]) -> bool:
        root = self.parts.root(node)
        return all(self.parts.root(other) == root for other in others)


def _match(one: Profile, other: Profile) -> bool:
    left, right = sorted((one, other), key=lambda profile: profile.key)
    return may_match(left, right) and score_pair(left, right)[0] >= MERGE
