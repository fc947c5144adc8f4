"""Which mentions of many documents mean the same agreement, state, person."""

from kg.resolve.entities import Agreement, Leader, Name, PersonKey, Reason, Resolution
from kg.resolve.ledger import Decision, Ledger, Verdict, read_ledger, write_ledger
from kg.resolve.resolve import cluster

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
    "cluster",
    "read_ledger",
    "write_ledger",
]
