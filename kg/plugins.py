"""Finding the members of a family (readers, stores, formats) by their entry points, ours and strangers' alike."""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from kg.errors import QueryError


@cache
def find_family(family: str) -> dict[str, EntryPoint]:
    """Return the entry points of the group `kg.FAMILY` by name, sorted by name; nothing is imported."""
    return {point.name: point for point in sorted(entry_points(group=f"kg.{family}"), key=lambda point: point.name)}


def find_plugin(family: str, name: str) -> EntryPoint:
    """Return the member `name` of the family; QueryError lists the names there are."""
    known = find_family(family)
    if name not in known:
        raise QueryError(f"unknown {family} {name!r}; known: {', '.join(known)}")
    return known[name]
