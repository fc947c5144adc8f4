"""N-Triples: all triples, one a line, sorted."""

from pathlib import Path

from kg.export.base import Format, Source
from kg.export.rdf import sorted_triples


def write_ntriples(source: Source, path: Path) -> None:
    """Write the triples of all graphs as N-Triples; which graph a triple stood in is not kept (see nquads)."""
    from pyoxigraph import RdfFormat, serialize

    serialize(sorted_triples(source.quads()), str(path), format=RdfFormat.N_TRIPLES)


FORMAT = Format(suffix=".nt", write=write_ntriples)
