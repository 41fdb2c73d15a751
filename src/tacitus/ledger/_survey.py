"""Incidents seen from afar: the database counts, bins and pairs them, and only what is drawn is read."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, Subquery, cast, func, select
from sqlalchemy.orm import aliased

from tacitus.ledger import _tables as t
from tacitus.ledger._database import Database
from tacitus.ledger._filters import IncidentFilter
from tacitus.ledger._incidents import conditions

PartyKey = tuple[str, str | None, str | None]
"""Name, country, sector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPoints:
    """The incidents that have a point, as columns in the order of their days. `total` counts all."""

    ids: tuple[str, ...]
    lat: tuple[float, ...]
    lon: tuple[float, ...]
    first_day: tuple[date | None, ...]
    category: tuple[str, ...]
    killed: tuple[int | None, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentCounts:
    """How many incidents have each value; of parties, each name once an incident."""

    categories: Counter[str]
    countries: Counter[str]
    actors: Counter[str]
    recipients: Counter[str]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPair:
    """In how many incidents one name acts against or towards another, and how many were killed there, where told."""

    actor: str
    recipient: str
    n: int
    killed: int | None


class Survey:
    """The incidents that a filter leaves. Each question is asked of the database when it is called."""

    def __init__(self, database: Database, where: IncidentFilter) -> None:
        self._database = database
        self._kept = tuple(conditions(where, is_sqlite=database.is_sqlite))

    def points(self) -> IncidentPoints:
        """Where they were."""
        i = t.incidents.c
        columns = (i.incident_id, i.lat, i.lon, i.first_day, i.category, i.killed_best)
        # In this order, an index gives them without their wide rows.
        statement = select(*columns).where(*self._kept, i.lat.is_not(None)).order_by(i.first_day, i.incident_id)
        with self._database.reading() as connection:
            rows = connection.execute(statement).all()
            total = self._total(connection)
        ids, lat, lon, first_day, category, killed = zip(*rows, strict=True) if rows else ((),) * len(columns)
        return IncidentPoints(
            ids=ids, lat=lat, lon=lon, first_day=first_day, category=category, killed=killed, total=total
        )

    def days(self) -> Counter[tuple[date | None, str]]:
        """How many began on each day, by category; None: undated."""
        i = t.incidents.c
        statement = select(i.first_day, i.category, func.count().label("n")).where(*self._kept)
        with self._database.reading() as connection:
            rows = connection.execute(statement.group_by(i.first_day, i.category)).all()
        return Counter({(first_day, category): n for first_day, category, n in rows})

    def counts(self) -> IncidentCounts:
        """How they are divided."""
        with self._database.reading() as connection:
            return IncidentCounts(
                categories=self._counts(connection, t.incidents.c.category),
                countries=self._counts(connection, t.incidents.c.country),
                actors=self._names(connection, "actors"),
                recipients=self._names(connection, "recipients"),
                total=self._total(connection),
            )

    def parties(self) -> Counter[PartyKey]:
        """In how many of them each party is, as actor or recipient."""
        p = t.incident_parties.c
        key = (p.name, p.country, p.sector)
        statement = select(*key, func.count(p.incident.distinct()).label("n")).where(p.incident.in_(self._numbers()))
        with self._database.reading() as connection:
            rows = connection.execute(statement.group_by(*key)).all()
        return Counter({(name, country, sector): n for name, country, sector, n in rows})

    def pairs(self) -> tuple[PartyPair, ...]:
        """Who acted against or towards whom."""
        pairs = self._pairs()
        p = pairs.c
        killed = cast(func.sum(p.killed_best), BigInteger)  # in PostgreSQL such a sum is a decimal
        statement = select(p.actor, p.recipient, func.count().label("n"), killed.label("killed"))
        statement = statement.group_by(p.actor, p.recipient)
        with self._database.reading() as connection:
            rows = connection.execute(statement.order_by(p.actor, p.recipient)).all()
        return tuple(PartyPair(actor=row.actor, recipient=row.recipient, n=row.n, killed=row.killed) for row in rows)

    def n_between(self, actors: tuple[str, ...], recipients: tuple[str, ...]) -> int:
        """How many have one of these actors and one of these recipients."""
        p = self._pairs().c
        statement = select(func.count(p.incident.distinct())).where(p.actor.in_(actors), p.recipient.in_(recipients))
        with self._database.reading() as connection:
            return connection.scalar(statement) or 0

    def ids(self) -> frozenset[str]:
        """Which they are."""
        with self._database.reading() as connection:
            return frozenset(connection.scalars(select(t.incidents.c.incident_id).where(*self._kept)))

    def count(self) -> int:
        """How many there are."""
        with self._database.reading() as connection:
            return self._total(connection)

    def _total(self, connection: Connection) -> int:
        return connection.scalar(select(func.count()).select_from(t.incidents).where(*self._kept)) or 0

    def _counts(self, connection: Connection, column: ColumnElement[Any]) -> Counter[str]:
        statement = select(column.label("value"), func.count().label("n")).where(*self._kept, column.is_not(None))
        return Counter({row.value: row.n for row in connection.execute(statement.group_by(column))})

    def _names(self, connection: Connection, role: str) -> Counter[str]:
        p = t.incident_parties.c
        statement = select(p.name, func.count(p.incident.distinct()).label("n"))
        named = statement.where(p.role == role, p.incident.in_(self._numbers())).group_by(p.name)
        return Counter({row.name: row.n for row in connection.execute(named)})

    def _numbers(self) -> Any:
        return select(t.incidents.c.id).where(*self._kept)

    def _pairs(self) -> Subquery:
        """Each incident with each pair of names in it, once."""
        actor, recipient = aliased(t.incident_parties), aliased(t.incident_parties)
        i = t.incidents.c
        return (
            select(
                i.id.label("incident"),
                i.killed_best,
                actor.c.name.label("actor"),
                recipient.c.name.label("recipient"),
            )
            .join(actor, (actor.c.incident == i.id) & (actor.c.role == "actors"))
            .join(recipient, (recipient.c.incident == i.id) & (recipient.c.role == "recipients"))
            .where(*self._kept)
            .distinct()
            .subquery()
        )
