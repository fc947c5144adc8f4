"""The locked requirements hold all that pyproject.toml asks for."""

import re
import tomllib
from itertools import chain

from tests.paths import ROOT

NAME = re.compile(r"^[\w.-]+")


def normalise(requirement: str) -> str:
    match = NAME.match(requirement)
    assert match is not None
    return match[0].replace("_", "-").lower()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"], *chain(*extras)]
    locked = {normalise(line) for line in (ROOT / "requirements.lock").read_text().splitlines() if line[:1].isalpha()}
    assert {normalise(requirement) for requirement in asked} - locked == set(), "run make lock"
