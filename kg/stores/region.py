"""The region of a change: the components of the identity index that it may alter, clustered anew."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.resolve.clustering import cluster_items
from kg.resolve.components import find_components
from kg.resolve.entities import Agreement, Item
from kg.resolve.identify import suffix
from kg.resolve.ledger import HEAD, Ledger, make_anchor
from kg.resolve.profiles import Profile
from kg.resolve.resolve import make_agreements, name_agreement
from kg.resolve.ruling import Ruling
from kg.resolve.score import MERGE, may_match, score_pair
from kg.stores.identity import Entry, IdentityIndex


@dataclass(frozen=True, slots=True)
class Region:
    """The agreements of a region with their components, and the ids of those that were in it before."""

    components: frozenset[str]
    agreements: dict[str, tuple[Agreement, str]]  # by final id: the agreement and its component
    former: frozenset[str]

    @property
    def documents(self) -> set[str]:
        """The documents with an agreement in the region."""
        return {document for agreement, _ in self.agreements.values() for document, _ in agreement.members}


def find_region(
    index: IdentityIndex, ledger: Ledger, touched: Iterable[str], new: Sequence[tuple[Item, Profile]] = ()
) -> Region:
    """Return the region of `new` items, in no component yet, and of the components `touched`; it writes nothing."""
    ruling = Ruling(ledger)
    components = set(touched) | _components_near(index, new)
    while True:
        _follow_rulings(index, ruling, components, new)
        profiled = [*new, *(pair for component in sorted(components) for pair in index.items_in(component))]
        clustering = cluster_items(profiled, ledger)
        homes = find_components(clustering, ruling)
        made = [
            (agreement, homes[group.key])
            for agreement, group in zip(make_agreements(clustering), clustering.groups, strict=True)
        ]
        renamed = _find_renamed(index, components, [agreement for agreement, _ in made])
        if not renamed:
            return _make_region(index, components, made)
        components |= renamed


def _components_near(index: IdentityIndex, new: Sequence[tuple[Item, Profile]]) -> set[str]:
    """Return the components that new items match."""
    found: set[str] = set()
    for key, profile in {profile.key: profile for _, profile in new}.items():
        if score_pair(profile, profile)[0] >= MERGE:
            found |= index.components_with(key)
        for other in index.neighbours(profile):
            components = index.components_with(other) - found
            if components and _match(profile, index.profile(other)):
                found |= components
    return found


def _match(one: Profile, other: Profile) -> bool:
    left, right = sorted((one, other), key=lambda profile: profile.key)
    return may_match(left, right) and score_pair(left, right)[0] >= MERGE


def _follow_rulings(
    index: IdentityIndex, ruling: Ruling, components: set[str], new: Sequence[tuple[Item, Profile]]
) -> None:
    """Add the components that the curator's decisions tie to the region."""
    if not ruling.pairs:
        return
    inside = {make_anchor(item.member) for item, _ in new}
    done: set[str] = set()
    while components - done or inside:
        for component in components - done:
            inside |= {make_anchor(item.member) for item, _ in index.items_in(component)}
        done |= components
        near = {other for pair in ruling.pairs for other in pair if inside.intersection(pair)} - inside
        inside = set()
        for anchor in near:
            components |= index.component_at(anchor[:HEAD], anchor[HEAD + 1 :])


def _find_renamed(index: IdentityIndex, components: set[str], made: list[Agreement]) -> set[str]:
    """Return the components outside whose agreements change their ids: others come to share them, or no longer do."""
    counts = Counter(agreement.id for agreement in made)
    before = {entry.base for component in components for entry in index.entries_in(component)}
    renamed: set[str] = set()
    for base in before | set(counts):
        outside = [entry for entry in index.entries_called(base) if entry.component not in components]
        sharing = counts[base] + len(outside)
        renamed |= {entry.component for entry in outside if entry.id != _final_id(entry, sharing)}
    return renamed


def _final_id(entry: Entry, sharing: int) -> str:
    return entry.base if sharing == 1 and entry.telling else f"{entry.base}-{entry.suffix}"


def _make_region(index: IdentityIndex, components: set[str], made: list[tuple[Agreement, str]]) -> Region:
    counts = Counter(agreement.id for agreement, _ in made)
    final: dict[str, tuple[Agreement, str]] = {}
    for agreement, component in made:
        outside = sum(1 for entry in index.entries_called(agreement.id) if entry.component not in components)
        named = name_agreement(agreement, counts[agreement.id] + outside)
        final[named.id] = named, component
    former = {entry.id for component in components for entry in index.entries_in(component)}
    return Region(frozenset(components), final, frozenset(former))


def write_region(index: IdentityIndex, region: Region) -> None:
    """Put the region into the index."""
    entries: list[Entry] = []
    for agreement, component in region.agreements.values():
        end = suffix(agreement.members)
        base = agreement.id.removesuffix(f"-{end}")
        telling = base not in (str(agreement.kind), f"{agreement.year}-{agreement.kind}")
        entries.append(Entry(id=agreement.id, base=base, telling=telling, suffix=end, component=component))
        index.place(agreement.members, component, agreement.id)
    index.replace_entries(region.components, entries)
