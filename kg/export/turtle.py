"""Turtle: all triples, grouped by subject, with the ontology's prefixes."""

from pathlib import Path

from kg.export.base import Format, Source
from kg.export.rdf import prefixes, sorted_triples


def write_turtle(source: Source, path: Path) -> None:
    """Write the triples of all graphs as Turtle; which graph a triple stood in is not kept (see nquads)."""
    from pyoxigraph import RdfFormat, serialize

    serialize(sorted_triples(source.quads()), str(path), format=RdfFormat.TURTLE, prefixes=prefixes())


FORMAT = Format(suffix=".ttl", write=write_turtle)
