"""What ledgers and files of coded reports hold, as it is exported, and files as frames.

    events("coded.jsonl")                       # a pandas frame, a row an event of a report
    entries_of("war.db")                        # what `tacitus export` writes, a ledger's or a file's

An open ledger gives its own: `ledger.incidents().to_pandas()`, `ledger.incidents().entries()`. Columns of frames are
those of `tacitus export --to csv` (docs/export.md).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tacitus import records
from tacitus.errors import ExportUseError
from tacitus.export import Entry, Library, Telling, entry_of_event, frame
from tacitus.ledger import EventOrder, IncidentOrder, Ledger
from tacitus.linking import kind_of
from tacitus.model import Rejection

__all__ = [
    "entries_of",
    "entries_of_file",
    "events",
    "is_ledger",
]

_SQLITE: Final = b"SQLite format 3\0"


def is_ledger(source: str | Path) -> bool:
    """Whether it is a database rather than a file of coded reports: a URL, or a file that SQLite made."""
    if isinstance(source, str) and "://" in source:
        return True
    try:
        with Path(source).open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False  # whoever opens it as records says what is wrong


def entries_of_file(path: str | Path) -> Iterator[Entry | Rejection]:
    """The events of a file that `tacitus code` wrote, in its order; a line that is no record is a rejection.

    Raises:
        RecordError: the file cannot be read.
    """
    for record in records.load(path):
        if isinstance(record, Rejection):
            yield record
        else:
            yield from _of_record(record)


def entries_of(source: str | Path, *, events: bool = False) -> Iterator[Entry | Rejection]:
    """What a ledger or a file of coded reports holds: its incidents, or the events of single reports.

    A file has events alone; with `events`, so has a ledger.

    Raises:
        ExportUseError: the ledger's events are not linked, so that it has no incidents.
        RecordError: the file cannot be read.
    """
    if not is_ledger(source):
        yield from entries_of_file(source)
        return
    with Ledger.open(source, create=False) as ledger:
        if not events and ledger.incidents().count() == 0:
            raise ExportUseError(
                f"{ExportUseError.code}: {ledger.name} holds no incidents; link its events first with "
                f"`tacitus link {ledger.name}`"
            )
        told = ledger.events(order=EventOrder.OLDEST) if events else ledger.incidents(order=IncidentOrder.OLDEST)
        yield from told.entries()


def events(path: str | Path, *, library: Library = "pandas") -> Any:
    """The events of a file that `tacitus code` wrote, as a frame; those of a ledger are `ledger.events().to_pandas()`.

    Raises:
        ExportUseError: a line of the file is no record, or the library is not installed.
        RecordError: the file cannot be read.
    """
    return frame(map(_sound, entries_of_file(path)), library=library)


def _of_record(record: records.CodedRecord) -> Iterator[Entry]:
    for event in record.events:
        telling = Telling(
            doc_id=record.doc_id,
            event=event,
            published=record.published,
            title=record.title,
            source=record.source,
            url=record.url,
        )
        yield entry_of_event(telling, kind_of(event, record.published))


def _sound(found: Entry | Rejection) -> Entry:
    if isinstance(found, Rejection):
        raise ExportUseError(f"{ExportUseError.code}: {found}")
    return found
