"""Languages as data: one folder of tables each, and their loader."""

from kg.languages.loader import load_pack, read_pack, role_forms, supported_languages
from kg.languages.pack import Entry, Form, Pack, Settings, Table

__all__ = ["Entry", "Form", "Pack", "Settings", "Table", "load_pack", "read_pack", "role_forms", "supported_languages"]
