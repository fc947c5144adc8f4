"""Fixtures of the export tests."""

import pytest
from sample import sample_source

from kg.export import Source


@pytest.fixture
def source() -> Source:
    return sample_source()
