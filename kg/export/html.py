"""HTML: one page that works offline, with the graph to pan and zoom and the sentences behind each edge."""

import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.base import Format, Source
from kg.export.rows import Value, edge_rows, node_rows
from kg.resources import find_packaged

if TYPE_CHECKING:
    from kg.graph.view import GraphView

MOST_FOR_CYTOSCAPE = 1000  # nodes: fcose needs about a second for 300 and minutes for 3,000
DRAWN = frozenset({"Agreement", "State", "Leader"})  # claims and documents are read, not drawn


def write_html(source: Source, path: Path) -> None:
    """Write the page; all it needs is inside, and its policy forbids it to load anything."""
    data = page_data(source.view())
    nodes = data["nodes"]
    large = isinstance(nodes, list) and len(nodes) > MOST_FOR_CYTOSCAPE
    library, engine = (
        ("force-graph.min.js", "force-engine.js") if large else ("cytoscape.min.js", "cytoscape-engine.js")
    )
    parts = {
        "STYLE": _asset("page.css"),
        "DATA": json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        "LIBRARY": _asset(library).replace("</script", "<\\/script"),
        "ENGINE": _asset(engine),
        "PAGE": _asset("page.js"),
    }
    pieces = _asset("page.html").split("%%")
    path.write_text("".join(parts.get(piece, piece) for piece in pieces), encoding="utf-8", newline="\n")


def page_data(view: "GraphView") -> dict[str, object]:
    """Return what the page shows: drawn nodes and edges, claims and documents by id, claims by agreement."""
    rows = node_rows(view)
    drawn = {row.id for row in rows if row.attributes["type"] in DRAWN}
    edges = edge_rows(view)
    stated = {row.start: row.end for row in edges if row.attributes["type"] == "STATED_IN"}
    about: dict[str, list[str]] = defaultdict(list)
    for row in edges:
        if row.attributes["type"] == "ABOUT":
            about[row.end].append(_claim_key(row.start))
    return {
        "nodes": [_node(row.id, row.attributes) for row in rows if row.id in drawn],
        "edges": [
            {"source": row.start, "target": row.end, **row.attributes}
            for row in edges
            if row.start in drawn and row.end in drawn
        ],
        "claims": {
            _claim_key(row.id): {**row.attributes, "document": stated.get(row.id, "")}
            for row in rows
            if row.attributes["type"] == "Claim"
        },
        "documents": {row.id: row.attributes for row in rows if row.attributes["type"] == "Document"},
        "about": about,
    }


def _claim_key(name: str) -> str:
    """Return the id of a claim as edges have it."""
    return name.removeprefix("claim:")


def _node(name: str, attributes: dict[str, Value]) -> dict[str, object]:
    """Return a node with all the text that a search looks through."""
    rest = {key: value for key, value in attributes.items() if key not in {"type", "label"}}
    names = " ".join([name, *(str(value) for value in attributes.values())])
    return {"id": name, "type": attributes["type"], "label": attributes["label"], "properties": rest, "names": names}


def _asset(name: str) -> str:
    return find_packaged("kg.export", f"assets/{name}").read_text(encoding="utf-8")


FORMAT = Format(suffix=".html", write=write_html)
