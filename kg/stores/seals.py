"""Seals: what a server was last given, as hashes by bucket."""

import hashlib
from collections.abc import Mapping
from typing import TypeAlias

Seals: TypeAlias = "dict[str, dict[str, str]]"


def seal_hash(marks: Mapping[str, str]) -> str:
    """Return the hash of a bucket: its items' names and hashes in order; an empty bucket has none."""
    if not marks:
        return ""
    text = "\n".join(f"{name}\t{mark}" for name, mark in sorted(marks.items()))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
