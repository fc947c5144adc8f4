"""Exports: one file a format, found through the entry points of the group `kg.export`."""

from kg.export.base import Format, Layout, Source, find_format, format_names, write_export

__all__ = ["Format", "Layout", "Source", "find_format", "format_names", "write_export"]
