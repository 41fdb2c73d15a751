"""CSV with a header: a report a row. A row that is broken costs that row only, an open quote no more than its line."""

import csv
from collections import deque
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, Final

from tacitus.intake._decode import UTF16, decode
from tacitus.intake._fields import found
from tacitus.intake._lines import lines
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import MAX_LINE_BYTES, Code, Refused
from tacitus.model import Rejection

_DELIMITERS: Final = ",;\t|"
_MAX_HEADER: Final = 100_000
_MAX_LINES: Final = 20_000
"""Of one row. Set: the longest text in lines of 50 characters."""


def read_csv(stream: BinaryIO, origin: Origin) -> Iterator[Found | Rejection]:
    """The reports of a table, whose first row names its columns; comma, semicolon, tab or bar between them."""
    rows = _Rows(stream)
    header = rows.header(origin.settings.column("text"))
    for number, row in rows:
        try:
            yield found(_named(row, header), origin, f"{origin.stem}:{number}", number)
        except Refused as refused:
            yield origin.rejection(refused, number)


def _named(row: list[str] | Refused, header: list[str]) -> dict[str, str]:
    if isinstance(row, Refused):
        raise row
    if len(row) != len(header):
        raise Refused(Code.BROKEN_ROW, f"has {len(row)} values for {len(header)} columns; mend the row")
    return dict(zip(header, row, strict=True))


class _Rows:
    """Rows with the number of the line that each begins on."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lines = lines(stream)
        self._again: deque[bytes] = deque()
        self._delimiter = ","
        self._number = 0

    def header(self, needed: str) -> list[str]:
        """The names of the columns, of which one must be as needed."""
        line = next(self._lines, b"")
        if line.startswith(UTF16):
            raise Refused(Code.ENCODING, "is UTF-16; save the table as UTF-8")
        head = decode(line[:_MAX_HEADER]).strip("\r\n")
        if not head.strip():
            raise Refused(Code.EMPTY, "is empty; give a table whose first row names the columns")
        self._number = 1
        self._delimiter = max(_DELIMITERS, key=head.count)
        try:
            names = [name.strip() for name in next(csv.reader([head], delimiter=self._delimiter))]
        except csv.Error as error:
            reason = f"has a broken first row ({error}); look at its quotes and line ends"
            raise Refused(Code.BROKEN_ROW, reason) from None
        if needed not in names:
            told = ", ".join(repr(name[:30]) for name in names[:8])
            raise Refused(
                Code.NO_COLUMN, f"has no column {needed!r} (it has {told}); name it, as in --columns text=body"
            )
        return names

    def __iter__(self) -> Iterator[tuple[int, list[str] | Refused]]:
        # The module's limit on a field is far below what a report may have, and can only be set for all.
        csv.field_size_limit(max(csv.field_size_limit(), MAX_LINE_BYTES))
        while (line := self._next()) is not None:
            number = self._number
            if line.strip():
                yield number, self._row(line)

    def _next(self) -> bytes | None:
        line = self._again.popleft() if self._again else next(self._lines, None)
        self._number += line is not None
        return line

    def _row(self, first: bytes) -> list[str] | Refused:
        """The row that begins with this line. If it is broken, what was read after its first line is read again."""
        taken: list[bytes] = []
        try:
            return next(csv.reader(self._decoded(first, taken), delimiter=self._delimiter, strict=True))
        except csv.Error as error:
            fault = Refused(Code.BROKEN_ROW, f"is a broken row ({error}); look at its quotes")
        except Refused as refused:
            fault = refused
        self._again.extendleft(reversed(taken))
        self._number -= len(taken)
        return fault

    def _decoded(self, first: bytes, taken: list[bytes]) -> Iterator[str]:
        n_bytes = 0
        for line in chain([first], iter(self._next, None)):
            if line is not first:
                taken.append(line)
            n_bytes += len(line)
            if n_bytes > MAX_LINE_BYTES or len(taken) > _MAX_LINES:
                raise Refused(Code.BROKEN_ROW, "is a row that does not end; look at its quotes")
            yield decode(line)
