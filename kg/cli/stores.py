"""Opening the store of a command, and finding in it what the user named."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.queries.canned import ParameterType
from kg.queries.find import find_one

if TYPE_CHECKING:
    from kg.stores.base import Store
    from kg.stores.embedded import EmbeddedStore


@contextmanager
def reading(folder: Path) -> "Iterator[Store]":
    """Give the store for reading; StoreError where there is none."""
    from kg.stores.reader import open_to_read

    store = open_to_read(folder)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def writing(folder: Path) -> "Iterator[EmbeddedStore]":
    """Give the store for writing, made where there is none."""
    from kg.stores.embedded import open_store  # resolution comes with it: readers do without

    store = open_store(folder)
    try:
        yield store
    finally:
        store.close()


def name_in(store: "Store", type_: ParameterType, text: str) -> str:
    """Return the id of what `text` names; QueryError with what is near."""
    return find_one(store, type_, text)
