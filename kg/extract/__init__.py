"""From a document's text to its claims; every step is pure and works on one document alone."""
