"""What the ledger holds, at a glance; and its reports as they stand, for stages that take coded reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, func, select

from tacitus.ledger import _tables as t
from tacitus.ledger._events import events_statement, read_rows
from tacitus.ledger._records import ReviewState, Summary, only_present
from tacitus.ledger._rows import VERSIONS, report_of, versions_of
from tacitus.ledger._runs import sequence
from tacitus.model import CodedReport, Event


def summary(connection: Connection) -> Summary:
    """Counts over the whole ledger; of events, those that are not rejected."""
    events, reports = t.events.c, t.reports.c
    states = _counts(connection, events.state)
    shown = events.state != ReviewState.REJECTED.value
    first, last = connection.execute(select(func.min(reports.published), func.max(reports.published))).one()
    return Summary(
        n_reports=_count(connection, t.reports),
        n_republished=_count(connection, t.reports, reports.same_as.is_not(None)),
        n_events=sum(n for state, n in states.items() if state != ReviewState.REJECTED.value),
        n_incidents=_count(connection, t.incidents, t.incidents.c.until.is_(None)),
        n_decisions=_count(connection, t.decisions, t.decisions.c.sample_id.is_(None)),
        reports_by_state=_counts(connection, t.report_states.c.state),
        events_by_state=states,
        events_by_category=_counts(connection, events.category, shown),
        sources=_counts(connection, reports.source, reports.source.is_not(None)),
        first_day=first,
        last_day=last,
        sequence=sequence(connection),
    )


def coded_reports(connection: Connection, report_ids: Iterable[int]) -> Iterator[CodedReport]:
    """Reports with their events as they stand, in the order of their numbers; one never coded is left out."""
    ids = sorted(report_ids)
    events = _events(connection, ids)
    statement = (
        select(t.reports, t.codings.c.remarks, t.codings.c.share_read)
        .add_columns(*(t.runs.c[name] for name in VERSIONS))
        .join(t.report_states, t.report_states.c.report_id == t.reports.c.id)
        .join(t.codings, t.codings.c.id == t.report_states.c.coding_id)
        .join(t.runs, t.runs.c.id == t.codings.c.run_id)
        .where(t.reports.c.id.in_(ids))
        .order_by(t.reports.c.id)
    )
    for row in connection.execute(statement).mappings():
        yield CodedReport(
            report=report_of(row),
            events=only_present(events.get(row["id"], ())),
            remarks=tuple(row["remarks"]),
            share_read=row["share_read"],
            versions=versions_of(row),
        )


def _events(connection: Connection, ids: list[int]) -> dict[int, list[Event]]:
    e = t.events.c
    statement = (
        events_statement()
        .where(e.report_id.in_(ids), e.state != ReviewState.REJECTED.value)
        .order_by(e.report_id, e.ordinal)
    )
    rows = connection.execute(statement).mappings().all()
    events: dict[int, list[Event]] = defaultdict(list)
    for row, event in zip(rows, read_rows(connection, rows), strict=True):
        events[row["report_id"]].append(event.event)
    return events


def _count(connection: Connection, table: Table, *where: ColumnElement[bool]) -> int:
    return connection.scalar(select(func.count()).select_from(table).where(*where)) or 0


def _counts(connection: Connection, column: Column[Any], *where: ColumnElement[bool]) -> Counter[str]:
    statement = select(column.label("value"), func.count().label("n")).where(*where).group_by(column)
    return Counter({row.value: row.n for row in connection.execute(statement)})
