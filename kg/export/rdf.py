"""What the RDF formats share: quads and triples in one order, and the ontology's prefixes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from kg.export.context import read_context

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

Statement: TypeAlias = "Quad | Triple"


def sorted_quads(quads: "Iterable[Quad]") -> "list[Quad]":
    """Return the quads in the order of their N-Quads lines, by graph first."""
    return sorted(quads, key=lambda quad: (str(quad.graph_name), str(quad)))


def sorted_triples(quads: "Iterable[Quad]") -> "list[Triple]":
    """Return the triples of all graphs, each once, sorted by subject: formats without graphs hold these."""
    return sorted({quad.triple for quad in quads}, key=str)


def prefixes() -> dict[str, str]:
    """Return the prefixes of the JSON-LD context, which are those of every RDF format."""
    return {name: value for name, value in read_context().items() if isinstance(value, str) and value[-1] in "/#:"}
