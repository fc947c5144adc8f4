"""The graph as property-graph nodes and edges: what exports, pictures and Cypher stores are made of.

Identifiers are `type:key` in lower case: `agreement:ru-kp-2024-treaty-partnership`, `leader:vladimir-putin`,
`state:RU`, `claim:3f2a...`, `document:SHA256`; they are the IRIs of the RDF without `urn:kg:`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = str | int | float


class NodeType(StrEnum):
    """The five labels of nodes."""

    STATE = "State"
    LEADER = "Leader"
    AGREEMENT = "Agreement"
    CLAIM = "Claim"
    DOCUMENT = "Document"


class EdgeType(StrEnum):
    """The labels of edges; the comment says from where to where."""

    SUPERSEDES = "SUPERSEDES"  # newer agreement -> older agreement
    SUPPLEMENTS = "SUPPLEMENTS"  # protocol or annex -> main agreement
    AMENDS = "AMENDS"  # amending agreement -> amended agreement
    SIGNED_BY = "SIGNED_BY"  # agreement -> leader
    SIGNATORY = "SIGNATORY"  # agreement -> state that signed it
    RATIFIED_BY = "RATIFIED_BY"  # agreement -> state
    ACCEDED_BY = "ACCEDED_BY"  # agreement -> state
    SUSPENDED_BY = "SUSPENDED_BY"  # agreement -> state
    LEFT_BY = "LEFT_BY"  # agreement -> state that withdrew
    ENDED_BY = "ENDED_BY"  # agreement -> state that terminated it
    PARTY_TO = "PARTY_TO"  # state -> agreement
    ACTS_FOR = "ACTS_FOR"  # leader -> state
    CONTINUES = "CONTINUES"  # continuator -> former state (RU -> SUHH)
    ABOUT = "ABOUT"  # claim -> agreement
    ABOUT_OLDER = "ABOUT_OLDER"  # claim -> the agreement replaced or supplemented
    ABOUT_BY = "ABOUT_BY"  # claim -> the amending agreement
    STATED_IN = "STATED_IN"  # claim -> document


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A node; `properties` holds what is known (no None), `label` is what a person reads."""

    id: str
    type: NodeType
    label: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A typed edge; done, planned and denied are edges of their own between the same nodes.

    `date` is an ISO day, month or year; `claims` are the ids of the claims that carry it (none only for
    ABOUT, ABOUT_OLDER, ABOUT_BY, STATED_IN and CONTINUES); `quote` is the sentence of the first of them;
    `confidence` (0..1) is that of `kg.graph.confidence`.
    """

    type: EdgeType
    source: str
    target: str
    status: str | None = None
    date: str | None = None
    claims: tuple[str, ...] = ()
    quote: str | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphView:
    """All nodes and edges, sorted by id and by (type, source, target, status)."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
