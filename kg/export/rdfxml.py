"""RDF/XML: for tools that read nothing newer."""

from pathlib import Path

from kg.export.base import Format, Source
from kg.export.rdf import prefixes, sorted_triples


def write_rdfxml(source: Source, path: Path) -> None:
    """Write the triples of all graphs as RDF/XML; which graph a triple stood in is not kept (see nquads)."""
    from pyoxigraph import RdfFormat, serialize

    serialize(sorted_triples(source.quads()), str(path), format=RdfFormat.RDF_XML, prefixes=prefixes())


FORMAT = Format(suffix=".rdf", write=write_rdfxml)
