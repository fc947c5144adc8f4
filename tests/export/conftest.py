"""Fixtures of the export tests."""

import pytest

from kg.export import Source
from tests.export.sample import sample_source


@pytest.fixture
def source() -> Source:
    return sample_source()
