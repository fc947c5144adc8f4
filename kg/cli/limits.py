"""Limits of a user's own query: how many rows are shown, how long it may take."""

import warnings
from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

import click

from kg.cli.output import say
from kg.errors import KgError, QueryError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from kg.stores.base import Table

T = TypeVar("T")

limit_option = click.option(
    "--limit", type=click.IntRange(min=1), default=1000, show_default=True, help="The most rows to show."
)
seconds_option = click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    help="The longest a query may take.",
)


def cut_rows(table: "Table", limit: int) -> "Table":
    """Return the table with no more rows than asked for; a notice says when there were more."""
    if len(table.rows) <= limit:
        return table
    say_cut(limit)
    return replace(table, rows=table.rows[:limit])


def say_cut(limit: int) -> None:
    """Tell the person that there are more rows."""
    say(f"more than {limit} rows: the rest is cut; --limit shows more")


def run_limited(work: Callable[[], T], seconds: float) -> T:
    """Return what `work` returns, made in a process of its own; QueryError where that takes longer.

    Oxigraph cannot be told to give up, and a thread cannot be ended: a process can.
    """
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(work, sender), daemon=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads: the child opens what it uses
        process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise QueryError(f"the query took longer than {seconds:g} seconds; --seconds gives it more")
        outcome = receiver.recv()
    except EOFError as error:
        raise QueryError("the query failed: its process ended, perhaps for lack of memory") from error
    finally:
        process.kill()
        process.join()
        receiver.close()
    if isinstance(outcome, KgError):
        raise outcome
    found: T = outcome
    return found


def _work(work: Callable[[], T], sender: "Connection") -> None:
    try:
        sender.send(work())
    except KgError as error:
        sender.send(error)
