"""Kinds of agreements that languages and newsrooms take for one another, and those they do not."""

from kg.model.terms import Kind

TREATY_LIKE = frozenset({Kind.TREATY, Kind.AGREEMENT, Kind.CONVENTION, Kind.CHARTER, Kind.ARMISTICE})
WORD_LIKE = frozenset({Kind.DECLARATION, Kind.COMMUNIQUE})
NOTE_LIKE = frozenset({Kind.MEMORANDUM, Kind.EXCHANGE_OF_NOTES, Kind.AGREEMENT})
# Of these two states have few, so that the kind alone says much.
SELDOM = frozenset({Kind.COMMUNIQUE, Kind.DECLARATION, Kind.CHARTER, Kind.ARMISTICE, Kind.EXCHANGE_OF_NOTES})
FAMILIES = (TREATY_LIKE, WORD_LIKE, NOTE_LIKE)


def are_compatible(one: Kind, other: Kind) -> bool:
    """Tell whether two sources may call the same agreement by these kinds."""
    if one is other or Kind.OTHER in (one, other):
        return True
    return any(one in family and other in family for family in FAMILIES)
