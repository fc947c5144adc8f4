"""The values that pass between the steps; imports nothing of kg's other packages."""

from kg.model.claim import Claim, Evidence, Extraction, LocalAgreement, Mention, Person
from kg.model.document import Document, hash_text
from kg.model.terms import Event, Kind, Status

__all__ = [
    "Claim",
    "Document",
    "Event",
    "Evidence",
    "Extraction",
    "Kind",
    "LocalAgreement",
    "Mention",
    "Person",
    "Status",
    "hash_text",
]
