"""Parquet, with lists as lists and dates as dates."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from tacitus.export._column import Kind
from tacitus.export._columns import COLUMNS
from tacitus.export._layout import Row
from tacitus.export._words import fit

if TYPE_CHECKING:
    import pyarrow as pa

# Rows held before they are written, and the size of a row group: some 10 MB.
_GROUP: Final = 10_000


class ParquetSheet:
    """Rows as row groups."""

    def __init__(self, stream: BinaryIO) -> None:
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415  heavy, and needed for this format alone

        self._writer: Any = ParquetWriter(stream, schema(), compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Take one row."""
        self._rows.append(row)
        if len(self._rows) == _GROUP:
            self._write()

    def close(self) -> None:
        """Write what is left, and the footer."""
        self._write()
        self._writer.close()

    def discard(self) -> None:
        """Let go of the writer, which cannot but write its footer."""
        self._writer.close()

    def _write(self) -> None:
        if self._rows:
            self._writer.write_table(table(self._rows))
        self._rows = []


def schema() -> "pa.Schema":
    """The columns with their Arrow types; each has its meaning in its metadata."""
    import pyarrow as pa  # noqa: PLC0415  as above

    types = {
        Kind.TEXT: pa.string(),
        Kind.TEXTS: pa.list_(pa.string()),
        Kind.WHOLE: pa.int64(),
        Kind.DECIMAL: pa.float64(),
        Kind.DATE: pa.date32(),
    }
    return pa.schema([pa.field(one.name, types[one.kind], metadata={"meaning": one.meaning}) for one in COLUMNS])


def table(rows: Sequence[Row]) -> "pa.Table":
    """Rows of our own columns as an Arrow table."""
    import pyarrow as pa  # noqa: PLC0415  as above

    return pa.table({name: _column(row[name] for row in rows) for name in schema().names}, schema=schema())


def _column(values: Iterable[object]) -> list[object]:
    return [_arrow(value) for value in values]


def _arrow(value: object) -> object:
    """As it is, but for what UTF-8 cannot hold."""
    if isinstance(value, tuple):
        return [fit(one) for one in value]
    return fit(value) if isinstance(value, str) else value
