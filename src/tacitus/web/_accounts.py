"""Accounts, sessions and failed logins, in a database of their own that no export ever opens.

Beside a SQLite ledger stands a file, so that the ledger can be handed on without anybody's password; in PostgreSQL
they are tables of their own in the ledger's database.
"""

import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from sqlalchemy import URL, Engine, create_engine, delete, insert, make_url, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from tacitus.ledger import Ledger
from tacitus.web._account_tables import metadata, people, sessions
from tacitus.web._faults import AccountError
from tacitus.web._passwords import fits, hashed, outdated
from tacitus.web._shapes import Person, Role

SUFFIX: Final = ".accounts"
_ADDRESS: Final = "://"
_NAME: Final = re.compile(r"[^\W_][\w.@-]{0,63}")


class Accounts:
    """The people who may log in, safe to share between threads and processes."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        metadata.create_all(engine)

    @classmethod
    def beside(cls, ledger: str) -> Self:
        """The accounts that belong to a ledger, given as a path or as an address; made where there are none.

        Raises:
            AccountError: its accounts cannot be kept there.
            LedgerError: there is no such ledger, or it cannot be opened.
        """
        with Ledger.open(ledger, create=False) as opened:
            name = opened.name  # its path, or its address without the password
        try:
            return cls(_in_database(ledger) if _ADDRESS in name else _beside(Path(name)))
        except (OSError, DBAPIError) as fault:
            reason = getattr(fault, "strerror", None) or str(getattr(fault, "orig", fault)).partition("\n")[0]
            raise AccountError(
                f"{AccountError.code}: the accounts of {name} cannot be opened ({reason}); "
                "check the path and the rights"
            ) from fault

    def add(self, name: str, password: str, role: Role) -> None:
        """A new account.

        Raises:
            AccountError: the name is taken or cannot be one, or the password is too short.
        """
        if not _NAME.fullmatch(name):
            raise AccountError(
                f"{AccountError.code}: {name!r} cannot be a name; take letters, digits and . @ - _, 64 at most"
            )
        row = {"name": name, "role": role, "password": hashed(password), "since": datetime.now(UTC)}
        try:
            with self.engine.begin() as connection:
                connection.execute(insert(people).values(row))
        except IntegrityError:
            raise AccountError(
                f"{AccountError.code}: there is an account {name!r}; take another name, or `tacitus users passwd`"
            ) from None

    def all(self) -> tuple[Person, ...]:
        """Every account, by name."""
        with self.engine.connect() as connection:
            rows = connection.execute(select(people.c.name, people.c.role, people.c.since).order_by(people.c.name))
            return tuple(Person(name=name, role=Role(role), since=since) for name, role, since in rows)

    def set_password(self, name: str, password: str) -> None:
        """Another password; whoever is logged in under this name is logged out."""
        self._change(name, password=hashed(password))

    def set_role(self, name: str, role: Role) -> None:
        """Another role; whoever is logged in under this name has to log in again."""
        self._change(name, role=role)

    def remove(self, name: str) -> None:
        """No account any more. What the person decided stays in the ledger under their name."""
        with self.engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.name == name))
            if not connection.execute(delete(people).where(people.c.name == name)).rowcount:
                raise _unknown(name)

    def checked(self, name: str, password: str) -> Person | None:
        """The person with this name and password. Takes as long for a name that does not exist."""
        with self.engine.connect() as connection:
            row = connection.execute(select(people).where(people.c.name == name)).one_or_none()
        if not fits(password, row.password if row else None) or row is None:
            return None
        if outdated(row.password):
            with self.engine.begin() as connection:
                connection.execute(update(people).where(people.c.name == name).values(password=hashed(password)))
        return Person(name=row.name, role=Role(row.role), since=row.since)

    def _change(self, name: str, **values: str) -> None:
        with self.engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.name == name))
            if not connection.execute(update(people).where(people.c.name == name).values(**values)).rowcount:
                raise _unknown(name)


def _in_database(address: str) -> Engine:
    url = make_url(address).set(drivername="postgresql+psycopg")
    return create_engine(url, pool_pre_ping=True, hide_parameters=True)


def _beside(ledger: Path) -> Engine:
    path = ledger.with_name(ledger.name + SUFFIX)
    # Made before SQLite makes it, so that nobody else can read it even for a moment.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    url = URL.create("sqlite", database=str(path))
    return create_engine(url, connect_args={"timeout": 10}, hide_parameters=True)


def _unknown(name: str) -> AccountError:
    return AccountError(f"{AccountError.code}: there is no account {name!r}; `tacitus users list` shows them")
