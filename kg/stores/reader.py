"""Opening a store's folder to read, without what only writing needs; and what its files say of the store's format."""

import contextlib
from pathlib import Path

from kg.errors import StoreError
from kg.stores.oxigraph import OxigraphStore

FORMAT = 3
BEHIND = "behind"  # this file stands in the folder while the graph is behind the archive


def open_to_read(folder: Path) -> OxigraphStore:
    """Open the graph of the store in `folder` for reading, beside a writer too; StoreError where there is none.

    A store of an earlier format, or whose last load was cut off, is brought up to date first.
    """
    if not (folder / "format").is_file():
        raise StoreError(f"{folder}: no store here; `kg load` makes one, --store or KG_STORE names another")
    if check_format(folder) < FORMAT or (folder / BEHIND).exists():
        from kg.stores.embedded import open_store  # late: resolution comes with it

        with contextlib.suppress(StoreError):  # a writer is at work: what it has finished can be read
            open_store(folder).close()
    return OxigraphStore.open_to_read(folder / "rdf")


def check_format(folder: Path) -> int:
    """Return the format of a store, the present one for a new store.

    Raises StoreError for a store of a newer version of kg, or one whose mark of the format is damaged.
    """
    mark = folder / "format"
    if not mark.is_file():
        if (folder / "rdf").exists():
            raise StoreError(f"{mark}: missing, the store is damaged; load the documents into a new store")
        return FORMAT
    text = mark.read_text("ascii", errors="replace").strip()
    if not text.isdigit():
        raise StoreError(f"{mark}: {text[:20]!r} is no format number, the store is damaged")
    if int(text) > FORMAT:
        raise StoreError(f"{folder}: a store of format {text}, this kg reads up to {FORMAT}; update kg")
    return int(text)
