"""The dataset in parts: what is written to a SPARQL server, or left alone there, as one.

A document's graph is a part, since documents come and go as a whole. In the graphs that are made of all documents each
subject is a part, so that one more document changes a few parts of them. A part's mark is the sum of the hashes of its
triples: their order does not matter, and a pass over the dataset in any order makes all marks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha256
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad

from kg.graph.vocabulary import BASE
from kg.stores.buckets import BUCKETS, bucket_of

SHARED = f"{BASE}graph:"  # graphs that many documents have a share in
COUNT = 1 << 96  # a mark is the number of triples, then the sum of their hashes in 96 bits

Marks = dict[str, int]


class Line(NamedTuple):
    """A triple in N-Triples, its graph and the part it belongs to."""

    part: str
    graph: str
    text: str


def read_lines(quads: Iterable[Quad], *, by_subject: bool) -> Iterator[Line]:
    """Yield the triples of the named graphs; without `by_subject` every graph is one part."""
    for quad in quads:
        if not isinstance(quad.graph_name, NamedNode):
            continue
        graph, subject = quad.graph_name.value, str(quad.subject)
        part = f"{graph}\t{subject}" if by_subject and graph.startswith(SHARED) else graph
        yield Line(part, graph, f"{subject} {quad.predicate} {quad.object} .")


def mark_parts(lines: Iterable[Line]) -> Marks:
    """Return the mark of each part."""
    marks: defaultdict[str, int] = defaultdict(int)
    for part, _, text in lines:
        said = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        marks[part] += COUNT + int.from_bytes(said)
    return marks


def count_triples(mark: int) -> int:
    """Return how many triples a part has."""
    return mark // COUNT


@dataclass(slots=True)
class PartBucket:
    """The marks of some parts."""

    marks: Marks = field(default_factory=dict)

    @property
    def hash(self) -> str:
        """The hash of all marks."""
        return sha256("\n".join(sorted(self.entries())).encode("utf-8", "surrogatepass")).hexdigest()

    def entries(self) -> list[str]:
        """Return the entry `part TAB mark` of each part."""
        return [f"{part}\t{mark:x}" for part, mark in self.marks.items()]


def fill_buckets(marks: Mapping[str, int]) -> dict[str, PartBucket]:
    """Return the buckets that are not empty."""
    buckets = [PartBucket() for _ in range(BUCKETS)]
    for part, mark in marks.items():
        buckets[bucket_of(part)].marks[part] = mark
    return {f"{number:02x}": bucket for number, bucket in enumerate(buckets) if bucket.marks}


def subject_of(part: str) -> tuple[str, str | None]:
    """Return the graph of a part, and its subject as a term; None where the part is the graph."""
    graph, tab, subject = part.partition("\t")
    return graph, subject if tab else None
