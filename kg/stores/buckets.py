"""The graph in buckets: an entry for each node and edge, with a hash of all that it says."""

from collections.abc import Iterator
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
    """Nodes and edges, each with its entry `name TAB mark` at the same place."""

    entries: list[str] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)


def fill_buckets(view: GraphView) -> dict[str, Bucket]:
    """Return the buckets that are not empty; an edge is in the bucket of the node it starts from."""
    buckets = [Bucket() for _ in range(BUCKETS)]
    for node in view.nodes:
        bucket = buckets[bucket_of(node.id)]
        bucket.entries.append(_node_entry(node))
        bucket.things.append(node)
    for edge, entry in zip(view.edges, _edge_entries(view), strict=True):
        bucket = buckets[bucket_of(edge.source)]
        bucket.entries.append(entry)
        bucket.things.append(edge)
    return {f"{number:02x}": bucket for number, bucket in enumerate(buckets) if bucket.entries}


def bucket_of(name: str) -> int:
    """Return the number of the bucket of a name."""
    return crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS


def _node_entry(node: Node) -> str:
    return f"{node.id}\t{mark_of(f'{node.label} {_encode(dict(node.properties))}')}"


def _edge_entries(view: GraphView) -> Iterator[str]:
    keys: dict[tuple[str, str | None], str] = {}
    for edge in view.edges:
        kind = edge.type, edge.status
        key = keys.get(kind) or keys.setdefault(kind, edge_key(edge))
        said = f"{edge.date} {edge.claims} {'' if edge.quote is None else '+'}{edge.quote}"
        yield f"{key}\t{edge.source}\t{edge.target}\t{mark_of(said)}"


def mark_of(text: str) -> str:
    """Return the hash that stands for what a thing says."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
