"""A server that cannot be had: its tests are skipped, but fail under `.ci/run` where it should be there."""

from dataclasses import replace

import pytest

from tests.servers.conftest import need
from tests.servers.programs import PROGRAMS


@pytest.mark.parametrize(
    ("variables", "can_be_had", "outcome"),
    [
        ({}, True, pytest.skip.Exception),
        ({"KG_CI": "1"}, False, pytest.skip.Exception),
        ({"KG_CI": "1"}, True, pytest.fail.Exception),
    ],
)
def test_a_missing_server_fails_only_where_it_can_be_had(
    variables: dict[str, str], *, can_be_had: bool, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = replace(PROGRAMS["virtuoso"], is_there=lambda: False, can_be_had=lambda: can_be_had)
    monkeypatch.setitem(PROGRAMS, "virtuoso", missing)
    monkeypatch.delenv("KG_CI", raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(outcome, match="virtuoso-t"):
        need("virtuoso")
