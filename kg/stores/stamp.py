"""The stamp of a store: what changes whenever its graph does, found without reading the graph."""

import hashlib
from importlib.metadata import version
from pathlib import Path


def stamp_of(folder: Path) -> str:
    """Return a hash of the names, sizes and times of the files that hold the graph of the store in `folder`.

    Another stamp may still mean the same graph (RocksDB merges its files); the same stamp never means another one, as
    far as one version of kg reads them.
    """
    files = sorted(path for path in (folder / "rdf").iterdir() if not path.name.startswith(("LOG", "LOCK")))
    told = [f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("\n".join([version("kg"), *told]).encode()).hexdigest()
