"""Components: the parts of a clustering that do not touch, each of which can be clustered alone."""

from collections.abc import Iterable

from kg.resolve.clustering import Clustering
from kg.resolve.groups import Group
from kg.resolve.ruling import Ruling


def find_components(clustering: Clustering, ruling: Ruling) -> dict[str, str]:
    """Return the component of each final group: the key of the least group that good pairs or the curator tie it to."""
    home = {key: group.key for group in clustering.groups for key in group.profiles}
    parts = Parts()
    for pair in clustering.pairs:
        parts.join(home[pair.one], home[pair.other])
    for left, right in _ruled(clustering.groups, ruling):
        parts.join(left, right)
    return {group.key: parts.root(group.key) for group in clustering.groups}


def _ruled(groups: Iterable[Group], ruling: Ruling) -> Iterable[tuple[str, str]]:
    """Yield the pairs of groups that a decision speaks of, whatever it says."""
    if not ruling.pairs:
        return
    at = {anchor: group.key for group in groups for anchor in group.anchors & ruling.known}
    for left, right in ruling.pairs:
        if left in at and right in at:
            yield at[left], at[right]


class Parts:
    """Disjoint sets; the root of a set is its least member. Who is not known yet is a set of its own."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def add(self, member: str) -> None:
        """Make a member known."""
        self._parent.setdefault(member, member)

    def members(self) -> list[str]:
        """Return all known members."""
        return list(self._parent)

    def root(self, member: str) -> str:
        """Return the least member of the set that `member` is in."""
        parent = self._parent.setdefault(member, member)
        while parent != member:
            self._parent[member] = parent = self._parent[parent]
            member, parent = parent, self._parent[parent]
        return member

    def join(self, one: str, other: str) -> None:
        """Make two sets one."""
        least, most = sorted((self.root(one), self.root(other)))
        self._parent[most] = least
