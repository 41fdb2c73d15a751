"""What a database says when it cannot go on, as one clear line."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from tacitus.errors import LedgerAccessError, LedgerError, LedgerFormatError

_SAFE: Final = "what was committed is safe, and the same command goes on from there"

# The primary result codes of SQLite, which are the low byte of the extended ones.
_SQLITE: Final = {
    sqlite3.SQLITE_BUSY: (LedgerAccessError, f"is locked by another process; {_SAFE}"),
    sqlite3.SQLITE_LOCKED: (LedgerAccessError, f"is locked by another process; {_SAFE}"),
    sqlite3.SQLITE_FULL: (LedgerAccessError, f"cannot grow, the disk is full; free some space: {_SAFE}"),
    sqlite3.SQLITE_IOERR: (LedgerAccessError, f"cannot be read or written; check the disk and its space: {_SAFE}"),
    # For reading, too, SQLite keeps a file beside it.
    sqlite3.SQLITE_READONLY: (LedgerAccessError, "or its folder is read-only; copy it to where you may write"),
    sqlite3.SQLITE_CANTOPEN: (LedgerAccessError, "cannot be opened; check the path and the rights"),
    sqlite3.SQLITE_PERM: (LedgerAccessError, "cannot be opened; check the rights"),
    sqlite3.SQLITE_NOTADB: (LedgerFormatError, "is no SQLite file; name one that `tacitus code --ledger` made"),
    sqlite3.SQLITE_CORRUPT: (LedgerFormatError, "is damaged; restore it from a copy, or recover it with `sqlite3`"),
}

# SQLSTATEs of PostgreSQL by their beginning, the longer first: https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: Final = (
    ("53100", "has no disk space left; free some"),
    ("55P03", "is locked by another process"),
    ("57014", "took too long to answer"),
    ("42501", "refuses: this account may not do that; ask for the right to create and write tables"),
    ("25006", "is read-only"),
    ("28", "refuses the login; check name and password"),
    ("3D000", "has no database of that name; make it with `createdb`"),
    ("08", "cannot be reached, or dropped the connection"),
    ("53", "has no resources left"),
    ("57", "shut down or dropped the connection"),
    ("40", "stopped the transaction because of another one"),
)


@contextmanager
def told(name: str) -> Iterator[None]:
    """A fault of the database ends the block as a LedgerError that names the ledger and says what to do."""
    try:
        yield
    except SQLAlchemyError as fault:
        if (error := _error(name, fault)) is None:
            raise  # a mistake of ours, which must not be dressed up
        raise error from fault


def _error(name: str, fault: SQLAlchemyError) -> LedgerError | None:
    cause = fault.orig if isinstance(fault, DBAPIError) else None
    if isinstance(cause, sqlite3.Error):
        return _of_sqlite(name, cause)
    if cause is not None and type(cause).__module__.startswith("psycopg"):
        return _of_postgresql(name, cause)
    return None


def _of_sqlite(name: str, cause: sqlite3.Error) -> LedgerError | None:
    # A few errors of the driver itself carry no code.
    found = _SQLITE.get(getattr(cause, "sqlite_errorcode", 0) & 0xFF)
    return None if found is None else found[0](f"{found[0].code}: {name} {found[1]}")


def _of_postgresql(name: str, cause: BaseException) -> LedgerError | None:
    state = getattr(cause, "sqlstate", None)
    if state is None:
        # No answer at all: psycopg knows only what the connection said.
        if type(cause).__name__ not in {"OperationalError", "ConnectionTimeout", "InterfaceError"}:
            return None
        state = "08"
    for beginning, words in _POSTGRESQL:
        if state.startswith(beginning):
            said = str(cause).strip().split("\n")[0]
            return LedgerAccessError(f"{LedgerAccessError.code}: {name} {words} ({said}); {_SAFE}")
    return None
