"""Who speaks to a server: from the environment, or the person at the terminal; never from the command line."""

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.stores.neo4j import Login
    from kg.stores.sparql import SparqlStore

USER, PASSWORD = "KG_USER", "KG_PASSWORD"


def find_login(uri: str) -> "Login | None":
    """Return the login to a Neo4j server, None where nobody can be asked for it."""
    from kg.stores.neo4j import Login

    user, password = _read(USER, "NEO4J_USERNAME"), _read(PASSWORD, "NEO4J_PASSWORD")
    if password is not None:
        return Login(user=user or "neo4j", password=password)
    if not sys.stdin.isatty():
        return None
    user = user or click.prompt(f"User name for {uri}", default="neo4j", err=True)
    return Login(user=user, password=click.prompt("Password", hide_input=True, err=True))


def open_endpoint(uri: str) -> "SparqlStore":
    """Return the SPARQL server at an address, which is given the login of the environment if it asks for one."""
    from kg.stores.http import log_in
    from kg.stores.sparql import SparqlStore

    user, password = _read(USER), _read(PASSWORD)
    log_in(uri, None if user is None or password is None else (user, password))
    return SparqlStore(uri)


def _read(*names: str) -> str | None:
    return next((os.environ[name] for name in names if os.environ.get(name)), None)
