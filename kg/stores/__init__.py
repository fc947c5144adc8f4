"""Where the graph is kept: one file a backend."""
