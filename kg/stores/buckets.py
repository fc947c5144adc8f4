"""The graph in buckets, each with a hash of all that its nodes and edges say; an entry for each of them when asked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from json import JSONEncoder
from zlib import crc32

from kg.graph.network import edge_key
from kg.graph.view import Edge, GraphView, Node

BUCKETS = 256

Thing = Node | Edge
_encode = JSONEncoder(ensure_ascii=False, sort_keys=True).encode


@dataclass(slots=True)
class Bucket:
    """Nodes and edges in the order of the view; their entries are made only where the hash shows a change."""

    things: list[Thing] = field(default_factory=list)
    said: "blake2b" = field(default_factory=lambda: blake2b(digest_size=32))

    @property
    def hash(self) -> str:
        """The hash of all that is said, empty where nothing is."""
        return self.said.hexdigest() if self.things else ""

    def entries(self) -> list[str]:
        """Return the entry `name TAB mark` of each thing, in their order."""
        parts = (_tell(thing) for thing in self.things)
        return [f"{name}\t{mark_of(said)}" for name, said in parts]


def fill_buckets(view: GraphView) -> dict[str, Bucket]:
    """Return the buckets that are not empty; an edge is in the bucket of the node it starts from."""
    buckets = [Bucket() for _ in range(BUCKETS)]
    place: dict[str, Bucket] = {}
    for node in view.nodes:
        bucket = place[node.id] = buckets[bucket_of(node.id)]
        bucket.things.append(node)
        bucket.said.update(f"{node.id}\t{_tell_node(node)}\n".encode("utf-8", "surrogatepass"))
    for edge, text in zip(view.edges, _tell_edges(view.edges), strict=True):
        bucket = place.get(edge.source) or buckets[bucket_of(edge.source)]
        bucket.things.append(edge)
        bucket.said.update(text.encode("utf-8", "surrogatepass"))
    return {f"{number:02x}": bucket for number, bucket in enumerate(buckets) if bucket.things}


def bucket_of(name: str) -> int:
    """Return the number of the bucket of a name."""
    return crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS


def _tell(thing: Thing) -> tuple[str, str]:
    """Return the name of a thing, and all else that it says."""
    if isinstance(thing, Node):
        return thing.id, _tell_node(thing)
    return f"{edge_key(thing)}\t{thing.source}\t{thing.target}", _tell_edge(thing)


def _tell_node(node: Node) -> str:
    return f"{node.label} {_encode(dict(node.properties))}"


def _tell_edge(edge: Edge) -> str:
    return f"{edge.date} {' '.join(edge.claims)} {'' if edge.quote is None else '+'}{edge.quote}"


def _tell_edges(edges: Iterable[Edge]) -> Iterator[str]:
    """Yield what each edge says with its name, as a line; `_tell` in one piece, for millions of them."""
    keys: dict[tuple[str, str | None], str] = {}
    for edge in edges:
        kind = edge.type, edge.status
        key = keys.get(kind) or keys.setdefault(kind, edge_key(edge))
        yield f"{key}\t{edge.source}\t{edge.target}\t{_tell_edge(edge)}\n"


def mark_of(text: str) -> str:
    """Return the hash that stands for what a thing says."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
