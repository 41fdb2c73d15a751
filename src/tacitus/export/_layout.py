"""What a format is: rows made of an entry, and a sheet that they are written to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from tacitus.codebook import Codebook
from tacitus.export._entry import Entry

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a format's own rules leave an entry out, in a few words that are counted."""

    reason: str


class Sheet(Protocol):
    """Takes rows one by one and writes them to its stream, as far as the format lets it, at once."""

    def add(self, row: Row) -> None:
        """Write one row."""

    def close(self) -> None:
        """Write what is left; the stream stays open."""

    def discard(self) -> None:
        """Let go without finishing, after a fault; what the stream then holds is worth nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One format.

    `holds_totals` False: the scheme has no place for a total over many events, which then goes to a plain CSV.
    `holds_notes` False: there is no column for notes, which then go to a file of their own. `refuses` tells whether
    the scheme's rules leave anything out.
    """

    suffix: str
    rows: Callable[[Entry, Codebook], tuple[Row, ...] | Refusal]
    sheet: Callable[[BinaryIO], Sheet]
    holds_totals: bool = True
    holds_notes: bool = True
    refuses: bool = False
