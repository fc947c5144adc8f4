"""The table of parameters with which every canned query is run on every engine."""

from collections.abc import Iterator
from itertools import islice, product

from kg.graph.view import EdgeType, GraphView, NodeType
from kg.model import Claim, Document, Event, Evidence, Extraction, Kind, LocalAgreement, Status
from kg.queries.canned import CannedQuery, Parameter, ParameterType
from kg.stores.embedded import EmbeddedStore, memory_store
from tests.gold_extractions import read_gold
from tests.paths import GOLD

MOST = 24  # runs a query
CHOSEN = ("/rf-kndr", "/ruir", "/dca-", "/dovse", "/919-", "/nk-ru")
NODES = {
    ParameterType.AGREEMENT: NodeType.AGREEMENT,
    ParameterType.LEADER: NodeType.LEADER,
    ParameterType.STATE: NodeType.STATE,
    ParameterType.DOCUMENT: NodeType.DOCUMENT,
}
PLAIN = {
    ParameterType.DATE: ("1990-01-01", "2024-12-31", "2025-11-01"),
    ParameterType.NUMBER: ("0", "1", "5"),
}


def filled_store() -> EmbeddedStore:
    """A store of gold answers in eight languages, and of two articles that contradict each other."""
    gold = [one for one in read_gold(GOLD / "dev") if any(part in (one.document.name or "") for part in CHOSEN)]
    store = memory_store()
    store.load([*gold, dispute(Status.DONE, "replaces"), dispute(Status.DENIED, "does not replace")])
    return store


def dispute(status: Status, verb: str) -> Extraction:
    """An article that says whether the treaty of 2030 replaces the one of 2010."""
    text = f"The Treaty of Friendship of 2030 {verb} the Treaty of Trade of 2010, Атлантида says."
    new = LocalAgreement(
        id="A1", names=("Treaty of Friendship of 2030",), kind=Kind.TREATY, year=2030, parties=("FR", "DE")
    )
    old = LocalAgreement(id="A2", names=("Treaty of Trade of 2010",), kind=Kind.TREATY, year=2010, parties=("FR", "DE"))
    claim = Claim(
        event=Event.REPLACEMENT,
        agreement="A1",
        replaced="A2",
        status=status,
        evidence=Evidence(start=0, end=len(text), quote=text),
        rule="test",
        date="2030-02",
        source="Атлантида",
    )
    document = Document(text=text, name=f"dispute-{status}", language="en")
    return Extraction(document=document, language="en", agreements=(new, old), claims=(claim,))


def runs_of(query: CannedQuery, view: GraphView) -> Iterator[dict[str, str]]:
    """Yield the parameters of each run: all ids of the graph, spread evenly over what one query may take."""
    names = [parameter.name for parameter in query.parameters]
    combined = list(product(*(_values(parameter, view) for parameter in query.parameters)))
    pairs = [(edge.source, edge.target) for edge in view.edges if edge.type is EdgeType.SUPERSEDES]
    linked = [pair for pair in pairs if pair in set(combined)]  # agreements that have to do with each other
    step = max(1, len(combined) // MOST)
    for values in islice([*linked, *combined[::step]], MOST):
        yield dict(zip(names, values, strict=True))


def _values(parameter: Parameter, view: GraphView) -> tuple[str, ...]:
    if parameter.type in NODES:
        return tuple(node.id for node in view.nodes if node.type is NODES[parameter.type])
    return PLAIN.get(parameter.type, (parameter.example,))
