"""Where the files that belong to kg are: the ontology, the queries, templates and tables.

In a checkout they stand beside the package, in a wheel inside it under `_data`.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def find_data(family: str) -> Path:
    """Return the folder of a family of files (`ontology`, `queries`); the same names in a checkout and in a wheel.

    Raises FileNotFoundError where neither has it: a broken installation.
    """
    for folder in (_PACKAGE.parent / family, _PACKAGE / "_data" / family):
        if _is_ours(folder):
            return folder
    raise FileNotFoundError(f"kg is installed without its {family}")


def find_packaged(package: str, name: str) -> Path:
    """Return the file `name` that lies beside the modules of kg's package `package` (templates, style sheets).

    A path, because importlib.resources takes 15 ms to import and kg is always installed as files.
    """
    return _PACKAGE.joinpath(*package.split(".")[1:], name)


def _is_ours(folder: Path) -> bool:
    """A folder of that name beside an installed package may be a stranger's: site-packages/queries."""
    installed = folder.parent == _PACKAGE.parent and not (folder.parent / "pyproject.toml").is_file()
    return folder.is_dir() and not installed
