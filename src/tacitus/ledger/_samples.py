"""Samples of reports that two people code blind to each other."""

from typing import Final

from sqlalchemy import Connection, select

from tacitus.errors import LedgerLookupError
from tacitus.ledger import _tables as t

EMPTY: Final = "empty"
MACHINE: Final = "machine"


def starts_empty(connection: Connection, sample: int) -> bool:
    """Whether the coders of a sample begin with nothing but the text.

    Raises:
        LedgerLookupError: there is no such sample.
    """
    start = connection.scalar(select(t.samples.c.start).where(t.samples.c.id == sample))
    if start is None:
        raise LedgerLookupError(f"{LedgerLookupError.code}: the ledger has no sample {sample}")
    return bool(start == EMPTY)
