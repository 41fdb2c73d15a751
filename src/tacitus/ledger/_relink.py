"""Linking what the ledger holds, from one state to the next."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, select

from tacitus.errors import LedgerAccessError, LedgerLookupError, LedgerUseError
from tacitus.ledger import _tables as t
from tacitus.ledger._database import Database
from tacitus.ledger._linking import (
    before,
    changed_reports,
    chunks,
    keep,
    last_linking,
    link_decisions,
    standing_linking,
)
from tacitus.ledger._records import Linking, LinkVerdict
from tacitus.ledger._reports import report_id_of
from tacitus.ledger._runs import sequence
from tacitus.ledger._summary import coded_reports
from tacitus.ledger._write import Writer, insert_one
from tacitus.linking import Linked, extend
from tacitus.model import CodedReport, EventKey, LinkDecision, Relation

_TRIES: Final = 3
_CHUNK: Final = 500


def linked(database: Database, *, whole: bool) -> Linking:
    """Link, and keep what is found. Reading and comparing block nobody; where another process links meanwhile, again.

    Raises:
        LedgerAccessError: others link so often that this never comes to its turn.
    """
    for _ in range(_TRIES):
        with database.reading() as connection:
            if not whole and (standing := standing_linking(connection)):
                return standing
            old = before(connection, whole=whole)
            newest = sequence(connection)
            reports = _reports(connection)
            changed = changed_reports(connection, old.sequence)
            decisions = link_decisions(connection)
        found = _extended(old.linked, reports, changed, decisions)
        with database.writing() as connection:
            if last_linking(connection) != old.linking_id:
                continue
            n_events = sum(len(coded.events) for coded in reports)
            kept = keep(connection, found, sequence=newest, n_events=n_events)
            writer = Writer(connection)
            detail = {"linking": kept.id, "n_added": kept.n_added, "n_closed": kept.n_closed}
            writer.note("linking", detail=detail)
            writer.flush()
            return kept
    raise LedgerAccessError(f"{LedgerAccessError.code}: {database.name} is being linked by another process; try again")


def decide_link(connection: Connection, said: LinkVerdict) -> LinkVerdict:
    """Write a person's word on two events."""
    if said.relation is Relation.SAME and said.right < said.left:
        said = replace(said, left=said.right, right=said.left)
    if said.left == said.right or not said.by.strip():
        raise LedgerUseError(f"{LedgerUseError.code}: a word on a link needs two events, and the name of who says it")
    row = {
        "left_report": _checked(connection, said.left),
        "left_event": said.left.event_id,
        "right_report": _checked(connection, said.right),
        "right_event": said.right.event_id,
        "relation": said.relation.value,
        "verdict": None if said.verdict is None else said.verdict.value,
        "coder": said.by,
        "at": said.at,
        "comment": said.comment,
    }
    number = insert_one(connection, t.link_decisions, row)
    writer = Writer(connection)
    detail = {"left": str(said.left), "right": str(said.right), "verdict": row["verdict"], "relation": row["relation"]}
    writer.note("link_decision", coder=said.by, detail=detail)
    writer.flush()
    return replace(said, id=number)


def _reports(connection: Connection) -> list[CodedReport]:
    """Every report with its events as they stand."""
    ids = connection.scalars(select(t.report_states.c.report_id).order_by(t.report_states.c.report_id)).all()
    return [coded for chunk in chunks(ids, _CHUNK) for coded in coded_reports(connection, chunk)]


def _extended(
    old: Linked, reports: Sequence[CodedReport], changed: set[str], decisions: Sequence[LinkDecision]
) -> Linked:
    known = [coded for coded in reports if coded.doc_id not in changed]
    new = [coded for coded in reports if coded.doc_id in changed]
    return extend(old, known, new, decisions=decisions)


def _checked(connection: Connection, key: EventKey) -> int:
    """The number of the report of an event that is there."""
    report_id = report_id_of(connection, key.doc_id)
    statement = select(t.events.c.state).filter_by(report_id=report_id, event_id=key.event_id)
    if connection.scalar(statement) is None:
        raise LedgerLookupError(f"{LedgerLookupError.code}: report {key.doc_id!r} has no event {key.event_id!r}")
    return report_id
