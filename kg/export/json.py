"""JSON: nodes and edges with all their attributes, in networkx's node-link shape."""

import json
from pathlib import Path

from kg.export.base import Format, Source
from kg.export.rows import edge_rows, node_rows


def write_json(source: Source, path: Path) -> None:
    """Write `{directed, multigraph, nodes, edges}`; lists stay lists, missing values are left out."""
    view = source.view()
    shape = {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{**row.attributes, "id": row.id} for row in node_rows(view)],
        "edges": [
            {**row.attributes, "source": row.start, "target": row.end, "key": row.key} for row in edge_rows(view)
        ],
    }
    path.write_text(json.dumps(shape, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


FORMAT = Format(suffix=".json", write=write_json)
