"""`kg push` and `kg diff`: the graph on a server, and what differs there."""

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.login import find_login, open_endpoint
from kg.cli.options import Output, json_option, store_option
from kg.cli.output import NOTHING_FOUND, say, show_json
from kg.cli.stores import reading
from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.export import Source
    from kg.stores.base import Store
    from kg.stores.compare import Difference
    from kg.stores.neo4j import Neo4jStore
    from kg.stores.push import Report

WEB = ("http://", "https://")

database_option = click.option("--database", help="The database on a Neo4j server; its own default without.")


@click.command("push")
@click.argument("uri")
@database_option
@store_option
def push(uri: str, database: str | None, store: Path) -> None:
    """Bring the graph to a server: Neo4j (bolt, neo4j) or SPARQL (http). Example: kg push bolt://localhost:7687.

    Only what changed since the last push is written. User name and password come from KG_USER and KG_PASSWORD, or are
    asked for (Neo4j); they are never part of the command.
    """
    stamp = _stamp(store)  # before the store is opened: what a writer adds meanwhile has another stamp
    with reading(store) as reader:
        report = _push_web(uri, reader, stamp) if uri.startswith(WEB) else _push_neo4j(uri, database, reader, stamp)
    say(f"{uri}: {report.written} written, {report.deleted} deleted, {report.unchanged} unchanged")


@click.command("diff")
@click.argument("uri")
@database_option
@store_option
@json_option
def diff(uri: str, database: str | None, store: Path, output: Output) -> None:
    """Show what differs between the store and a server. Example: kg diff bolt://localhost:7687.

    Exit code 0 where nothing differs, 1 where something does.
    """
    with reading(store) as reader:
        from kg.export.store_source import source_of

        found = _compare(uri, database, source_of(reader))
    if output is Output.JSON:
        show_json([{"where": one.where, "what": one.what} for one in found])
    else:
        for one in found:
            click.echo(f"{one.where}: {one.what}")
    counts = {where: sum(one.where == where for one in found) for where in ("only here", "only there", "differs")}
    say(", ".join(f"{count} {where}" for where, count in counts.items()) if found else "no difference")
    if found:
        raise click.exceptions.Exit(NOTHING_FOUND)


def _push_web(uri: str, reader: "Store", stamp: str) -> "Report":
    from kg.stores.upload import find_current, upload

    server = open_endpoint(uri)
    return find_current(server, stamp) or upload(reader.quads, server, show_progress, stamp)


def _push_neo4j(uri: str, database: str | None, reader: "Store", stamp: str) -> "Report":
    from kg.export.store_source import source_of
    from kg.stores.push import find_current
    from kg.stores.push import push as push_view

    with connect(uri, database) as server:
        current = find_current(server, stamp)
        return current or push_view(source_of(reader).view(), server, show_progress, stamp)


def _stamp(place: Path | str) -> str:
    """Return what changes with the store's graph; nothing for a store behind an address."""
    from kg.stores.stamp import stamp_of

    return stamp_of(place) if isinstance(place, Path) and (place / "rdf").is_dir() else ""


def _compare(uri: str, database: str | None, source: "Source") -> "list[Difference]":
    from kg.stores.compare import compare_quads, compare_view

    if not uri.startswith(WEB):
        with connect(uri, database) as server:
            return compare_view(source.view(), server)
    from kg.export.store_source import source_of
    from kg.stores.upload import SEALS

    there = (quad for quad in source_of(open_endpoint(uri)).quads() if quad.graph_name != SEALS)
    return compare_quads(source.quads(), there)


@contextmanager
def connect(uri: str, database: str | None) -> "Iterator[Neo4jStore]":
    """Give the connection to a Neo4j server."""
    from kg.stores.neo4j import SCHEMES, Neo4jStore, refuse_credentials

    if uri.partition("://")[0] not in SCHEMES:
        raise InputError(f"{uri}: not an address of a server; it begins with {', '.join((*SCHEMES, 'http', 'https'))}")
    refuse_credentials(uri)
    with Neo4jStore(uri, find_login(uri), database) as server:
        yield server


def show_progress(done: int, total: int) -> None:
    """Show how far a push is, on a terminal only."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done}/{total}" + ("\r\033[K" if done >= total else ""))
        sys.stderr.flush()
