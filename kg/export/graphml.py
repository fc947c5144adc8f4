"""GraphML: typed attributes, parallel edges, for yEd, Gephi, igraph and networkx."""

from pathlib import Path

from kg.export.base import Format, Source
from kg.export.rows import edge_id, edge_rows, flat, node_rows, xml_safe


def write_graphml(source: Source, path: Path) -> None:
    """Write the graph as GraphML; lists are JSON arrays, missing values are left out."""
    import networkx

    view = source.view()
    plain: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in node_rows(view):
        plain.add_node(node.id, **xml_safe(flat(node.attributes)))
    for edge in edge_rows(view):
        plain.add_edge(edge.start, edge.end, key=edge_id(edge), **xml_safe(flat(edge.attributes)))
    networkx.write_graphml(plain, path, encoding="utf-8", prettyprint=True, named_key_ids=True)


FORMAT = Format(suffix=".graphml", write=write_graphml)
