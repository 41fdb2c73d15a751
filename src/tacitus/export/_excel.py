"""Excel: the rows on one sheet, what the columns mean on another."""

import io
from datetime import UTC, date, datetime
from typing import Any, BinaryIO, Final

from tacitus.errors import ExportTooLargeError
from tacitus.export._column import Column, Kind
from tacitus.export._columns import COLUMNS
from tacitus.export._layout import Row
from tacitus.export._separated import is_formula
from tacitus.export._words import joined, plain

_MAX_ROWS: Final = 1_048_576
_MAX_CHARACTERS: Final = 32_767
_CUT: Final = " … (cut)"
# A file's own time would make its bytes differ from run to run.
_NO_TIME: Final = datetime(2000, 1, 1, tzinfo=UTC)


class ExcelSheet:
    """Rows of typed cells. No text is ever written as a formula or a link."""

    def __init__(self, stream: BinaryIO) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415  needed for this format alone

        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._stream = stream
        # The rows themselves wait in a file on disk; this holds them packed.
        self._packed = io.BytesIO()
        self._book: Any = Workbook(self._packed, options)
        self._book.set_properties({"created": _NO_TIME, "author": "tacitus"})
        self._bold = self._book.add_format({"bold": True})
        self._day = self._book.add_format({"num_format": "yyyy-mm-dd"})
        # Excel's own mark for "this is text": the cell stays text even when somebody edits it.
        self._quoted = self._book.add_format({"quote_prefix": True})
        self._events: Any = self._book.add_worksheet("events")
        self._events.freeze_panes(1, 1)
        self._head(self._events, [column.name for column in COLUMNS])
        self._n_rows = 1

    def add(self, row: Row) -> None:
        """Write one row."""
        if self._n_rows == _MAX_ROWS:
            raise ExportTooLargeError(
                f"{ExportTooLargeError.code}: a sheet of Excel holds {_MAX_ROWS:,} rows and there are more; narrow the "
                "choice with --from and --to, or export to csv or parquet"
            )
        for index, column in enumerate(COLUMNS):
            self._cell(self._n_rows, index, column, row[column.name])
        self._n_rows += 1

    def close(self) -> None:
        """Write the meanings, and the file."""
        meanings = self._book.add_worksheet("columns")
        self._head(meanings, ["column", "holds", "meaning"])
        for index, column in enumerate(COLUMNS, start=1):
            for cell, text in enumerate((column.name, column.kind.value, column.meaning)):
                meanings.write_string(index, cell, text)
        self._book.close()
        self._stream.write(self._packed.getbuffer())

    def discard(self) -> None:
        """Close the workbook's own files."""
        self._book.close()

    def _head(self, sheet: Any, names: list[str]) -> None:
        for index, name in enumerate(names):
            sheet.write_string(0, index, name, self._bold)

    def _cell(self, row: int, index: int, column: Column, value: Any) -> None:
        if value is None or value == ():
            return
        match column.kind:
            case Kind.WHOLE | Kind.DECIMAL:
                self._events.write_number(row, index, value)
            case Kind.DATE:
                self._date(row, index, value)
            case Kind.TEXTS:
                self._string(row, index, joined(value))
            case Kind.TEXT:
                self._string(row, index, plain(value))

    def _date(self, row: int, index: int, day: date) -> None:
        # Excel's calendar begins in 1900.
        if day.year < 1900:
            self._string(row, index, day.isoformat())
        else:
            self._events.write_datetime(row, index, day, self._day)

    def _string(self, row: int, index: int, text: str) -> None:
        if len(text) > _MAX_CHARACTERS:
            text = text[: _MAX_CHARACTERS - len(_CUT)] + _CUT
        form = self._quoted if is_formula(text) else None
        self._events.write_string(row, index, text, form)
