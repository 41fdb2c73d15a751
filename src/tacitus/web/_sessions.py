"""Who is logged in. The browser holds a random token, the database only its digest."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Engine, delete, insert, or_, select, update

from tacitus.web._account_tables import people, sessions
from tacitus.web._shapes import Person, Role

IDLE: Final = timedelta(hours=12)
"""A working day: longer than a lunch, shorter than a night with the laptop left open."""

AT_MOST: Final = timedelta(days=7)
_SEEN_EVERY: Final = timedelta(minutes=1)


class Sessions:
    """Sessions of the accounts in one database."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def begin(self, person: Person) -> str:
        """A new session's token; sessions that ran out are swept away."""
        token, now = secrets.token_urlsafe(32), datetime.now(UTC)
        with self.engine.begin() as connection:
            connection.execute(delete(sessions).where(_run_out(now)))
            row = {"digest": _digest(token), "name": person.name, "since": now, "seen": now}
            connection.execute(insert(sessions).values(row))
        return token

    def person(self, token: str) -> Person | None:
        """Whose session this is, with the role that the account has now."""
        now, digest = datetime.now(UTC), _digest(token)
        query = select(people.c.name, people.c.role, people.c.since, sessions.c.seen).join_from(sessions, people)
        with self.engine.connect() as connection:
            row = connection.execute(query.where(sessions.c.digest == digest, ~_run_out(now))).one_or_none()
        if row is None:
            return None
        if now - row.seen > _SEEN_EVERY:
            with self.engine.begin() as connection:
                connection.execute(update(sessions).where(sessions.c.digest == digest).values(seen=now))
        return Person(name=row.name, role=Role(row.role), since=row.since)

    def end(self, token: str) -> None:
        """Logged out."""
        with self.engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.digest == _digest(token)))


def csrf_of(secret: str) -> str:
    """The token that a page of this session sends along; no page of another site can read or guess it."""
    return hmac.new(secret.encode(), b"tacitus csrf", hashlib.sha256).hexdigest()


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _run_out(now: datetime):  # type: ignore[no-untyped-def]
    return or_(sessions.c.seen < now - IDLE, sessions.c.since < now - AT_MOST)
