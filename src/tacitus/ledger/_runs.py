"""Runs of coding, and the feed of what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update

from tacitus.ledger import _tables as t
from tacitus.ledger._records import Change, Run
from tacitus.ledger._rows import appearance_of, digest_of, report_digest, versions_digest, versions_of
from tacitus.model import Report, Versions


def finish(connection: Connection, run: Run, summary: Mapping[str, Any]) -> None:
    """Note the end of a run, and what its caller counted; nothing where it added nothing."""
    row = {"finished_at": datetime.now(UTC), "summary": dict(summary)}
    connection.execute(update(t.runs).where(t.runs.c.key == run.key).values(row))


def runs(connection: Connection) -> tuple[Run, ...]:
    """All runs, oldest first, each with what it added."""
    counted = (
        select(
            t.codings.c.run_id,
            func.count(t.codings.c.id.distinct()).label("n_reports"),
            func.count(t.coded_events.c.event_id).label("n_events"),
        )
        .outerjoin(t.coded_events, t.coded_events.c.coding_id == t.codings.c.id)
        .group_by(t.codings.c.run_id)
        .subquery()
    )
    statement = (
        select(t.runs, counted.c.n_reports, counted.c.n_events)
        .outerjoin(counted, counted.c.run_id == t.runs.c.id)
        .order_by(t.runs.c.id)
    )
    return tuple(map(_run, connection.execute(statement).mappings()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A report that is there. `is_elsewhere`: it has not been seen at this place before."""

    doc_id: str
    is_elsewhere: bool


def recognised(connection: Connection, report: Report, versions: Versions) -> Recognised | None:
    """The report as the ledger has it, coded with these versions; None where it has not."""
    r = t.reports.c
    statement = (
        select(r.id, r.doc_id, r.title, r.source, r.url)
        .join(t.codings, t.codings.c.report_id == r.id)
        .where(r.digest == report_digest(report), t.codings.c.versions == versions_digest(versions))
    )
    found = connection.execute(statement).first()
    if found is None:
        return None
    own = appearance_of(report)
    elsewhere = own != (found.doc_id, found.title, found.source, found.url) and not connection.scalar(
        select(t.appearances.c.id).filter_by(report_id=found.id, digest=digest_of(*own))
    )
    return Recognised(doc_id=found.doc_id, is_elsewhere=elsewhere)


def sequence(connection: Connection) -> int:
    """The number of the newest change, 0 where there is none."""
    return connection.scalar(select(func.max(t.changes.c.sequence))) or 0


def linking(connection: Connection) -> int:
    """The number of the newest linking, 0 where nothing was linked yet."""
    return connection.scalar(select(func.max(t.linkings.c.id))) or 0


def changed_reports(connection: Connection, since: int) -> frozenset[str]:
    """The reports about which something is new after a change."""
    r, c = t.reports.c, t.changes.c
    new = select(c.report_id).where(c.sequence > since)
    return frozenset(connection.scalars(select(r.doc_id).where(r.id.in_(new))))


def changes(connection: Connection, since: int, limit: int) -> tuple[Change, ...]:
    """The changes after one."""
    statement = (
        select(t.changes, t.reports.c.doc_id)
        .outerjoin(t.reports, t.reports.c.id == t.changes.c.report_id)
        .where(t.changes.c.sequence > since)
        .order_by(t.changes.c.sequence)
        .limit(limit)
    )
    return tuple(map(_change, connection.execute(statement).mappings()))


def _run(row: RowMapping) -> Run:
    return Run(
        key=row["key"],
        versions=versions_of(row),
        started_at=row["started_at"],
        finished_at=row["finished_at"],
        id=row["id"],
        n_reports=row["n_reports"] or 0,
        n_events=row["n_events"] or 0,
        summary=row["summary"] or {},
    )


def _change(row: RowMapping) -> Change:
    return Change(
        sequence=row["sequence"],
        kind=row["kind"],
        at=row["at"],
        by=row["coder"],
        doc_id=row["doc_id"],
        event_id=row["event_id"],
        incident_id=row["incident_id"],
        detail=row["detail"] or {},
    )
