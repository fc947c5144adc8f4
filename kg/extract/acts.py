"""Events by how they are done: by one party each, or between two agreements."""

from kg.model import Event

PAIRED = frozenset([Event.REPLACEMENT, Event.SUPPLEMENT])
OWN_ACTS = frozenset([Event.RATIFICATION, Event.ACCESSION, Event.WITHDRAWAL, Event.SUSPENSION, Event.TERMINATION])
SHARED = frozenset([Event.RATIFICATION, Event.ACCESSION, Event.WITHDRAWAL])  # what many do with one agreement
ENDS = frozenset([Event.WITHDRAWAL, Event.TERMINATION, Event.SUSPENSION])
UNNAMED = frozenset([Event.WITHDRAWAL, Event.ACCESSION])  # may be told of an agreement that is never named
LEAGUES = frozenset(["NATO", "WTO", "CIS", "ASEAN", "AFU", "UN", "WARSAW"])  # many states, not one party
REPEATED = frozenset([Event.EXTENSION, Event.AMENDMENT])  # what may happen to an agreement again
