"""A graph of many agreements for the benchmarks of stores: an article for each, with its agreement already known."""

import random
from collections.abc import Iterator

from kg.model import Claim, Document, Event, Evidence, Extraction, Kind, LocalAgreement, Person, Status
from kg.resolve.entities import Agreement, Leader, Name, PersonKey, Resolution

STATES = tuple("AR AU BR CA CL CN DE EG ES ET FI FR GB GH GR HU IN ID IR IT JP KE KH KR KZ MX MY NG NO PE PH".split())
LEADERS = 3_000


def make_treaties(number: int) -> tuple[list[Extraction], Resolution]:
    """Return `number` articles, each about a new agreement that replaces an older one, and who is who in them."""
    chance = random.Random(11)
    told = [_tell(index, chance) for index in range(number)]
    agreements = tuple(_agreement(index, told[index]) for index in range(number))
    agreement_of = {(one.document.id, "A1"): agreements[index].id for index, one in enumerate(told)}
    agreement_of |= {
        (one.document.id, "A2"): agreements[int(one.agreements[1].names[0].rpartition(" ")[2])].id
        for one in told
        if len(one.agreements) > 1
    }
    leaders = tuple(
        Leader(id=f"leader-{n:05}", label=f"Leader {n}", state=None, names=(f"Leader {n}",)) for n in range(LEADERS)
    )
    persons = ((one.document.id, person) for one in told for claim in one.claims for person in claim.persons)
    leader_of = {
        PersonKey(document=document, name=person.name, state=person.state): leader_id(int(person.name.split()[1]))
        for document, person in persons
    }
    return told, Resolution(agreements, leaders, agreement_of, leader_of)


def leader_id(number: int) -> str:
    """Return the id of a leader."""
    return f"leader-{number:05}"


def _leader(number: int) -> Leader:
    return Leader(id=leader_id(number), label=f"Leader {number}", state=None, names=(f"Leader {number}",))


def _tell(index: int, chance: random.Random) -> Extraction:
    states, year = tuple(sorted(chance.sample(STATES, 2))), 1900 + index % 125
    old = chance.randrange(index) if index else None
    said = f"{states[0]} and {states[1]} signed Treaty {index}."
    text = f"{said} It replaces Treaty {old}, and was ratified. Article {index}."
    locals_ = [LocalAgreement(id="A1", names=(f"Treaty {index}",), kind=Kind.TREATY, year=year, parties=states)]
    if old is not None:
        locals_.append(LocalAgreement(id="A2", names=(f"Treaty {old}",), kind=Kind.TREATY))
    document = Document(text=text, name=f"article/{index}", language="en", outlet=f"Outlet {index % 500}")
    claims = tuple(_claims(text, states, year, old, chance))
    return Extraction(document=document, language="en", agreements=tuple(locals_), claims=claims)


def _claims(text: str, states: tuple[str, ...], year: int, old: int | None, chance: random.Random) -> Iterator[Claim]:
    day = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    signers = tuple(Person(name=f"Leader {chance.randrange(LEADERS)}", state=state) for state in states)
    yield _claim(text, Event.SIGNATURE, states=states, date=day, persons=signers)
    yield _claim(text, Event.RATIFICATION, states=states[:1], date=str(year + 1))
    if old is not None:
        yield _claim(text, Event.REPLACEMENT, replaced="A2", date=day)


def _claim(text: str, event: Event, **more: object) -> Claim:
    evidence = Evidence(start=0, end=len(text), quote=text)
    return Claim(event=event, agreement="A1", status=Status.DONE, evidence=evidence, rule="benchmark", **more)  # type: ignore[arg-type]


def _agreement(index: int, told: Extraction) -> Agreement:
    local = told.agreements[0]
    return Agreement(
        id=f"{'-'.join(local.parties).lower()}-{local.year}-treaty-{index}",
        kind=local.kind,
        parties=local.parties,
        year=local.year,
        subjects=(),
        names=(Name(text=local.names[0], language="en", uses=1),),
        members=((told.document.id, "A1"),),
        reasons=(),
    )
