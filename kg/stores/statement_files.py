"""The statements that kg sends to servers, kept in files."""

from kg.resources import find_packaged


def read_statement(name: str) -> str:
    """Return the text of the statement file `name` (with its suffix)."""
    return (find_packaged("kg.stores", "statements") / name).read_text("utf-8").strip()
