"""Claims and entities as a graph: RDF quads, derived edges, the property-graph view."""
