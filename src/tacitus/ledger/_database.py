"""Connections and transactions: what differs between SQLite and PostgreSQL, apart from search."""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from tacitus.errors import LedgerAccessError, LedgerUseError
from tacitus.ledger._faults import told

BUSY_S: Final = 120
"""How long to wait for another writer. Set, not swept: a batch of 50 reports with 400 events holds the lock for 0.2 to
0.4 s (docs/ledger.md), keeping what the first linking of a large ledger found for longer."""

_TAKES_LOCK: Final = "tacitus_takes_lock"
_LOCK: Final = 0x7AC17
"""The number of our advisory lock in PostgreSQL: one writer at a time, as in SQLite."""

_SCHEMES: Final = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


class Database:
    """An engine, and the name by which messages call the ledger: its path, or its URL without the password."""

    def __init__(self, where: str | Path) -> None:
        url = _url(where)
        self.is_sqlite = url.get_backend_name() == "sqlite"
        shown = url.set(drivername=url.get_backend_name())
        self.name = url.database or "" if self.is_sqlite else shown.render_as_string(hide_password=True)
        self.path = Path(self.name) if self.is_sqlite else None
        self.engine = _engine(url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger throughout, and writes nothing."""
        with told(self.name), self._connection(**self._reads) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that is the only one to write. It is whole at the end of the block, or was never there.

        One writer at a time makes the order of changes that of their becoming visible, and lets a writer trust what
        it has read.
        """
        with told(self.name), self._connection(**self._writes) as connection, connection.begin():
            if not self.is_sqlite:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_S}s'")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield connection

    @property
    def _reads(self) -> dict[str, Any]:
        return {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    @property
    def _writes(self) -> dict[str, Any]:
        # Alone under the lock, each statement sees what was committed before it; an earlier snapshot would not.
        return {_TAKES_LOCK: True} if self.is_sqlite else {"isolation_level": "READ COMMITTED"}

    @contextmanager
    def _connection(self, **options: Any) -> Iterator[Connection]:
        with self.engine.connect() as connection:
            yield connection.execution_options(**options)


def _url(where: str | Path) -> URL:
    if not str(where).strip():
        # SQLite takes it for a database in memory, in which all would be lost.
        raise LedgerUseError(f"{LedgerUseError.code}: no name is no place for a ledger; give the path of a file")
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where)
    except ArgumentError:
        url = URL.create("")
    scheme = url.drivername.partition("+")[0]
    if scheme == "sqlite" and url.database:
        return URL.create("sqlite", database=url.database)
    if scheme not in _SCHEMES:
        # The text may hold a password: only what stands before it is repeated.
        raise LedgerUseError(
            f"{LedgerUseError.code}: {where.partition(':')[0]}:// is no place for a ledger; give the path of a file, "
            "or postgresql://USER@HOST/DATABASE"
        )
    return url.set(drivername=_SCHEMES[scheme])


def _engine(url: URL) -> Engine:
    options: dict[str, Any] = {
        "json_serializer": json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode,
        "hide_parameters": True,  # report texts stay out of messages and logs
    }
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": BUSY_S}, **options)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        # A connection that the server dropped while it lay idle is found out and made anew.
        return create_engine(url, pool_pre_ping=True, **options)
    except ModuleNotFoundError as fault:
        raise LedgerAccessError(
            f"{LedgerAccessError.code}: a ledger on PostgreSQL needs psycopg; install it with "
            "`pip install 'tacitus[postgresql]'`"
        ) from fault


def _set_up_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we begin transactions ourselves, below
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "temp_store=MEMORY", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    connection.create_function("lower", 1, _lower, deterministic=True)
    _turn_to_wal(connection)


def _lower(words: str | None) -> str | None:
    """In place of SQLite's own, which knows the capitals of ASCII alone."""
    return None if words is None else words.lower()


def _turn_to_wal(connection: sqlite3.Connection) -> None:
    """Readers go on while one writes. Two processes that turn at once do not wait for each other: try again."""
    until = time.monotonic() + BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: one that reads first and then wants to write may find that it read too early.
    writes = connection.get_execution_options().get(_TAKES_LOCK)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
