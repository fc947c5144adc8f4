"""A small graph with everything that is hard to write: scripts, parallel edges, missing values, awkward letters."""

from dataclasses import replace

from kg.export import Source
from kg.graph.view import Edge, EdgeType, GraphView, Node, NodeType

AWKWARD = 'says "will replace" <it> & more\\n,;\n\tsecond line\'s end'
CLAIM = {"event": "replacement", "status": "planned", "source": "Yury Ushakov", "language": "id"}


def agreement(name: str, label: str, **properties: str | int) -> Node:
    return Node(id=f"agreement:{name}", type=NodeType.AGREEMENT, label=label, properties=properties)


NODES = (
    agreement(
        "ru-kp-2024-treaty",
        "Perjanjian Kemitraan Strategis Komprehensif antara Federasi Rusia dan Republik Rakyat Demokratik Korea",
        kind="treaty",
        year=2024,
        signed="2024-06-19",
    ),
    agreement(
        "su-kp-1961-treaty", "조·소 우호협력 및 호상원조에 관한 조약", kind="treaty", year=1961, signed="1961-07-06"
    ),
    agreement("ru-kp-2000-treaty", "Договор о дружбе, добрососедстве и сотрудничестве", kind="treaty", year=2000),
    agreement("moscow-declaration", "Московская декларация", kind="declaration"),
    agreement("cn-ru-2001-treaty", "中俄睦邻友好合作条约", kind="treaty", year=2001, signed="2001-07-16"),
    agreement("cn-su-1950-treaty", "中苏友好同盟互助条约", kind="treaty", year=1950),
    agreement("ru-ir-2025-treaty", "اتفاقية الشراكة الاستراتيجية الشاملة بين روسيا وإيران", kind="treaty", year=2025),
    agreement("ir-ru-2001-treaty", "معاهدة أسس العلاقات المتبادلة", kind="treaty", year=2001),
    Node(id="state:RU", type=NodeType.STATE, label="Russia", properties={"code": "RU"}),
    Node(id="state:KP", type=NodeType.STATE, label="조선민주주의인민공화국", properties={"code": "KP"}),
    Node(id="state:SUHH", type=NodeType.STATE, label="Soviet Union", properties={"code": "SUHH"}),
    Node(id="leader:vladimir-putin", type=NodeType.LEADER, label="Владимир Путин"),
    Node(id="claim:c1", type=NodeType.CLAIM, label="replacement", properties={**CLAIM, "quote": AWKWARD}),
    Node(
        id="claim:c2",
        type=NodeType.CLAIM,
        label="replacement",
        properties={
            "event": "replacement",
            "status": "done",
            "quote": "حلّت المعاهدة الجديدة محل معاهدة 1961.",
            "language": "ar",
        },
    ),
    Node(
        id="document:d1",
        type=NodeType.DOCUMENT,
        label="Rusia dan Korea Utara",
        properties={"outlet": "ANTARA", "language": "id", "url": "https://example.org/a?b=1&c=2"},
    ),
)

NEW, OLD = "agreement:ru-kp-2024-treaty", "agreement:su-kp-1961-treaty"


def edge(  # noqa: PLR0913 - the fields of an edge
    kind: EdgeType,
    source: str,
    target: str,
    status: str | None = None,
    date: str | None = None,
    quote: str | None = None,
) -> Edge:
    return Edge(type=kind, source=source, target=target, status=status, claims=("c1",), date=date, quote=quote)


EDGES = (
    Edge(type=EdgeType.ABOUT, source="claim:c1", target=NEW),
    Edge(type=EdgeType.ABOUT, source="claim:c2", target=NEW),
    Edge(type=EdgeType.CONTINUES, source="state:RU", target="state:SUHH"),
    edge(EdgeType.PARTY_TO, "state:KP", NEW, "done"),
    edge(EdgeType.PARTY_TO, "state:KP", OLD, "done"),
    edge(EdgeType.PARTY_TO, "state:RU", NEW, "done"),
    edge(EdgeType.PARTY_TO, "state:SUHH", OLD, "done"),
    edge(EdgeType.SIGNED_BY, NEW, "leader:vladimir-putin", "done", date="2024-06-19", quote=AWKWARD),
    Edge(type=EdgeType.STATED_IN, source="claim:c1", target="document:d1"),
    edge(EdgeType.SUPERSEDES, "agreement:cn-ru-2001-treaty", "agreement:cn-su-1950-treaty", "done", date="2001"),
    edge(EdgeType.SUPERSEDES, "agreement:cn-ru-2001-treaty", "agreement:moscow-declaration", "denied"),
    edge(EdgeType.SUPERSEDES, NEW, "agreement:moscow-declaration", "planned"),
    edge(EdgeType.SUPERSEDES, NEW, "agreement:ru-kp-2000-treaty", "planned"),
    Edge(
        type=EdgeType.SUPERSEDES,
        source=NEW,
        target=OLD,
        status="done",
        date="2024-12-04",
        claims=("c1", "c2"),
    ),
    edge(EdgeType.SUPERSEDES, NEW, OLD, "planned"),
    edge(EdgeType.SUPERSEDES, "agreement:ru-ir-2025-treaty", "agreement:ir-ru-2001-treaty", "done"),
)

VIEW = GraphView(nodes=tuple(sorted(NODES, key=lambda node: node.id)), edges=EDGES)


def sample_source() -> Source:
    """Return the sample as what an export is given."""
    return Source(view=lambda: VIEW, quads=list)


def latin(view: GraphView) -> GraphView:
    """The view with names that any machine has a font for."""
    nodes = tuple(replace(node, label=ascii(node.label)[1:40]) for node in view.nodes)
    return GraphView(nodes=nodes, edges=view.edges)
