"""Linking what the ledger holds, from one state to the next."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, select

from tacitus.errors import LedgerAccessError
from tacitus.ledger import _tables as t
from tacitus.ledger._chunks import chunks
from tacitus.ledger._database import Database
from tacitus.ledger._linking import (
    before,
    changed_reports,
    keep,
    last_linking,
    standing_linking,
)
from tacitus.ledger._records import Linking
from tacitus.ledger._runs import sequence
from tacitus.ledger._summary import coded_reports
from tacitus.ledger._verdicts import link_decisions
from tacitus.ledger._write import Writer
from tacitus.linking import Linked, extend
from tacitus.model import CodedReport, LinkDecision

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
