"""Asking for events."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Subquery, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from tacitus.export import Entry
from tacitus.ledger import _tables as t
from tacitus.ledger._database import Database
from tacitus.ledger._filters import EventFilter, EventOrder, ReportFilter
from tacitus.ledger._listing import Listing, entry_of_row
from tacitus.ledger._query import Sort
from tacitus.ledger._records import EventRow, ReviewState
from tacitus.ledger._rows import event_of
from tacitus.ledger._search import matches
from tacitus.model import EventKey

_original = aliased(t.reports, name="original")
_PARTIES: Final = ("actors", "recipients")


def events_statement() -> Select[Any]:
    """The rows of events with what is shown of their reports, before any condition."""
    e, r = t.events.c, t.reports.c
    ruled = case((t.decisions.c.action == "reject", t.decisions.c.before), else_=t.decisions.c.after)
    return (
        select(
            e.report_id,
            e.event_id,
            e.state,
            e.version,
            r.doc_id,
            r.title,
            r.source,
            r.published,
            r.url,
            _original.c.doc_id.label("same_as"),
            ruled.label("ruled"),
            t.coded_events.c.record,
            t.incidents.c.incident_id,
        )
        .select_from(t.events)
        .join(t.reports, r.id == e.report_id)
        .outerjoin(_original, _original.c.id == r.same_as)
        .outerjoin(t.decisions, t.decisions.c.id == e.decision_id)
        .outerjoin(
            t.coded_events,
            (t.coded_events.c.coding_id == e.coding_id) & (t.coded_events.c.event_id == e.event_id),
        )
        .outerjoin(t.incidents, t.incidents.c.id == _incident_of(e.report_id, e.event_id))
    )


def parties(connection: Connection, since: int) -> frozenset[tuple[str, str | None, str | None]]:
    """Whom the events name, of reports about which something is new after a change."""
    e, c = t.evidence.c, t.changes.c
    statement = select(e.name, e.country, e.sector).where(e.field.in_(_PARTIES)).distinct()
    if since:
        statement = statement.where(e.report_id.in_(select(c.report_id).where(c.sequence > since)))
    return frozenset((name, country, sector) for name, country, sector in connection.execute(statement))


def query(database: Database, where: EventFilter, order: EventOrder) -> Listing[EventRow]:
    """The events that a filter leaves, in an order."""
    e = t.events.c
    statement = select(e.report_id, e.event_id).where(*conditions(where, is_sqlite=database.is_sqlite))
    return Listing(database, statement, _sort(order), read_rows, whole=_whole, entries=_entries)


def read_rows(_: Connection, rows: Sequence[RowMapping]) -> tuple[EventRow, ...]:
    """The rows of `events_statement` as values."""
    return tuple(map(_event_row, rows))


def _entries(_: Connection, rows: tuple[EventRow, ...]) -> Iterator[Entry]:
    return map(entry_of_row, rows)


def conditions(where: EventFilter, *, is_sqlite: bool) -> Iterator[ColumnElement[bool]]:
    """A filter as conditions on `events`."""
    e = t.events.c
    if on_reports := tuple(on_report(where, is_sqlite=is_sqlite)):
        yield e.report_id.in_(select(t.reports.c.id).where(*on_reports))
    yield e.state.in_([state.value for state in where.states])
    for column, values in ((e.category, where.categories), (e.country, where.countries), (e.realis, where.realis)):
        if values:
            yield column.in_([str(value) for value in values])
    if where.from_ is not None:
        yield func.coalesce(e.last_day, e.published) >= where.from_
    if where.to is not None:
        yield func.coalesce(e.first_day, e.published) <= where.to
    if where.min_confidence is not None:
        # What a person looked at is surer than any program.
        yield or_(e.confidence >= where.min_confidence, e.state != ReviewState.OPEN.value)
    if where.max_confidence is not None:
        yield e.confidence <= where.max_confidence
    if where.party is not None:
        yield _has_party(where.party)


def on_report(where: EventFilter | ReportFilter, *, is_sqlite: bool) -> Iterator[ColumnElement[bool]]:
    """What filters ask of the report itself."""
    r = t.reports.c
    if where.query is not None:
        yield matches(where.query, is_sqlite=is_sqlite)
    if where.doc_ids is not None:
        yield r.doc_id.in_(where.doc_ids)
    if where.source is not None:
        yield r.source == where.source
    if where.republished is not None:
        yield r.same_as.is_not(None) if where.republished else r.same_as.is_(None)


def _has_party(name: str) -> ColumnElement[bool]:
    v = t.evidence.c
    return exists().where(
        v.report_id == t.events.c.report_id,
        v.event_id == t.events.c.event_id,
        v.field.in_(_PARTIES),
        func.lower(v.name) == func.lower(name),
    )


def _incident_of(report_id: ColumnElement[int], event_id: ColumnElement[str]) -> ColumnElement[int]:
    """The row of the incident that an event now belongs to."""
    own, kept = aliased(t.incident_events), aliased(t.incidents)
    return (
        select(own.c.incident)
        .join(kept, kept.c.id == own.c.incident)
        .where(own.c.report_id == report_id, own.c.event_id == event_id, kept.c.until.is_(None))
        .correlate(t.events)
        .scalar_subquery()
    )


def _whole(kept: Subquery) -> Select[Any]:
    e = t.events.c
    return events_statement().join(kept, and_(kept.c.report_id == e.report_id, kept.c.event_id == e.event_id))


def _event_row(row: RowMapping) -> EventRow:
    record: Mapping[str, Any] = row["ruled"] or row["record"]
    return EventRow(
        key=EventKey(doc_id=row["doc_id"], event_id=row["event_id"]),
        state=ReviewState(row["state"]),
        event=event_of(record),
        incident_id=row["incident_id"],
        version=row["version"],
        title=row["title"],
        source=row["source"],
        published=row["published"],
        url=row["url"],
        same_as=row["same_as"],
    )


def _sort(order: EventOrder) -> tuple[Sort, ...]:
    e = t.events.c
    report = (Sort(name="report_id", column=e.report_id), Sort(name="ordinal", column=e.ordinal))
    first = {
        EventOrder.REPORT: (),
        EventOrder.LEAST_CONFIDENT: (Sort(name="confidence", column=e.confidence, nullable=True),),
        EventOrder.NEWEST: (Sort(name="day", column=e.published, descending=True, nullable=True),),
        EventOrder.OLDEST: (Sort(name="day", column=e.published, nullable=True),),
    }
    return (*first[order], *report)
