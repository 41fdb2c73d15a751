"""Separated values: CSV, with one or two lines of header, and TSV without."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import BinaryIO, Final

from tacitus.export._layout import Row
from tacitus.export._words import joined, plain

# A spreadsheet takes a cell that begins so for a formula (OWASP, "CSV injection"). Texts are on one line here, so
# that the tab and the carriage return of that list cannot begin one.
_FORMULA: Final = ("=", "+", "-", "@")


class SeparatedSheet:
    """Rows as lines of cells.

    Texts that a spreadsheet would run as a formula get an apostrophe in front; numbers and dates are never touched.
    """

    def __init__(
        self, stream: BinaryIO, columns: Iterable[str], *, heads: Iterable[Iterable[str]] = (), tab: bool = False
    ) -> None:
        self._columns = tuple(columns)
        self._text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
        # A tab or a line end never is inside a cell, so that nothing needs quoting there, as GDELT has it.
        quoting = {"delimiter": "\t", "quoting": csv.QUOTE_NONE, "quotechar": None} if tab else {}
        self._lines = csv.writer(self._text, lineterminator="\n", **quoting)  # type: ignore[arg-type]
        self._lines.writerows(heads)

    def add(self, row: Row) -> None:
        """Write one line."""
        self._lines.writerow([_cell(row.get(name)) for name in self._columns])

    def close(self) -> None:
        """Let go of the stream."""
        self._text.detach()

    def discard(self) -> None:
        """Let go of the stream."""
        self._text.detach()


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text."""
    return text.startswith(_FORMULA)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(int(value))
        case int() | float() | date():
            return str(value)
        case tuple():
            return _harmless(joined(value))
        case _:
            return _harmless(plain(str(value)))


def _harmless(text: str) -> str:
    return f"'{text}" if is_formula(text) else text
