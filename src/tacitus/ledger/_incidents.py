"""Asking for incidents."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Subquery, and_, func, or_, select
from sqlalchemy.orm import aliased

from tacitus.errors import LedgerLookupError
from tacitus.export import Entry
from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._database import Database
from tacitus.ledger._events import events_statement, read_rows
from tacitus.ledger._filters import IncidentFilter, IncidentOrder
from tacitus.ledger._incident_rows import incident_of
from tacitus.ledger._linking import claims_of, links
from tacitus.ledger._listing import Listing, entry_of_whole
from tacitus.ledger._query import Sort
from tacitus.ledger._records import EventRow, IncidentPage, IncidentRow, WholeIncident
from tacitus.ledger._search import matches
from tacitus.ledger._verdicts import verdicts
from tacitus.model import Incident

ANSWERS: Final = "responds_to"
_CHUNK: Final = 500


def query(database: Database, where: IncidentFilter, order: IncidentOrder) -> Listing[IncidentRow]:
    """The incidents that a filter leaves, in an order."""
    # The rows are wide, with a record each: an index serves the sorting alone, and few rows are read.
    statement = select(t.incidents.c.id).where(*conditions(where, is_sqlite=database.is_sqlite))
    return Listing(database, statement, _sort(order), _read, whole=_whole, entries=_entries)


def _read(_: Connection, rows: Sequence[RowMapping]) -> tuple[IncidentRow, ...]:
    return tuple(map(_incident_row, rows))


def _entries(connection: Connection, rows: tuple[IncidentRow, ...]) -> Iterator[Entry]:
    return map(entry_of_whole, wholes(connection, rows))


def wholes(connection: Connection, rows: tuple[IncidentRow, ...]) -> Iterator[WholeIncident]:
    """The incidents of these rows with their claims and the events that tell of them, in the same order."""
    numbers = [int(row.version) for row in rows]
    claims, told = claims_of(connection, numbers), _events(connection, numbers)
    for number, row in zip(numbers, rows, strict=True):
        yield WholeIncident(incident=replace(row.incident, claims=claims[number]), events=told[number])


def conditions(where: IncidentFilter, *, is_sqlite: bool) -> Iterator[ColumnElement[bool]]:
    """A filter as conditions on `incidents`; those that no longer hold are always left out."""
    i = t.incidents.c
    yield i.until.is_(None)
    listed = (
        (i.kind, where.kinds),
        (i.category, where.categories),
        (i.country, where.countries),
        (i.realis, where.realis),
    )
    yield from (column.in_([str(value) for value in values]) for column, values in listed if values)
    if where.ids is not None:
        yield i.incident_id.in_(where.ids)
    yield from _of_numbers(where)
    yield from _of_parties(where)
    if where.box is not None:
        yield _inside(where.box)
    if where.query is not None:
        # From the reports found to their incidents, not from every incident to its reports.
        found = select(t.reports.c.id).where(matches(where.query, is_sqlite=is_sqlite))
        yield i.id.in_(select(t.incident_events.c.incident).where(t.incident_events.c.report_id.in_(found)))


def page(connection: Connection, incident_id: str) -> IncidentPage:
    """One incident with its claims, events and links.

    Raises:
        LedgerLookupError: no incident has this id now.
    """
    statement = select(t.incidents).where(t.incidents.c.incident_id == incident_id, t.incidents.c.until.is_(None))
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise LedgerLookupError(
            f"{LedgerLookupError.code}: the ledger has no incident {incident_id!r} now; linking may have joined or "
            "parted it since, and `tacitus incident LEDGER` lists those that hold"
        )
    incident = incident_of(row["record"], claims_of(connection, (row["id"],))[row["id"]])
    members = _members(connection, row["id"])
    return IncidentPage(
        row=_incident_row(row),
        incident=incident,
        events=_events(connection, (row["id"],))[row["id"]],
        links=tuple(links(connection, members)),
        verdicts=verdicts(connection, set(incident.events)),
        answered_by=_answered_by(connection, incident_id),
    )


def _of_numbers(where: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    i = t.incidents.c
    if where.from_ is not None:
        yield i.last_day >= where.from_
    if where.to is not None:
        yield i.first_day <= where.to
    if where.min_killed is not None:
        yield i.killed_best >= where.min_killed
    if where.min_reports is not None:
        yield i.n_reports >= where.min_reports
    if where.contradicting is not None:
        yield i.contradicts.is_(where.contradicting)
    if where.in_chain:
        yield is_in_chain()


def is_in_chain() -> ColumnElement[bool]:
    """Of incidents that answer another or are answered."""
    i, relation, answer = t.incidents.c, t.incident_relations.c, aliased(t.incidents)
    answers = select(relation.incident).where(relation.relation == ANSWERS)
    answered = (
        select(relation.other)
        .join(answer, answer.c.id == relation.incident)
        .where(relation.relation == ANSWERS, answer.c.until.is_(None))
    )
    return or_(i.id.in_(answers), i.incident_id.in_(answered))


def _of_parties(where: IncidentFilter) -> Iterator[ColumnElement[bool]]:
    # An alias, since the statement around may be about parties itself.
    p = aliased(t.incident_parties).c
    asked = ((where.actor, ("actors",)), (where.recipient, ("recipients",)), (where.party, ("actors", "recipients")))
    for name, roles in asked:
        if name is not None:
            named = select(p.incident).where(p.role.in_(roles), func.lower(p.name) == func.lower(name))
            yield t.incidents.c.id.in_(named)


def _inside(box: tuple[float, float, float, float]) -> ColumnElement[bool]:
    west, south, east, north = box
    lon = t.incidents.c.lon
    # A box may lie over the date line.
    between = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return and_(t.incidents.c.lat.between(south, north), between)


def _members(connection: Connection, number: int) -> list[tuple[int, str]]:
    own = t.incident_events.c
    statement = select(own.report_id, own.event_id).where(own.incident == number).order_by(own.ordinal)
    return [(report_id, event_id) for report_id, event_id in connection.execute(statement)]


def _events(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[EventRow, ...]]:
    """The events of each incident, the one told first at the head."""
    own = t.incident_events.c
    found: dict[int, list[RowMapping]] = {number: [] for number in numbers}
    for chunk in chunks(numbers, _CHUNK):
        statement = events_statement().join(
            t.incident_events,
            and_(own.report_id == t.events.c.report_id, own.event_id == t.events.c.event_id, own.incident.in_(chunk)),
        )
        ordered = statement.add_columns(own.incident.label("told_of")).order_by(own.incident, own.ordinal)
        for row in connection.execute(ordered).mappings():
            found[row["told_of"]].append(row)
    return {number: read_rows(connection, rows) for number, rows in found.items()}


def _answered_by(connection: Connection, incident_id: str) -> tuple[str, ...]:
    relation = t.incident_relations.c
    statement = (
        select(t.incidents.c.incident_id)
        .join(t.incident_relations, relation.incident == t.incidents.c.id)
        .where(relation.other == incident_id, relation.relation == ANSWERS, t.incidents.c.until.is_(None))
        .order_by(t.incidents.c.incident_id)
    )
    return tuple(connection.scalars(statement))


def _whole(kept: Subquery) -> Select[Any]:
    return select(t.incidents).join(kept, kept.c.id == t.incidents.c.id)


def _incident_row(row: RowMapping) -> IncidentRow:
    incident: Incident = incident_of(row["record"])
    return IncidentRow(
        incident=incident,
        first_day=row["first_day"],
        last_day=row["last_day"],
        n_reports=row["n_reports"],
        n_events=row["n_events"],
        contradicting=tuple(row["contradicting"]),
        version=str(row["id"]),
    )


def _sort(order: IncidentOrder) -> Sequence[Sort]:
    i = t.incidents.c
    first: dict[IncidentOrder, Sort] = {
        IncidentOrder.NEWEST: Sort(name="day", column=i.last_day, descending=True, nullable=True),
        IncidentOrder.OLDEST: Sort(name="day", column=i.last_day, nullable=True),
        IncidentOrder.KILLED: Sort(name="killed", column=i.killed_best, descending=True, nullable=True),
        IncidentOrder.REPORTS: Sort(name="n_reports", column=i.n_reports, descending=True),
    }
    return first[order], Sort(name="id", column=i.id, descending=first[order].descending)
