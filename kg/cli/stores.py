"""Opening the store of a command, and finding in it what the user named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.cli.login import open_endpoint
from kg.errors import StoreError
from kg.queries.canned import ParameterType
from kg.queries.find import find_one

if TYPE_CHECKING:
    from kg.stores.base import Store
    from kg.stores.embedded import EmbeddedStore


@contextmanager
def reading(place: Path | str) -> "Iterator[Store]":
    """Give the store for reading, in a folder or behind the address of an endpoint; StoreError where there is none."""
    store = _open(place)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def writing(place: Path | str) -> "Iterator[EmbeddedStore]":
    """Give the store for writing, made where there is none; StoreError for an address: only kg push writes there."""
    if isinstance(place, str):
        raise StoreError(f"{place}: a server; load into a folder and bring it there with kg push")
    from kg.stores.embedded import open_store  # resolution comes with it: readers do without

    store = open_store(place)
    try:
        yield store
    finally:
        store.close()


def _open(place: Path | str) -> "Store":
    if isinstance(place, str):
        return open_endpoint(place)
    from kg.stores.reader import open_to_read

    return open_to_read(place)


def name_in(store: "Store", type_: ParameterType, text: str) -> str:
    """Return the id of what `text` names; QueryError with what is near."""
    return find_one(store, type_, text)
