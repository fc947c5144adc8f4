"""Claims: what one document says of agreements, and the words it rests on."""

from dataclasses import dataclass

from kg.model.document import Document
from kg.model.terms import Event, Kind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place in the text that speaks of an agreement; `end` is exclusive, both in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words a claim rests on: `quote` is the document's text from `start` to `end` (code points)."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or not self.quote or len(self.quote) != self.end - self.start:
            raise ValueError(f"quote does not fit {self.start}..{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalAgreement:
    """An agreement as one document knows it; `id` ("A1") holds within the document only.

    `names` are as written, the fullest first; `parties` are ISO 3166 codes or acronyms of organisations;
    `year` is the year of signature where the document tells it; `subjects` are keys of the treaty subjects
    that the names speak of (the `subject` column of the packs), in the order of the name.
    """

    id: str
    names: tuple[str, ...]
    kind: Kind
    year: int | None = None
    parties: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who says that what happened to which agreement, when; the ids are those of the document's agreements.

    `replaced` stands for the older agreement of a replacement and for the main one of a supplement; `by` is
    the amending agreement. `date` is an ISO day, month or year, as precise as the text. `source` is who is
    quoted, None where the outlet says it itself. `rule` names what made the claim (pack:form).
    """

    event: Event
    agreement: str
    status: Status
    evidence: Evidence
    rule: str
    replaced: str | None = None
    by: str | None = None
    date: str | None = None
    place: str | None = None
    states: tuple[str, ...] = ()
    persons: tuple["Person", ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who acts for a state: the name as written without titles, the state and office if told."""

    name: str
    state: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one document says: the output of extraction, the input of resolution."""

    document: Document
    language: str
    agreements: tuple[LocalAgreement, ...] = ()
    claims: tuple[Claim, ...] = ()
