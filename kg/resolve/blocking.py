"""Blocking: which profiles are compared at all. Comparing all with all grows with the square of their number.

A profile is found under the keys it owns and looks under the keys it asks; of two profiles each asks what the other
owns, or neither does. Near keys find every pair that can be one agreement by the weights of `kg.resolve.score`: two
dated ones need the year or a word of their own, an undated one needs a feature beside its parties. Wide keys find the
doubtful pairs too, for a curator.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kg.resolve.kinds import SELDOM
from kg.resolve.names import skeleton
from kg.resolve.profiles import SHORTEST_KEY, TITLES, TOWN, Profile

MANY_SUBJECTS = 3  # that are telling without parties
LONG_NAME = 3  # spaces in a name that is telling without parties
MANY_PARTIES = 6  # above this an agreement is found by its names, not by pairs of its parties


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys under which a profile is found, and those under which it looks for others."""

    owned: frozenset[str]
    asked: frozenset[str]


Blocking = Callable[[Profile], Keys]


@lru_cache(maxsize=20_000)
def near_keys(profile: Profile) -> Keys:
    """Return the keys by which a profile meets those that may be the same agreement."""
    shared = [*_name_keys(profile), *_dated_keys(profile)]
    owned: list[str] = []
    asked: list[str] = []
    features = [*_features(profile)]
    for pair in _pairs(profile):
        if profile.year is None:
            owned += [f"undated:{pair}:{feature}" for feature in features]
            asked += [f"{age}:{pair}:{feature}" for feature in features for age in ("undated", "dated")]
        else:
            shared.append(f"pair:{pair}:{profile.year}")
            owned += [f"dated:{pair}:{feature}" for feature in features]
            asked += [f"undated:{pair}:{feature}" for feature in features]
    own = "one" if len(profile.parties) == 1 else "many"
    wanted = ("one", "many") if own == "one" else ("one",)
    for party in _party_keys(profile):
        owned.append(f"{own}:{party}")
        asked += [f"{number}:{party}" for number in wanted]
    return Keys(frozenset((*shared, *owned)), frozenset((*shared, *asked)))


def wide_keys(profile: Profile) -> Keys:
    """Return keys by which all agreements of the same two states, or of one state in one year, meet."""
    parties = [f"party:{party}" for party in _party_keys(profile)]
    keys = frozenset(
        (*_name_keys(profile), *_dated_keys(profile), *(f"pair:{pair}" for pair in _pairs(profile)), *parties)
    )
    return Keys(keys, keys)


def _pairs(profile: Profile) -> Iterator[str]:
    if len(profile.parties) <= MANY_PARTIES:
        for one, other in combinations(sorted(profile.parties | profile.ambient), 2):
            yield f"{one}-{other}"


def _features(profile: Profile) -> Iterator[str]:
    """Yield what, beside the parties, two profiles can have in common."""
    for values in (profile.subjects, profile.days, profile.signers, profile.ties, profile.names):
        yield from values
    if profile.place is not None:
        yield f"at {profile.place}"
    if profile.paired:
        yield "paired"
    if profile.kind in SELDOM:
        yield str(profile.kind)
    known = profile.year or profile.reported
    if known is not None:
        yield f"in {known}"


def _party_keys(profile: Profile) -> Iterator[str]:
    if len(profile.parties) > MANY_PARTIES:
        return
    for party in profile.parties:
        yield from (f"{party}:{name}" for name in profile.names)
        if profile.year is not None:
            yield from (f"{party}:{profile.year}:{subject}" for subject in profile.subjects)


def _name_keys(profile: Profile) -> Iterator[str]:
    """Yield what finds an agreement by its name, whoever its parties are."""
    for acronym in profile.acronyms:
        yield f"acronym:{acronym}"
    for word in profile.proper:
        if len(word) >= SHORTEST_KEY:
            yield f"word:{word if word.startswith(TITLES) else word[:SHORTEST_KEY]}"
        if len(skeleton(word)) >= SHORTEST_KEY:
            yield f"bones:{skeleton(word)}"


def _dated_keys(profile: Profile) -> Iterator[str]:
    """Yield what finds a dated agreement whose parties are not told, or only some of many."""
    for one, other in combinations(sorted(profile.days), 2):
        yield f"days:{one}:{other}"
    if profile.place is not None:
        yield from (f"day:{day}:{profile.place}" for day in profile.days)
    if profile.year is not None:
        towns = {word for word in (*profile.proper, profile.place or "") if word.startswith(TOWN)}
        yield from (f"town:{town}:{profile.year}" for town in towns)
        yield from (f"name:{name}:{profile.year}" for name in profile.names if name.count(" ") >= LONG_NAME)
        if len(profile.subjects) >= MANY_SUBJECTS:
            yield f"subjects:{' '.join(sorted(profile.subjects))}:{profile.year}"
