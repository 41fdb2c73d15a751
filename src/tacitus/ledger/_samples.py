"""Samples of reports that two people code blind to each other."""

from typing import Final

from sqlalchemy import Connection, select

from tacitus.errors import LedgerLookupError
from tacitus.ledger import _tables as t
from tacitus.ledger._records import Decision
from tacitus.ledger._write import decisions_of, latest_coding
from tacitus.model import Event

EMPTY: Final = "empty"
MACHINE: Final = "machine"


def seen(
    connection: Connection, report_id: int, *, sample: int | None, by: str | None
) -> tuple[int | None, tuple[Event, ...], tuple[Decision, ...]]:
    """The latest coding of a report, its events, and what was decided about them; in a sample, as its coder sees it."""
    coding_id, coded = latest_coding(connection, report_id)
    decisions = decisions_of(connection, report_id, sample)
    if sample is not None:
        coded = () if _starts_empty(connection, sample) else coded
        decisions = tuple(decision for decision in decisions if by in {None, decision.by})
    return coding_id, coded, decisions


def _starts_empty(connection: Connection, sample: int) -> bool:
    """Whether the coders of a sample begin with nothing but the text.

    Raises:
        LedgerLookupError: there is no such sample.
    """
    start = connection.scalar(select(t.samples.c.start).where(t.samples.c.id == sample))
    if start is None:
        raise LedgerLookupError(f"{LedgerLookupError.code}: the ledger has no sample {sample}")
    return bool(start == EMPTY)
