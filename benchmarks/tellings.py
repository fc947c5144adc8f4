"""The articles of `benchmarks.treaties`: a few sentences about an agreement, each with the claim it makes."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Claim, Document, Event, Evidence, Extraction, Kind, LocalAgreement, Person, Status

PLANNED, DENIED = 0.08, 0.015  # shares of what is told
CITED = 0.25
SPEAKERS, OUTLETS = 2_000, 500
OTHER_DAY = 0.05  # the share of articles, after the first about an agreement, that give another day
TERM = 6  # years that a leader signs for a state
MOST_SIGNERS = 5
LATER = (Event.TERMINATION, Event.EXPIRY, Event.SUSPENSION, Event.EXTENSION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Treaty:
    """One agreement of the register; `older` is the number of the one that it replaces, supplements or amends."""

    number: int
    parties: tuple[str, ...]
    year: int
    articles: int
    older: int | None
    relation: Event | None

    @property
    def id(self) -> str:
        """The id of its entity."""
        return f"{'-'.join(self.parties[:4]).lower()}-{self.year}-treaty-{self.number}"


Said = tuple[str, Event, dict[str, object]]  # a sentence, its event, what else the claim has


def leader_id(person: Person) -> str:
    """Return the id of a leader."""
    return person.name.lower().replace(" ", "-")


def tell(treaty: Treaty, article: int, chance: random.Random) -> Extraction:
    """Return the article with this number about an agreement."""
    title = f"Treaty {treaty.number}"
    said = list(_say(treaty, title, article, chance))
    text = " ".join([*(sentence for sentence, _, _ in said), f"Story {treaty.number}/{article}."])
    locals_ = [LocalAgreement(id="A1", names=(title,), kind=Kind.TREATY, year=treaty.year, parties=treaty.parties)]
    if treaty.older is not None:
        locals_.append(LocalAgreement(id="A2", names=(f"Treaty {treaty.older}",), kind=Kind.TREATY))
    document = Document(
        text=text,
        name=f"article/{treaty.number}-{article}",
        language="en",
        outlet=f"Outlet {chance.randrange(OUTLETS)}",
        published=f"{treaty.year}-12-{1 + article % 31:02}",
    )
    claims = tuple(_claim(text, *one, chance) for one in said)
    return Extraction(document=document, language="en", agreements=tuple(locals_), claims=claims)


def _say(treaty: Treaty, title: str, article: int, chance: random.Random) -> Iterator[Said]:
    seed = random.Random(treaty.number)
    day = f"{treaty.year}-{seed.randint(1, 12):02}-{seed.randint(1, 28):02}"
    if article and chance.random() < OTHER_DAY:
        day = f"{treaty.year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    first = " and ".join(treaty.parties[:2])
    signers = tuple(_signer(state, treaty.year) for state in treaty.parties[:MOST_SIGNERS])
    yield f"{first} signed {title}.", Event.SIGNATURE, {"states": treaty.parties, "date": day, "persons": signers}
    if chance.random() < 0.6:
        yield f"{title} entered into force.", Event.ENTRY_INTO_FORCE, {"date": f"{treaty.year + 1}-{day[5:]}"}
    if chance.random() < 0.5:
        state = chance.choice(treaty.parties)
        yield f"{state} ratified {title}.", Event.RATIFICATION, {"states": (state,), "date": str(treaty.year + 1)}
    if treaty.relation is Event.AMENDMENT:
        yield f"{title} amends Treaty {treaty.older}.", Event.AMENDMENT, {"agreement": "A2", "by": "A1", "date": day}
    elif treaty.relation is not None:
        yield f"{title} and Treaty {treaty.older}.", treaty.relation, {"replaced": "A2", "date": day}
    if chance.random() < 0.06:
        yield f"Of {title} later.", chance.choice(LATER), {"date": str(treaty.year + chance.randint(2, 40))}


def _signer(state: str, year: int) -> Person:
    return Person(name=f"Leader {state} {year // TERM}", state=state)


def _claim(text: str, quote: str, event: Event, more: dict[str, object], chance: random.Random) -> Claim:
    drawn = chance.random()
    status = Status.DENIED if drawn < DENIED else Status.PLANNED if drawn < DENIED + PLANNED else Status.DONE
    source = f"Speaker {int(SPEAKERS * chance.random() ** 3)}" if chance.random() < CITED else None
    start = text.index(quote)
    evidence = Evidence(start=start, end=start + len(quote), quote=quote)
    content: dict[str, object] = {"agreement": "A1", **more, "source": source}
    return Claim(event=event, status=status, evidence=evidence, rule="benchmark", **content)  # type: ignore[arg-type]
