"""Compaction of RDF terms by a JSON-LD context (JSON-LD 1.1, section 6, as far as our context goes)."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.export.context import Term

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Quad

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"


class Compactor:
    """Turns terms into the short names and values of one context."""

    def __init__(self, context: Mapping[str, Term]) -> None:
        prefixes = [(value, name) for name, value in context.items() if isinstance(value, str) and value[-1] in "/#:"]
        self._prefixes = sorted(prefixes, key=lambda pair: -len(pair[0]))
        expand = {name: value for value, name in prefixes}
        self._terms: dict[tuple[str, str | None], str] = {}
        self._typed: dict[str, str] = {}  # terms for literals of some type, whatever type it is
        for name, term in context.items():
            if isinstance(term, dict) and "@id" in term:
                datatype = term.get("@type")
                kind = datatype if datatype is None or datatype.startswith("@") else _expanded(datatype, expand)
                self._terms[_expanded(term["@id"], expand), kind] = name
                if kind != "@id":
                    self._typed[_expanded(term["@id"], expand)] = name

    def iri(self, value: str) -> str:
        """Return `value` with a prefix where the rest is a plain name, else whole."""
        for start, name in self._prefixes:
            rest = value.removeprefix(start)
            if rest != value and rest and not rest.startswith("//"):
                return f"{name}:{rest}"
        return value

    def node(self, term: "NamedNode | BlankNode | object") -> str:
        """Return the `@id` of a subject or object."""
        value = getattr(term, "value", str(term))
        return self.iri(value) if type(term).__name__ == "NamedNode" else f"_:{value}"

    def pair(
        self, predicate: "NamedNode", value: "Quad | NamedNode | BlankNode | Literal | object"
    ) -> tuple[str, object]:
        """Return the key and the value that stand for one triple's predicate and object."""
        if type(value).__name__ != "Literal":
            return self._link(predicate.value, value)
        return self._literal(predicate.value, value)  # type: ignore[arg-type]  # checked by name: no import at start

    def _link(self, predicate: str, value: object) -> tuple[str, object]:
        if predicate == _RDF_TYPE:
            return "@type", self.node(value)
        link = self._terms.get((predicate, "@id"))
        return (link, self.node(value)) if link else (self.iri(predicate), {"@id": self.node(value)})

    def _literal(self, predicate: str, value: "Literal") -> tuple[str, object]:
        datatype = value.datatype.value
        plain = self._terms.get((predicate, None))
        if value.language:
            return plain or self.iri(predicate), {"@value": value.value, "@language": value.language}
        if datatype == _XSD + "string":
            return (plain, value.value) if plain else (self.iri(predicate), {"@value": value.value})
        if (predicate, datatype) in self._terms:
            return self._terms[predicate, datatype], value.value
        return self._typed.get(predicate, self.iri(predicate)), {"@value": value.value, "@type": self.iri(datatype)}


def _expanded(name: str, prefixes: Mapping[str, str]) -> str:
    start, colon, rest = name.partition(":")
    return prefixes[start] + rest if colon and start in prefixes else name
