"""A register of agreements for the benchmarks of stores, as articles tell of it; who is who is known already.

Drawn by chance with the proportions of real registers: a few states are party to one or two thousand agreements, most
to some hundreds; nine agreements of ten are between two states; a later one of the same states replaces or amends an
older one. Of most there is one article, of some there are dozens; sources differ in dates, plan and deny.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from benchmarks.tellings import Treaty, leader_id, tell
from kg.languages.territories import state_names
from kg.model import Event, Extraction, Kind
from kg.resolve.entities import Agreement, Leader, Name, PersonKey, Resolution

STATES = 190
FIRST, YEARS = 1946, 80
MOST_ARTICLES = 60  # about one agreement
RELATIONS = {Event.REPLACEMENT: 0.25, Event.SUPPLEMENT: 0.08, Event.AMENDMENT: 0.06}  # of those that have an older one


def make_treaties(number: int) -> tuple[list[Extraction], Resolution]:
    """Return the articles about `number` agreements, and who is who in them."""
    chance = random.Random(11)
    treaties = list(_draw(number, chance))
    told: list[Extraction] = []
    agreement_of: dict[tuple[str, str], str] = {}
    members: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for treaty in treaties:
        for article in range(treaty.articles):
            one = tell(treaty, article, chance)
            told.append(one)
            for local in one.agreements:
                meant = treaty.number if local.id == "A1" or treaty.older is None else treaty.older
                members[meant].append((one.document.id, local.id))
                agreement_of[one.document.id, local.id] = treaties[meant].id
    agreements = sorted((_resolve(one, members[one.number]) for one in treaties), key=lambda one: one.id)
    leader_of = dict(_name_leaders(told))
    return told, Resolution(tuple(agreements), tuple(_make_leaders(leader_of)), agreement_of, leader_of)


def _draw(number: int, chance: random.Random) -> Iterator[Treaty]:
    codes = sorted({code for _, code in state_names("en")})
    states = chance.sample(codes, min(STATES, len(codes)))
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(states))))
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in range(number):
        parties = tuple(sorted(_choose_parties(states, weights, chance)))
        older = chance.choice(same[parties]) if same[parties] else None
        relation = None if older is None else next(iter(_choose_relation(chance)), None)
        same[parties].append(index)
        yield Treaty(
            number=index,
            parties=parties,
            year=FIRST + int(YEARS * (index / number) ** 0.7),
            articles=min(MOST_ARTICLES, int(chance.paretovariate(2.5))),
            older=older if relation else None,
            relation=relation,
        )


def _choose_parties(states: list[str], weights: list[float], chance: random.Random) -> set[str]:
    drawn = chance.random()
    size = 2 if drawn < 0.92 else chance.randint(3, 12) if drawn < 0.998 else chance.randint(40, 120)
    parties: set[str] = set()
    while len(parties) < size:
        parties.update(chance.choices(states, cum_weights=weights))
    return parties


def _choose_relation(chance: random.Random) -> Iterator[Event]:
    drawn = chance.random()
    for event, share in RELATIONS.items():
        if 0 <= drawn < share:
            yield event
        drawn -= share


def _resolve(treaty: Treaty, members: Iterable[tuple[str, str]]) -> Agreement:
    return Agreement(
        id=treaty.id,
        kind=Kind.TREATY,
        parties=treaty.parties,
        year=treaty.year,
        subjects=(),
        names=(Name(text=f"Treaty {treaty.number}", language="en", uses=1),),
        members=tuple(members),
        reasons=(),
    )


def _name_leaders(told: Iterable[Extraction]) -> Iterator[tuple[PersonKey, str]]:
    for one in told:
        for person in (person for claim in one.claims for person in claim.persons):
            yield PersonKey(document=one.document.id, name=person.name, state=person.state), leader_id(person)


def _make_leaders(leader_of: Mapping[PersonKey, str]) -> Iterator[Leader]:
    known = {id_: key for key, id_ in leader_of.items()}
    for id_, key in sorted(known.items()):
        yield Leader(id=id_, label=key.name, state=key.state, names=(key.name,))
