"""Everything the graph knows of one agreement, leader or state: what `kg show` prints."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.graph.vocabulary import BASE
from kg.queries.run import ask_internal
from kg.stores.base import Store

FORMER = "formerId"
HIDDEN = frozenset({FORMER, "type", "label"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing known of a node: a property's short name and its value."""

    property: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A document's own agreement that is this entity: the document, the names it uses, and why it belongs here."""

    document: str
    local: str
    name: str | None
    written: tuple[str, ...]
    reason: str | None


def find_facts(store: Store, id_: str) -> tuple[list[Fact], list[str]]:
    """Return the direct properties of a node, sorted: names, kind, dates, and edges to other nodes.

    The second value are the ids under which an agreement would go if less were known of it.
    """
    rows = ask_internal(store, "describe", node=NamedNode(BASE + id_)).rows
    facts = sorted({(_short(str(predicate)), str(value)) for predicate, value in rows})
    shown = [Fact(property=name, value=value) for name, value in facts if name not in HIDDEN]
    return shown, [value for name, value in facts if name == FORMER]


def find_members(store: Store, agreement: str) -> list[Membership]:
    """Return the documents' own agreements that are this one, by document, each with the reason."""
    members: dict[str, Membership] = {}
    for row in ask_internal(store, "members", node=NamedNode(BASE + agreement)).dicts():
        local = str(row["local"])
        before = members.get(local)
        written = () if row["written"] is None else (str(row["written"]),)
        members[local] = Membership(
            document=str(row["document"]),
            local=local.rpartition("/")[2],
            name=None if row["name"] is None else str(row["name"]),
            written=written if before is None else (*before.written, *written),
            reason=None if row["reason"] is None else str(row["reason"]),
        )
    return list(members.values())


def _short(predicate: str) -> str:
    return predicate.rpartition("#")[2].rpartition("/")[2].rpartition(":")[2]
