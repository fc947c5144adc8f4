"""SVG: the lineage picture."""

from pathlib import Path

from kg.export.base import Format, Source
from kg.export.chains import read_lineage
from kg.export.picture import make_svg


def write_svg(source: Source, path: Path) -> None:
    """Write the agreements that replace each other as a picture: x is time, planned links are dashed."""
    path.write_text(make_svg(read_lineage(source.view())), encoding="utf-8", newline="\n")


FORMAT = Format(suffix=".svg", write=write_svg)
