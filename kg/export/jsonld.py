"""JSON-LD, compact: short names from `ontology/context.jsonld`, which is copied into the file."""

import json
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.base import Format, Source
from kg.export.compaction import Compactor
from kg.export.context import read_context
from kg.export.rdf import sorted_quads
from kg.export.rows import to_json

if TYPE_CHECKING:
    from pyoxigraph import Quad


def write_jsonld(source: Source, path: Path) -> None:
    """Write each named graph as an object with `@graph`; the nodes of the default graph stand beside them."""
    from pyoxigraph import DefaultGraph

    compactor = Compactor(read_context())
    entries: list[dict[str, object]] = []
    for name, quads in groupby(sorted_quads(source.quads()), key=lambda quad: quad.graph_name):
        nodes = _nodes(quads, compactor)
        if isinstance(name, DefaultGraph):
            entries.extend(nodes)
        else:
            entries.append({"@id": compactor.iri(name.value), "@graph": nodes})
    context = ",\n".join(f"  {to_json(name)}: {to_json(term)}" for name, term in read_context().items())
    listed = ",\n".join(json.dumps(entry, ensure_ascii=False, indent=1) for entry in entries)
    text = f'{{"@context": {{\n{context}\n}},\n"@graph": [\n{listed}\n]}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")


def _nodes(quads: "Iterable[Quad]", compactor: Compactor) -> list[dict[str, object]]:
    """Return one object a subject, its values under short names."""
    nodes: list[dict[str, object]] = []
    for subject, group in groupby(quads, key=lambda quad: quad.subject):
        values: dict[str, list[object]] = {}
        for quad in group:
            key, value = compactor.pair(quad.predicate, quad.object)
            values.setdefault(key, []).append(value)
        node: dict[str, object] = {"@id": compactor.node(subject)}
        node |= {key: found[0] if len(found) == 1 else found for key, found in sorted(values.items())}
        nodes.append(node)
    return nodes


FORMAT = Format(suffix=".jsonld", write=write_jsonld)
