"""A SPARQL server that asks who speaks."""

from collections.abc import Iterator

import pytest

from tests.conftest import RunKg
from tests.servers.conftest import need
from tests.servers.programs import PASSWORD, start_fuseki
from tests.servers.serving import Served, stop

RIGHT = {"KG_USER": "curator", "KG_PASSWORD": PASSWORD}
WRONG = {"KG_USER": "curator", "KG_PASSWORD": PASSWORD[::-1]}


@pytest.fixture(scope="module", params=["basic", "digest"])
def guarded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A Fuseki of which nobody sees anything without a password."""
    need("fuseki")
    home = tmp_path_factory.mktemp("guarded")
    (home / "users").write_text(f"curator: {PASSWORD}\n", "utf-8")
    served = start_fuseki(home, "--update", f"--passwd={home / 'users'}", f"--auth={request.param}")
    yield served
    stop(served)


def test_the_login_of_the_environment_pushes_and_asks(guarded: Served, store: str, run_kg: RunKg) -> None:
    pushed = run_kg("push", guarded.uri, "--store", store, env=RIGHT)
    assert pushed.exit_code == 0, pushed.stderr
    assert run_kg("diff", guarded.uri, "--store", store, env=RIGHT).exit_code == 0
    here = run_kg("query", "statistics", "--json", "--store", store)
    there = run_kg("query", "statistics", "--json", "--store", guarded.uri, env=RIGHT)
    assert (there.exit_code, there.stdout) == (0, here.stdout)


@pytest.mark.parametrize("env", [{}, WRONG, {"KG_PASSWORD": PASSWORD}], ids=["none", "wrong", "no user"])
def test_without_the_right_login_one_line_says_what_to_set(
    guarded: Served, store: str, run_kg: RunKg, env: dict[str, str]
) -> None:
    for arguments in (["push", guarded.uri, "--store", store], ["query", "statistics", "--store", guarded.uri]):
        result = run_kg(*arguments, env=env)
        assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.stderr
        assert "set KG_USER and KG_PASSWORD" in result.stderr
        assert PASSWORD not in result.stderr


def test_a_password_in_the_address_is_refused_and_not_shown(run_kg: RunKg, store: str) -> None:
    result = run_kg("push", "http://curator:verysecret@127.0.0.1:1/ds", "--store", store)
    assert result.exit_code == 2
    assert "KG_PASSWORD" in result.stderr
    assert "verysecret" not in result.stderr
