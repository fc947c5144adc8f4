"""The closed lists of terms: events, statuses and kinds of agreements.

Events are terms of the Vienna Convention on the Law of Treaties (1969) and of the UN treaty glossary.
"""

from enum import StrEnum


class Event(StrEnum):
    """What happens to an agreement."""

    INITIALLING = "initialling"
    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    ENTRY_INTO_FORCE = "entry_into_force"
    PROVISIONAL_APPLICATION = "provisional_application"
    AMENDMENT = "amendment"
    EXTENSION = "extension"
    SUSPENSION = "suspension"
    WITHDRAWAL = "withdrawal"
    TERMINATION = "termination"
    EXPIRY = "expiry"
    REPLACEMENT = "replacement"
    SUPPLEMENT = "supplement"


class Status(StrEnum):
    """Whether a source says that an event has happened, is to happen, or has not happened."""

    DONE = "done"
    PLANNED = "planned"
    DENIED = "denied"


class Kind(StrEnum):
    """The kind of an agreement, as its own noun names it."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    CONVENTION = "convention"
    PROTOCOL = "protocol"
    DECLARATION = "declaration"
    MEMORANDUM = "memorandum"
    COMMUNIQUE = "communique"
    ARMISTICE = "armistice"
    CHARTER = "charter"
    EXCHANGE_OF_NOTES = "exchange_of_notes"
    OTHER = "other"
