"""Parquet: a report a row, read in small batches of only the columns that are needed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from tacitus.intake._fields import found
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import Code, Refused
from tacitus.intake._settings import FIELDS
from tacitus.model import Rejection

if TYPE_CHECKING:
    import pyarrow as pa

_N_ROWS: Final = 64
"""Rows held at a time: of the longest texts some hundred MB, of common ones under one."""

_BUFFER: Final = 1 << 20


def read_parquet(stream: BinaryIO, origin: Origin) -> Iterator[Found | Rejection]:
    """The reports of a Parquet file, numbered by row from 1."""
    import pyarrow as pa  # noqa: PLC0415  heavy, and needed for this kind alone

    try:
        for number, row in enumerate(_rows(stream, origin), 1):
            try:
                yield found(_values(row), origin, f"{origin.stem}:{number}", number)
            except Refused as refused:
                yield origin.rejection(refused, number)
    # What pyarrow raises for a file that is broken or not Parquet at all; pa.lib.ArrowException covers most.
    except (pa.lib.ArrowException, OSError, UnicodeDecodeError) as error:
        raise Refused(Code.BROKEN_FILE, f"is broken as Parquet ({_first_line(error)}); write it again") from None


def _rows(stream: BinaryIO, origin: Origin) -> Iterator["pa.RecordBatch"]:
    """Each row as a batch of its own."""
    from pyarrow import parquet  # noqa: PLC0415  as above

    # Column chunks are streamed rather than loaded whole, which keeps memory flat whatever the row groups.
    with parquet.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False) as file:
        names = file.schema_arrow.names
        wanted = [origin.settings.column(name) for name in FIELDS]
        if wanted[FIELDS.index("text")] not in names:
            told = ", ".join(repr(name[:30]) for name in names[:8])
            reason = f"has no column {origin.settings.column('text')!r} (it has {told})"
            raise Refused(Code.NO_COLUMN, f"{reason}; name it, as in --columns text=body")
        columns = [name for name in wanted if name in names]
        for batch in file.iter_batches(batch_size=_N_ROWS, columns=columns, use_threads=False):
            yield from (batch.slice(row, 1) for row in range(batch.num_rows))


def _values(row: "pa.RecordBatch") -> dict[str, Any]:
    try:
        [values] = row.to_pylist()
    # Parquet has days beyond year 9999, time zones of any name, and texts that are not checked.
    except (ValueError, OverflowError, KeyError) as error:
        raise Refused(Code.BROKEN_ROW, f"has a value that cannot be read ({_first_line(error)}); mend it") from None
    return dict(values)


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0][:100] or type(error).__name__
