"""Marking the reports that repeat another one."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, RowMapping, func, insert, or_, select, update

from tacitus.ledger import _tables as t
from tacitus.ledger._republished import SAME, bands, shingles, similarity
from tacitus.model import Report

_MAX_CANDIDATES: Final = 10
"""Those that share most bands. Set, not swept: copies of one text share all or most of them."""


def mark(connection: Connection, report_id: int, report: Report) -> str | None:
    """Fingerprint a new report and mark it as a republication of the one it repeats; that one's id, or None.

    The original is the report published first. So a report that comes in late may turn out to be the original of
    those already there, which are then marked instead.
    """
    own = shingles(report.text)
    if not (values := bands(own)):
        return None
    candidates = _candidates(connection, values)
    connection.execute(insert(t.fingerprints), [{"value": value, "report_id": report_id} for value in set(values)])
    found = [(similarity(own, shingles(row["text"])), row) for row in candidates]
    closest = max(found, key=lambda pair: (pair[0], -pair[1]["id"]), default=None)
    if closest is None or closest[0] < SAME:
        return None
    share, row = closest
    original = connection.execute(
        select(t.reports.c.id, t.reports.c.doc_id, t.reports.c.published).where(
            t.reports.c.id == (row["same_as"] or row["id"])
        )
    ).one()
    if report.published and original.published and report.published < original.published:
        _repoint(connection, original.id, report_id, share)
        return None
    connection.execute(
        update(t.reports).where(t.reports.c.id == report_id).values(same_as=original.id, similarity=share)
    )
    doc_id: str = original.doc_id
    return doc_id


def _candidates(connection: Connection, values: tuple[int, ...]) -> Sequence[RowMapping]:
    shared = (
        select(t.fingerprints.c.report_id, func.count().label("n"))
        .where(t.fingerprints.c.value.in_(values))
        .group_by(t.fingerprints.c.report_id)
        .order_by(func.count().desc(), t.fingerprints.c.report_id)
        .limit(_MAX_CANDIDATES)
        .subquery()
    )
    return (
        connection.execute(
            select(t.reports.c.id, t.reports.c.text, t.reports.c.same_as).join(
                shared, shared.c.report_id == t.reports.c.id
            )
        )
        .mappings()
        .all()
    )


def _repoint(connection: Connection, old: int, new: int, share: float) -> None:
    """The old original and its copies become copies of the new one."""
    copies = or_(t.reports.c.same_as == old, t.reports.c.id == old)
    connection.execute(update(t.reports).where(t.reports.c.id == old).values(similarity=share))
    connection.execute(update(t.reports).where(copies).values(same_as=new))
