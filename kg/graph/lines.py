"""Quads as lines of N-Quads: what the bulk loader reads, and many times cheaper to make than objects.

A line ends in ` .`; a quad has one line, that in which Oxigraph itself writes it, so lines compare as quads do.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

from pyoxigraph import Quad, RdfFormat, parse

from kg.graph.vocabulary import ALT_LABEL, BASE, DERIVED, NS, RDF_TYPE, RDFS_LABEL, XSD

Pair = tuple[str, str]  # a predicate and an object, as written
_SPECIAL = re.compile(r'[\x00-\x1f\x7f"\\]')
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)}
_ESCAPES |= {ord(c): f"\\{e}" for c, e in zip('\b\t\n\f\r"\\', 'btnfr"\\', strict=True)}
_PRECISION = {4: "gYear", 7: "gYearMonth", 10: "date"}

TYPE, LABEL, NAME = str(RDF_TYPE), str(RDFS_LABEL), str(ALT_LABEL)
DERIVED_GRAPH = str(DERIVED)


def write_quad(quad: Quad) -> str:
    """Return the line of a quad."""
    return f"{quad} ."


def parse_lines(lines: Iterable[str]) -> Iterator[Quad]:
    """Yield the quads of lines, in their order."""
    yield from parse("\n".join(chain(lines, ("",))), format=RdfFormat.N_QUADS)


def describe(subject: str, pairs: Iterable[Pair], graph: str) -> list[str]:
    """Return a line for each pair of a predicate and an object."""
    return [f"{subject} {predicate} {value} {graph} ." for predicate, value in pairs]


@cache
def term(name: str, namespace: str = NS) -> str:
    """Return the IRI of a vocabulary's term, of kg's own by default."""
    return f"<{namespace}{name}>"


def node(kind: str, key: str) -> str:
    """Return the IRI of a thing: `node("agreement", "ru-kp-2024-treaty")`."""
    return f"<{BASE}{kind}:{key}>"


def literal(text: str) -> str:
    """Return a plain literal."""
    return f'"{text.translate(_ESCAPES)}"' if _SPECIAL.search(text) else f'"{text}"'


def worded(text: str, language: str) -> str:
    """Return a literal in a language."""
    return f"{literal(text)}@{language}"


@lru_cache(maxsize=50_000)
def dated(date: str) -> str:
    """Return an ISO date typed by its precision: xsd:date, xsd:gYearMonth or xsd:gYear."""
    return f'"{date}"^^<{XSD}{_PRECISION.get(len(date), "gYear")}>'


def whole(value: int) -> str:
    """Return a whole number."""
    return f'"{value}"^^<{XSD}integer>'


def decimal(value: float) -> str:
    """Return a number between 0 and 1 with two digits, in the canonical form of XSD: Oxigraph keeps no other."""
    return f'"{f"{value:.2f}".rstrip("0").removesuffix(".")}"^^<{XSD}decimal>'
