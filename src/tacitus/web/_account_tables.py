"""The tables of accounts; none of them is the ledger's."""

from datetime import UTC, datetime

from sqlalchemy import Column, DateTime, Dialect, ForeignKey, Integer, MetaData, String, Table
from sqlalchemy.types import TypeDecorator


class Instant(TypeDecorator[datetime]):
    """An instant in UTC; SQLite keeps no time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """The instant with its zone again."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


metadata = MetaData()

people = Table(
    "tacitus_people",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", String(200), nullable=False),
    Column("since", Instant, nullable=False),
)

sessions = Table(
    "tacitus_sessions",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("name", String(64), ForeignKey("tacitus_people.name"), nullable=False, index=True),
    Column("since", Instant, nullable=False),
    Column("seen", Instant, nullable=False),
)

attempts = Table(
    "tacitus_attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("what", String(200), nullable=False, index=True),
    Column("at", Instant, nullable=False, index=True),
)
