"""PNG: the lineage picture in pixels, twice the size of the SVG so that it is sharp on any screen."""

from pathlib import Path

from kg.export.base import Format, Source
from kg.export.chains import Lineage, read_lineage
from kg.export.fonts import check_fonts
from kg.export.picture import FONTS, make_svg

ZOOM = 2.0


def write_png(source: Source, path: Path) -> None:
    """Write the lineage picture as PNG; InputError where no font here shows a script of its labels."""
    from resvg_py import svg_to_bytes

    lineage = read_lineage(source.view())
    check_fonts(_words(lineage), FONTS)
    path.write_bytes(bytes(svg_to_bytes(svg_string=make_svg(lineage), zoom=ZOOM)))


def _words(lineage: Lineage) -> str:
    denied = "".join(link.old + link.new for link in lineage.denied)
    return "no date" + denied + "".join(item.label for item in lineage.items.values())


FORMAT = Format(suffix=".png", write=write_png)
