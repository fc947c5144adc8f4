"""N-Quads: the whole dataset with its graphs, one quad a line, sorted: the same graph gives the same bytes."""

from pathlib import Path

from kg.export.base import Format, Source
from kg.export.rdf import sorted_quads


def write_nquads(source: Source, path: Path) -> None:
    """Write every quad of the dataset as N-Quads."""
    from pyoxigraph import RdfFormat, serialize

    serialize(sorted_quads(source.quads()), str(path), format=RdfFormat.N_QUADS)


FORMAT = Format(suffix=".nq", write=write_nquads)
