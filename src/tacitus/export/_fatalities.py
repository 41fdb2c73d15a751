"""ACLED's rule for fatalities: the lowest figure, unless a more authoritative one arrives later."""

import re
from datetime import date
from typing import Final

from tacitus.export._entry import Amount, Said

# What ACLED's codebook makes of words without a number; other words count as their lower bound.
_VAGUE: Final = (
    (re.compile(r"\b(several|many|few)\b(?!\s+(dozen|score|hundred|thousand))", re.IGNORECASE), 3),
    (re.compile(r"\bdozens\b", re.IGNORECASE), 12),
    (re.compile(r"\btens\b(?!\s+of\s+thousands)", re.IGNORECASE), 10),
    (re.compile(r"\bhundreds\b(?!\s+of\s+thousands)", re.IGNORECASE), 100),
)


def fatalities(killed: Amount | None) -> int:
    """The number of ACLED's `fatalities`; 0 where no figure is given.

    The figure that the ledger holds for the best stands for "more authoritative": of the newest reports it is that of
    the most direct source. It replaces the lowest where it was published on a later day.
    """
    if killed is None:
        return 0
    lowest = min(killed.said, key=lambda said: (_number(said), said.published or date.min))
    chosen = killed.basis if _is_later(killed.basis, lowest) else lowest
    return _number(chosen)


def shared_out(total: int, n_rows: int) -> tuple[int, ...]:
    """A total over several rows in whole numbers, what is left over going to the first ones."""
    each, rest = divmod(total, n_rows)
    return tuple(each + (row < rest) for row in range(n_rows))


def _number(said: Said) -> int:
    for words, figure in _VAGUE:
        if said.text and words.search(said.text):
            return figure
    return said.low or 0


def _is_later(said: Said, other: Said) -> bool:
    return said.published is not None and other.published is not None and said.published > other.published
