"""Neo4j and servers that speak its protocol, through the official driver."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat
from string import Template
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg.errors import StoreError
from kg.stores.patience import wait_for
from kg.stores.statement_files import read_statement

if TYPE_CHECKING:
    from neo4j import Driver

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
ACQUIRED = 20.0  # seconds until a server has said hello
RETRIED = 20.0  # seconds in which a transaction is tried again after a passing failure
LONGEST = 150.0  # seconds until the server gives a transaction up, such as one that waits for room on its disk
PATIENCE = 180.0  # seconds until we give up a server that does not even do that; batches take one or two
OLDEST = 5  # constraints and quantified paths are written in the Cypher of Neo4j 5
FULL = "the server cannot write its log; its disk is full, or its folder not writable"
NO_NAMES: Mapping[str, str] = {}
_CODES = {
    "Neo.ClientError.Security.Unauthorized": "user name or password is wrong",
    "Neo.ClientError.Security.AuthenticationRateLimit": "too many wrong passwords; wait a few seconds",
    "Neo.ClientError.Security.Forbidden": "this user may not do that",
    "Neo.ClientError.Statement.AccessMode": "the statement writes; only kg push writes to a server",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": "this database only lets us read",
    "Neo.ClientError.Database.DatabaseNotFound": "there is no such database",
    "Neo.ClientError.Transaction.TransactionTimedOut": "the time limit is over",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": "the time limit is over",
}
_SIGNS = {  # what the driver's own errors say, in whichever line, and what it means
    "CERTIFICATE_VERIFY_FAILED": "no secure connection: its certificate is not trusted; bolt+ssc takes any",
    "encrypted connection": "no secure connection: the server offers none there; bolt:// does without",
    "SSL": "no secure connection: the server offers none there; bolt:// does without",
    "timed out": "no answer in time",
    "defunct connection": "the connection was lost",
    "Couldn't connect": "no server answers there",
    "Connection refused": "no server answers there",
    "getaddrinfo": "no server answers there",
    "Unable to retrieve routing information": "no server answers there, or none with this database; try bolt://",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """Who speaks to a server; never printed."""

    user: str
    password: str

    def __repr__(self) -> str:
        return "Login(...)"


class Neo4jStore:
    """A connection to one database of a server; use it in a `with` block."""

    def __init__(self, uri: str, login: Login | None, database: str | None = None) -> None:
        """Connect and say hello. Raises StoreError where nothing, or no server we know, answers."""
        from neo4j import GraphDatabase, NotificationMinimumSeverity

        refuse_credentials(uri)
        logging.getLogger("neo4j").addHandler(logging.NullHandler())  # it would print what is said in one line below
        self.uri = uri
        self._database = database
        self._is_stuck = False
        auth = None if login is None else (login.user, login.password)
        with self._explained():
            self._driver: Driver = GraphDatabase.driver(
                uri,
                auth=auth,
                connection_timeout=10,
                connection_acquisition_timeout=ACQUIRED,
                max_transaction_retry_time=RETRIED,
                user_agent="kg",
                notifications_min_severity=NotificationMinimumSeverity.OFF,  # hints on statements, printed on stderr
            )
        try:
            with self._explained():
                agent = self._driver.get_server_info().agent
            refuse_old(uri, agent)
        except BaseException:
            self._driver.close()
            raise

    def __enter__(self) -> "Neo4jStore":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._is_stuck:  # closing would wait for the same answer
            self._driver.close()

    def write(
        self,
        statement: str,
        rows: Sequence[object] = (),
        *,
        columns: Sequence[str] = (),
        names: Mapping[str, str] = NO_NAMES,
        again: str | None = None,
    ) -> None:
        """Run a statement file in a transaction of its own, which the driver repeats after a passing failure.

        Where the connection was lost nobody knows whether the server had done it: a statement that may not be done
        twice has another, `again`, that is repeated in its stead.
        """
        texts = chain(
            (statement_of(statement, columns, names),), repeat(statement_of(again or statement, columns, names))
        )
        from neo4j import ManagedTransaction, unit_of_work

        @unit_of_work(timeout=LONGEST)
        def work(transaction: ManagedTransaction) -> None:
            transaction.run(next(texts), {"rows": rows}).consume()

        def send() -> None:
            with self._driver.session(database=self._database) as session:
                session.execute_write(work)

        with self._explained():
            self._is_stuck = not wait_for(send, PATIENCE)
        if self._is_stuck:
            raise StoreError(f"{self.uri}: no answer to a batch within {PATIENCE:.0f} s; is the server's disk full?")

    def read(self, statement: str, rows: Sequence[object] = ()) -> Iterator[dict[str, Any]]:
        """Yield the rows of a statement file."""
        yield from self.query(statement_of(statement), {"rows": rows})

    def query(
        self, text: str, parameters: Mapping[str, object], *, limit: int | None = None, seconds: float | None = None
    ) -> Iterator[dict[str, Any]]:
        """Yield the rows of a query that reads, at most `limit`; StoreError where it writes or takes too long."""
        from neo4j import READ_ACCESS, Query

        query = Query(text, timeout=seconds)
        with (
            self._explained(),
            self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session,
        ):
            for number, record in enumerate(session.run(query, dict(parameters))):
                if limit is not None and number >= limit:
                    return
                yield record.data()

    def is_reading(self, text: str, parameters: Mapping[str, object]) -> bool:
        """Whether a query only reads, as the server's own EXPLAIN says; it is not run."""
        from neo4j import READ_ACCESS

        with (
            self._explained(),
            self._driver.session(database=self._database, default_access_mode=READ_ACCESS) as session,
        ):
            summary = session.run(f"EXPLAIN {text}", dict(parameters)).consume()
        return summary.query_type == "r"

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn the driver's errors into one line that says which server and what to do."""
        from neo4j.exceptions import DriverError, Neo4jError

        try:
            yield
        except Neo4jError as error:
            said = (error.message or str(error)).splitlines()[0]
            text = FULL if "Could not append transaction" in said else _CODES.get(error.code or "", said)
            raise StoreError(f"{self.uri}: {text}") from error
        except (DriverError, ValueError, OSError) as error:
            raise StoreError(f"{self.uri}: {explain_driver(error)}") from error


@cache
def _template(name: str) -> str:
    return read_statement(f"{name}.cypher")


def statement_of(name: str, columns: Sequence[str] = (), names: Mapping[str, str] = NO_NAMES) -> str:
    """Return the text of a statement file, with its labels, types and properties, which cannot be parameters.

    The properties are the last values of each row, after those that the statement itself takes.
    """
    text = _template(name)
    first = len(set(re.findall(r"row\[\d\]", text)))
    listed = "".join(f", {_quote(column)}: row[{number}]" for number, column in enumerate(columns, first))
    return Template(text).safe_substitute({key: _quote(value) for key, value in names.items()}, columns=listed)


def _quote(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def refuse_credentials(uri: str) -> None:
    """Raise StoreError where a URI holds a password: it would stay in the shell's history."""
    if re.match(r"[a-z+]+://[^/]*@", uri):
        raise StoreError("no user name or password in the address: set KG_USER and KG_PASSWORD, or be asked for them")


def refuse_old(uri: str, agent: str) -> None:
    """Raise StoreError for a Neo4j before version 5; other servers of the protocol are tried."""
    found = re.match(r"Neo4j/(\d+)\.", agent)
    if found and int(found[1]) < OLDEST:
        raise StoreError(f"{uri}: {agent} is too old; kg needs Neo4j {OLDEST} or later")


def explain_driver(error: BaseException) -> str:
    """Return one line for an error of the driver itself: nothing answers, or not the server we asked for."""
    told = "\n".join(_told(error))
    for sign, line in _SIGNS.items():
        if sign in told:
            return line
    return told.partition("\n")[0]


def _told(error: BaseException | None) -> Iterator[str]:
    """Yield what an error says, and those that led to it."""
    while error is not None:
        yield str(error) or type(error).__name__
        error = error.__cause__ or error.__context__
