"""Entities: the agreements, leaders and states that the documents of a set speak of."""

from dataclasses import dataclass

from kg.model.claim import LocalAgreement
from kg.model.terms import Kind

DocumentId = str
LocalId = str
Member = tuple[DocumentId, LocalId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of an agreement and the language of the documents that use it, `uses` of them."""

    text: str
    language: str
    uses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a document's agreement belongs to its entity: the pair that joined it, its score, what counted."""

    member: Member
    other: Member | None
    score: float
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One agreement under all its names. `aliases` are ids under which it would go if less were known of it.

    `year` is the year of signature, `names` go from the most used to the least, `members` are the documents'
    own agreements (document id, local id), sorted.
    """

    id: str
    kind: Kind
    parties: tuple[str, ...]
    year: int | None
    subjects: tuple[str, ...]
    names: tuple[Name, ...]
    members: tuple[Member, ...]
    reasons: tuple[Reason, ...]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonKey:
    """A person as a document writes it: what resolution maps to a leader."""

    document: DocumentId
    name: str
    state: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """A person who acts for a state, under all names; `known` tells that the curated table has the person."""

    id: str
    label: str
    state: str | None
    names: tuple[str, ...]
    office: str | None = None
    known: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who in a set of documents: entities sorted by id, and where each mention went."""

    agreements: tuple[Agreement, ...]
    leaders: tuple[Leader, ...]
    agreement_of: dict[Member, str]
    leader_of: dict[PersonKey, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document's agreement with what the document tells around it; the unit of clustering.

    `context` are its parties, those known only by relation too (a replaced treaty has those of the new one);
    `ambient` are the two states that the whole document is about, if there are such; `days` are dated done events as
    "event@day"; `ties` say how it stands to agreements of which year ("replaces@1961"); `signers` are leaders of the
    curated table; `related` are the local ids it replaces, amends or supplements.
    """

    member: Member
    agreement: LocalAgreement
    language: str
    year: int | None
    context: frozenset[str]
    ambient: frozenset[str]
    signers: frozenset[str]
    ties: frozenset[str]
    days: frozenset[str]
    place: str | None
    related: frozenset[str]
    published: str | None
