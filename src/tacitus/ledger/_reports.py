"""Asking for reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, exists, func, select
from sqlalchemy.orm import aliased

from tacitus.errors import LedgerLookupError
from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._current import Standing, current, state_of
from tacitus.ledger._database import Database
from tacitus.ledger._events import on_report
from tacitus.ledger._filters import ReportFilter, ReportOrder
from tacitus.ledger._query import Query, Sort
from tacitus.ledger._records import Appearance, Decision, ReportRow, ReportState, ReviewedEvent, ReviewedReport
from tacitus.ledger._rows import VERSIONS, report_of, version_of, versions_of
from tacitus.ledger._samples import seen
from tacitus.model import EventKey

_CHUNK: Final = 500
"""Ids in one statement; databases limit how much one may ask for."""

_original = aliased(t.reports, name="original")
_row = (
    select(
        t.reports.c.id,
        t.reports.c.doc_id,
        t.reports.c.title,
        t.reports.c.source,
        t.reports.c.published,
        t.reports.c.url,
        t.reports.c.added_at,
        t.reports.c.similarity,
        t.report_states.c.state,
        t.report_states.c.n_events,
        t.report_states.c.n_open,
        _original.c.doc_id.label("same_as"),
    )
    .join(t.report_states, t.report_states.c.report_id == t.reports.c.id)
    .outerjoin(_original, _original.c.id == t.reports.c.same_as)
)


def query(database: Database, where: ReportFilter, order: ReportOrder) -> Query[ReportRow]:
    """The reports that a filter leaves, in an order."""
    statement = _row.where(*conditions(where, is_sqlite=database.is_sqlite))
    return Query(database, statement, _sort(order), lambda _, rows: tuple(map(_report_row, rows)))


def conditions(where: ReportFilter, *, is_sqlite: bool) -> Iterator[ColumnElement[bool]]:
    """A filter as conditions on `reports` and `report_states`."""
    r = t.reports.c
    yield from on_report(where, is_sqlite=is_sqlite)
    if where.state is not None:
        yield t.report_states.c.state == where.state.value
    if where.from_ is not None:
        yield r.published >= where.from_
    if where.to is not None:
        yield r.published <= where.to
    if where.categories:
        yield exists().where(t.events.c.report_id == r.id, t.events.c.category.in_(where.categories))
    if where.sample is not None:
        yield exists().where(t.sample_reports.c.report_id == r.id, t.sample_reports.c.sample_id == where.sample)


def report_id_of(connection: Connection, doc_id: str) -> int:
    """The number of a report.

    Raises:
        LedgerLookupError: there is none of this id.
    """
    found: int | None = connection.scalar(select(t.reports.c.id).where(t.reports.c.doc_id == doc_id))
    if found is None:
        raise LedgerLookupError(
            f"{LedgerLookupError.code}: the ledger has no report {doc_id!r}; its reports are listed by `Ledger.reports`"
        )
    return found


def report_ids_of(connection: Connection, doc_ids: Sequence[str]) -> Sequence[int]:
    """The numbers of the reports that are there."""
    return connection.scalars(select(t.reports.c.id).where(t.reports.c.doc_id.in_(doc_ids))).all()


def texts(connection: Connection, doc_ids: Iterable[str]) -> dict[str, str]:
    """The texts of the reports that are there."""
    r = t.reports.c
    found = (connection.execute(select(r.doc_id, r.text).where(r.doc_id.in_(some))) for some in chunks(doc_ids, _CHUNK))
    return {doc_id: text for rows in found for doc_id, text in rows}


def reviewed(connection: Connection, doc_id: str, *, sample: int | None, by: str | None) -> ReviewedReport:
    """One report with its text and its events as they stand, or stand for one coder of a sample."""
    report_id = report_id_of(connection, doc_id)
    row = connection.execute(select(t.reports).where(t.reports.c.id == report_id)).mappings().one()
    original = connection.scalar(select(t.reports.c.doc_id).where(t.reports.c.id == row["same_as"]))
    events = _reviewed_events(connection, report_id, doc_id, sample=sample, by=by)
    coding = _coding(connection, report_id)
    return ReviewedReport(
        report=report_of(row),
        state=state_of([event.state for event in events]),
        events=events,
        remarks=() if coding is None else tuple(coding["remarks"]),
        share_read=1.0 if coding is None else coding["share_read"],
        versions=None if coding is None else versions_of(coding),
        run=None if coding is None else coding["run_id"],
        same_as=original,
        similarity=row["similarity"],
        republished_as=_copies(connection, report_id),
        appearances=_appearances(connection, report_id),
        added_at=row["added_at"],
    )


def _reviewed_events(
    connection: Connection, report_id: int, doc_id: str, *, sample: int | None, by: str | None
) -> tuple[ReviewedEvent, ...]:
    """The events of a report as they stand, each with what was decided about it."""
    coding_id, coded, decisions = seen(connection, report_id, sample=sample, by=by)
    about = _by_event(decisions)
    incidents = _incidents(connection, report_id)
    return tuple(_reviewed(standing, coding_id, doc_id, about, incidents) for standing in current(coded, decisions))


def _report_row(row: RowMapping) -> ReportRow:
    return ReportRow(
        doc_id=row["doc_id"],
        title=row["title"],
        source=row["source"],
        published=row["published"],
        url=row["url"],
        n_events=row["n_events"],
        n_open=row["n_open"],
        state=ReportState(row["state"]),
        same_as=row["same_as"],
        similarity=row["similarity"],
        added_at=row["added_at"],
    )


def _sort(order: ReportOrder) -> tuple[Sort, ...]:
    day = t.reports.c.published
    first = {
        ReportOrder.NEWEST: (Sort(name="day", column=day, descending=True, nullable=True),),
        ReportOrder.OLDEST: (Sort(name="day", column=day, nullable=True),),
        ReportOrder.TITLE: (Sort(name="title", column=func.coalesce(t.reports.c.title, t.reports.c.doc_id)),),
        ReportOrder.ADDED: (),
    }
    return (*first[order], Sort(name="id", column=t.reports.c.id, descending=order is ReportOrder.NEWEST))


def _coding(connection: Connection, report_id: int) -> RowMapping | None:
    statement: Select[Any] = (
        select(t.codings, *(t.runs.c[name] for name in VERSIONS))
        .join(t.runs, t.runs.c.id == t.codings.c.run_id)
        .where(t.codings.c.report_id == report_id)
        .order_by(t.codings.c.id.desc())
        .limit(1)
    )
    return connection.execute(statement).mappings().first()


def _copies(connection: Connection, report_id: int) -> tuple[str, ...]:
    statement = select(t.reports.c.doc_id).where(t.reports.c.same_as == report_id).order_by(t.reports.c.id)
    return tuple(connection.scalars(statement))


def _appearances(connection: Connection, report_id: int) -> tuple[Appearance, ...]:
    a = t.appearances.c
    statement = select(a.doc_id, a.title, a.source, a.url, a.seen_at).where(a.report_id == report_id).order_by(a.id)
    return tuple(Appearance(**row) for row in connection.execute(statement).mappings())


def _by_event(decisions: Iterable[Decision]) -> Mapping[str, Sequence[Decision]]:
    about: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        about[decision.key.event_id].append(decision)
    return about


def _incidents(connection: Connection, report_id: int) -> dict[str, str]:
    """The incident of each event of a report."""
    e, i = t.incident_events.c, t.incidents.c
    statement = (
        select(e.event_id, i.incident_id)
        .join(t.incidents, i.id == e.incident)
        .where(e.report_id == report_id, i.until.is_(None))
    )
    return {row.event_id: row.incident_id for row in connection.execute(statement)}


def _reviewed(
    standing: Standing,
    coding_id: int | None,
    doc_id: str,
    about: Mapping[str, Sequence[Decision]],
    incidents: Mapping[str, str],
) -> ReviewedEvent:
    event_id = standing.event.id
    return ReviewedEvent(
        key=EventKey(doc_id=doc_id, event_id=event_id),
        state=standing.state,
        event=standing.event,
        coded=standing.coded,
        decisions=tuple(about.get(event_id, ())),
        incident_id=incidents.get(event_id),
        version=version_of(coding_id, standing.last_decision),
    )
