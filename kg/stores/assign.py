"""Assigning documents' agreements to entities: clusters what a change touches and says whose graph is to be written."""

from kg.resolve.entities import Member
from kg.resolve.resolve import unique_id
from kg.resolve.ruling import Ruling
from kg.stores.identity import Entry, IdentityIndex
from kg.stores.region import Region, cluster_region, find_regions, loose_documents


class Assignment:
    """One change to the identity index; see `run`."""

    def __init__(self, index: IdentityIndex, ruling: Ruling) -> None:
        self._index = index
        self._ruling = ruling
        self._bases: set[str] = set()  # ids that agreements would like to have and that may need another look
        self._dirty: set[str] = set()  # ids of agreements whose part of the graph changes
        self._moved: set[str] = set()  # documents of which an agreement has another id now
        self._former: dict[Member, str] = {}  # ids of the members of agreements that are no more

    def run(self) -> None:
        """Cluster loose items and touched components, give ids, mark the agreements that change as dirty."""
        for region in find_regions(self._index, self._ruling):
            self._settle(region)
        for base in sorted(self._bases):
            self._name(base)
        for document in sorted(self._moved):
            self._dirty.update(self._index.agreements_of(document).values())
        self._index.mark_dirty(f"agreement:{id_}" for id_ in sorted(self._dirty))
        self._index.settle_components()

    def _settle(self, region: Region) -> None:
        """Replace the agreements of a region; those that are what they were keep their ids."""
        before = {_key(entry): entry for one in sorted(region.components) for entry in self._index.entries_in(one)}
        loose = loose_documents(self._index, region)
        made = [
            Entry(component=component, id="", agreement=agreement)
            for component, agreement in cluster_region(self._index, self._ruling, region)
        ]
        same = {
            _key(entry)
            for entry in made
            if _key(entry) in before
            and before[_key(entry)].agreement == entry.agreement
            and loose.isdisjoint(document for document, _ in entry.agreement.members)
        }
        gone = [entry for key, entry in before.items() if key not in same]
        self._index.drop_entries(region.components)
        self._index.put_entries([*(before[key] for key in same), *(one for one in made if _key(one) not in same)])
        self._bases.update(entry.agreement.id for entry in (*gone, *made) if _key(entry) not in same)
        self._dirty.update(entry.id for entry in gone)
        self._former.update((member, entry.id) for entry in gone for member in entry.agreement.members)

    def _name(self, base: str) -> None:
        """Give the agreements that would like the id `base` ids of their own."""
        entries = self._index.entries_called(base)
        renamed = []
        for entry in entries:
            id_ = unique_id(entry.agreement, len(entries))
            if id_ != entry.id:
                former = self._former if entry.id == "" else dict.fromkeys(entry.agreement.members, entry.id)
                self._moved.update(one[0] for one in entry.agreement.members if former.get(one, id_) != id_)
                renamed.append(Entry(component=entry.component, id=id_, agreement=entry.agreement))
                self._dirty.update({id_, entry.id} - {""})
        self._index.put_entries(renamed)
        self._index.place(
            (entry.component, entry.id, member) for entry in renamed for member in entry.agreement.members
        )


def _key(entry: Entry) -> tuple[str, str, Member]:
    return entry.component, entry.agreement.id, entry.agreement.members[0]
