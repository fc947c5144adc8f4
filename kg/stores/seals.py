"""Seals: what a server was last given, as names and hashes in buckets.

A seal is a bucket's hash, which says at a glance whether anything in it changed, and its entries, which say what. They
are packed, since the names of a million edges take a hundred megabytes, and a fifth of that when packed.
"""

import base64
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

UNSURE = ""  # the mark of what was about to be written
UNSURE_HASH = "unsure"  # the hash of a bucket that holds such
STAMP = "stamp"  # the seal of the whole: which state of the store the server was given


class Content(Protocol):
    """What a bucket holds."""

    @property
    def hash(self) -> str:
        """The hash of all that is in it."""

    def entries(self) -> list[str]:
        """Return the entries `name TAB mark`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What a server keeps of one bucket: the hash of its entries, and the entries packed."""

    hash: str
    entries: str


NOTHING = Seal(hash="", entries="")


def make_seal(content: Content) -> Seal:
    """Return the seal of a bucket."""
    entries = content.entries()
    return Seal(hash=content.hash, entries=pack_entries(entries)) if entries else NOTHING


def pack_entries(entries: Iterable[str]) -> str:
    """Return the entries of a bucket, each `name TAB mark`, as a seal holds them."""
    text = "\n".join(sorted(entries)).encode("utf-8", "surrogatepass")
    return base64.b64encode(zlib.compress(text, 1)).decode("ascii") if text else ""


def make_unsure(before: Mapping[str, str], after: Mapping[str, str]) -> Seal:
    """Return the seal of a bucket while it changes: what goes, comes or becomes another is unsure."""
    names = before.keys() | after.keys()
    marks = {name: before.get(name, UNSURE) for name in names}
    entries = (f"{name}\t{mark if after.get(name) == mark else UNSURE}" for name, mark in marks.items())
    return Seal(hash=UNSURE_HASH, entries=pack_entries(entries))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A bucket that a server holds otherwise: the marks there by name, the entries to be, the seals until and after."""

    name: str
    before: Mapping[str, str]
    after: tuple[tuple[str, str], ...]
    unsure: Seal
    final: Seal

    def changed(self) -> list[bool]:
        """Return for each entry to be whether it is new or another."""
        return [self.before.get(name) != mark for name, mark in self.after]

    def gone(self) -> list[str]:
        """Return the names that are no more."""
        stay = {name for name, _ in self.after}
        return [name for name in self.before if name not in stay]


def find_differences(
    fresh: Mapping[str, Content], hashes: Mapping[str, str], read_packed: Callable[[list[str]], Mapping[str, str]]
) -> Iterator[Difference]:
    """Yield the buckets whose hash the server does not have; `read_packed` gets the entries of some seals from it."""
    new = {name: content.hash for name, content in fresh.items()}
    differ = sorted(name for name in new.keys() | hashes.keys() if hashes.get(name) != new.get(name, ""))
    known = [name for name in differ if name in hashes]
    packed = read_packed(known) if known else {}
    for name in differ:
        before = read_entries(packed.get(name, ""))
        entries = fresh[name].entries() if name in fresh else []
        after = tuple(map(split_entry, entries))
        final = Seal(hash=new[name], entries=pack_entries(entries)) if entries else NOTHING
        yield Difference(name=name, before=before, after=after, unsure=make_unsure(before, dict(after)), final=final)
