"""kg reads articles about diplomacy and builds a treaty knowledge graph."""
