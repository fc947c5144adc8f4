"""Seals: what a server was last given, as names and hashes in buckets.

A seal is a bucket's hash, which says at a glance whether anything in it changed, and its entries, which say what. They
are packed, since the names of a million edges take a hundred megabytes, and a fifth of that when packed.
"""

import base64
import hashlib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

UNSURE = ""  # the mark of what was about to be written
UNSURE_HASH = "unsure"  # the hash of a bucket that holds such
STAMP = "stamp"  # the seal of the whole: which state of the store the server was given


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a server keeps of one bucket: the hash of its entries, and the entries packed."""

    hash: str
    entries: str


NOTHING = Seal(hash="", entries="")


def make_seal(entries: Iterable[str]) -> Seal:
    """Return the seal of a bucket from its entries, each `name TAB mark`."""
    text = "\n".join(sorted(entries)).encode("utf-8", "surrogatepass")
    if not text:
        return NOTHING
    return Seal(hash=hashlib.sha256(text).hexdigest(), entries=base64.b64encode(zlib.compress(text, 1)).decode("ascii"))


def make_unsure(before: Mapping[str, str], after: Mapping[str, str]) -> Seal:
    """Return the seal of a bucket while it changes: what goes, comes or becomes another is unsure."""
    names = before.keys() | after.keys()
    marks = {name: before.get(name, UNSURE) for name in names}
    entries = (f"{name}\t{mark if after.get(name) == mark else UNSURE}" for name, mark in marks.items())
    return Seal(hash=UNSURE_HASH, entries=make_seal(entries).entries)


def hash_entries(entries: Iterable[str]) -> str:
    """Return the hash of a bucket, without packing it."""
    return hashlib.sha256("\n".join(sorted(entries)).encode("utf-8", "surrogatepass")).hexdigest()


def read_entries(packed: str) -> dict[str, str]:
    """Return the marks of a bucket by name."""
    if not packed:
        return {}
    text = zlib.decompress(base64.b64decode(packed)).decode("utf-8", "surrogatepass")
    return dict(split_entry(entry) for entry in text.split("\n"))


def split_entry(entry: str) -> tuple[str, str]:
    """Return the name and the mark of an entry."""
    name, _, mark = entry.rpartition("\t")
    return name, mark
