"""Which mentions of many documents mean the same agreement, state, person.

`kg.resolve.resolve` holds `cluster`; it is not imported here, because asking a store needs only the names of things.
"""

from kg.resolve.entities import Agreement, Leader, Name, PersonKey, Reason, Resolution
from kg.resolve.ledger import Decision, Ledger, Verdict, read_ledger, write_ledger

__all__ = [
    "Agreement",
    "Decision",
    "Leader",
    "Ledger",
    "Name",
    "PersonKey",
    "Reason",
    "Resolution",
    "Verdict",
    "read_ledger",
    "write_ledger",
]
