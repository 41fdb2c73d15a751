"""Failed logins, counted over all processes of a server."""

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Connection, Engine, delete, func, insert, or_, select

from tacitus.web._account_tables import attempts
from tacitus.web._faults import TooManyAttemptsError

WINDOW: Final = timedelta(minutes=15)

LIMITS: Final = (5, 30, 60)
"""Within the window: by name and address, by address, by name. A person mistypes a few times; a name alone is allowed
more, so that a stranger who knows it can hardly lock its owner out."""


class Attempts:
    """Counts attempts by name, by address, and by both; one that succeeds is taken back."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def begin(self, name: str, address: str) -> tuple[int, ...]:
        """Count an attempt before its password is looked at, so that many at once count as well; its numbers.

        Raises:
            TooManyAttemptsError: one of the limits is reached; the text says how long to wait.
        """
        now = datetime.now(UTC)
        with self.engine.begin() as connection:
            connection.execute(delete(attempts).where(attempts.c.at < now - WINDOW))
            for key, limit in zip(_keys(name, address), LIMITS, strict=True):
                _check(connection, key, limit)
            rows = [{"what": key, "at": now} for key in _keys(name, address)]
            return tuple(
                connection.execute(insert(attempts).values(row).returning(attempts.c.id)).scalar_one() for row in rows
            )

    def succeeded(self, name: str, address: str, numbers: tuple[int, ...]) -> None:
        """A login that worked does not count, nor does what this name failed from this address before."""
        both = _keys(name, address)[0]
        with self.engine.begin() as connection:
            connection.execute(delete(attempts).where(or_(attempts.c.id.in_(numbers), attempts.c.what == both)))


def _check(connection: Connection, key: str, limit: int) -> None:
    query = select(func.count(), func.min(attempts.c.at)).where(attempts.c.what == key)
    n, first = connection.execute(query).one()
    if n >= limit:
        wait_s = max(1, int((first + WINDOW - datetime.now(UTC)).total_seconds()))
        minutes = -(-wait_s // 60)
        raise TooManyAttemptsError(
            f"{TooManyAttemptsError.code}: too many failed logins; try again in {minutes} min", wait_s=wait_s
        )


def _keys(name: str, address: str) -> tuple[str, str, str]:
    return f"{name[:64]} {address}", f"address {address}", f"name {name[:64]}"
