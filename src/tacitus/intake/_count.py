"""How many reports inputs hold, where that can be told without reading them: for a progress bar, never for a result."""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from tacitus.intake._folders import files
from tacitus.intake._kinds import PACKED, of_name
from tacitus.intake._refused import Refused
from tacitus.intake._settings import Kind, Settings

_ONE: Final = {Kind.TEXT, Kind.PAGE, Kind.MAIL}
_CHUNK: Final = 1 << 20


def count(paths: Iterable[str | Path], *, settings: Settings | None = None) -> int | None:
    """The number of reports and rejections that `read` will give, as far as a look from outside tells.

    None where it takes reading: standard input, URLs, packed files, WARC, feeds, CSV, lists in a .json file.
    """
    total = 0
    for path in map(str, paths):
        if path == "-" or "://" in path:
            return None
        try:
            for file, _ in files(path):
                found = _in_file(file, settings or Settings())
                if found is None:
                    return None
                total += found
        except (Refused, OSError):
            total += 1  # one rejection
    return total


def _in_file(path: Path, settings: Settings) -> int | None:
    kind = settings.kind or of_name(path.name)[0] or (Kind.TEXT if not of_name(path.name)[1] else None)
    if kind in _ONE:
        return 1
    if path.suffix.lower() == PACKED:
        return None
    if kind is Kind.PARQUET:
        return _rows(path)
    with path.open("rb") as stream:
        if kind is Kind.JSONL:
            return _lines(stream)
        return 1 if kind is Kind.JSON and stream.read(_CHUNK).lstrip().startswith(b"{") else None


def _lines(stream: BinaryIO) -> int:
    """Lines with something on them; of those that are only blanks a few may be counted."""
    n_lines, last = 0, b"\n"
    while chunk := stream.read(_CHUNK):
        n_lines += chunk.count(b"\n") - (last + chunk).count(b"\n\n")
        last = chunk[-1:]
    return n_lines + (last != b"\n")


def _rows(path: Path) -> int | None:
    import pyarrow as pa  # noqa: PLC0415  heavy, and needed for this kind alone
    from pyarrow import parquet  # noqa: PLC0415

    try:
        with parquet.ParquetFile(path) as file:
            return int(file.metadata.num_rows)
    except pa.lib.ArrowException:
        return 1
