"""The files that belong to kg are found in a checkout; CI runs the wheel."""

import pytest

from kg.resources import find_data
from tests.paths import ROOT


@pytest.mark.parametrize("family", ["ontology", "queries"])
def test_the_data_of_a_checkout_stand_at_its_top(family: str) -> None:
    assert find_data(family) == ROOT / family


def test_a_family_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError, match="without its nonsense"):
        find_data("nonsense")
