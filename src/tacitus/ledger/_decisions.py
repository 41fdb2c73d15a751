"""Asking for decisions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from tacitus.ledger import _tables as t
from tacitus.ledger._database import Database
from tacitus.ledger._filters import DecisionFilter
from tacitus.ledger._query import Query, Sort
from tacitus.ledger._records import Decision
from tacitus.ledger._rows import decision_of


def query(database: Database, where: DecisionFilter) -> Query[Decision]:
    """The decisions that a filter leaves, newest first."""
    statement = (
        select(t.decisions, t.reports.c.doc_id)
        .join(t.reports, t.reports.c.id == t.decisions.c.report_id)
        .where(*_conditions(where))
    )
    return Query(database, statement, (Sort(name="id", column=t.decisions.c.id, descending=True),), _read)


def _conditions(where: DecisionFilter) -> Iterator[ColumnElement[bool]]:
    d = t.decisions.c
    yield d.sample_id.is_(None) if where.sample is None else d.sample_id == where.sample
    if where.doc_id is not None:
        yield t.reports.c.doc_id == where.doc_id
    if where.key is not None:
        yield t.reports.c.doc_id == where.key.doc_id
        yield d.event_id == where.key.event_id
    if where.by is not None:
        yield d.coder == where.by
    if where.action is not None:
        yield d.action == where.action.value


def _read(connection: Connection, rows: Sequence[RowMapping]) -> tuple[Decision, ...]:
    """The decisions, each with whether a later one took it back, which may stand on another page."""
    d = t.decisions.c
    found = [decision_of(row) for row in rows]
    undone = set(connection.scalars(select(d.undoes).where(d.undoes.in_([decision.id for decision in found]))))
    return tuple(replace(decision, undone=decision.id in undone) for decision in found)
