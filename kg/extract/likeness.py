"""What tells that two mentions may be of one agreement: kinds, parties and letters that go together."""

from collections.abc import Sequence

from kg.model import Kind

# Nouns that news uses for one another; a declaration or a protocol is never just "the agreement".
LOOSE = frozenset([Kind.TREATY, Kind.AGREEMENT, Kind.CONVENTION, Kind.OTHER, Kind.CHARTER])


def is_short_for(one: str, other: str) -> bool:
    """Tell whether all letters of the shorter name stand in the longer one, in order (中俄友好条约, 睦邻友好合作).

    Scripts without spaces shorten names so; other scripts have no letters here.
    """
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return all(char in letters for char in short)


def are_parties_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two lists of parties have one in common, or one of them is not known."""
    return not one or not other or bool(set(one) & set(other))


def are_other_parties(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two lists of two parties or more are of different agreements; Russia goes on for the USSR."""
    a, b = ({"RU" if code == "SUHH" else code for code in codes} for codes in (one, other))
    return len(a) > 1 and len(b) > 1 and not a <= b and not b <= a


def are_names_alike(a: Kind, b: Kind) -> bool:
    """Tell whether two titles may name one agreement: a memorandum's name is never a treaty's."""
    return a is b or (a in LOOSE and b in LOOSE and Kind.MEMORANDUM not in (a, b))


def are_kinds_alike(a: Kind, b: Kind) -> bool:
    """Tell whether two nouns may name one agreement."""
    return a is b or (a in LOOSE and b in LOOSE)
