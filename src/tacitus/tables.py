"""Coded reports and ledgers as what is exported, and as frames of pandas, polars or Arrow.

    with Ledger.open("war.db", create=False) as ledger:
        incidents(ledger)                               # a pandas frame, a row an incident
        events(ledger, library="polars")                # a polars frame, a row an event of a report
        write(entries_of_ledger(ledger), "events.csv", to="acled")

The columns of frames are those of `tacitus export --to csv` (docs/export.md).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, overload

from tacitus import records
from tacitus.errors import ExportUseError
from tacitus.export import Entry, Telling, entry_of_event, entry_of_incident, row_of, table
from tacitus.ledger import EventFilter, EventOrder, EventRow, IncidentFilter, IncidentOrder, IncidentPage, Ledger
from tacitus.linking import kind_of
from tacitus.model import Rejection

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = [
    "entries_of",
    "entries_of_file",
    "entries_of_ledger",
    "entry_of_page",
    "events",
    "events_of_ledger",
    "frame",
    "incidents",
    "is_ledger",
]

Library = Literal["pandas", "polars", "pyarrow"]

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
                f"{ExportUseError.code}: {source} holds no incidents; link its events first with "
                f"`tacitus link {source}`"
            )
        yield from events_of_ledger(ledger) if events else entries_of_ledger(ledger)


def entries_of_ledger(ledger: Ledger, where: IncidentFilter | None = None) -> Iterator[Entry]:
    """The incidents of the latest linking with all their claims, in the order of their days."""
    for row in ledger.incidents(where, IncidentOrder.OLDEST):
        yield entry_of_page(ledger.incident(row.incident.id))


def entry_of_page(page: IncidentPage) -> Entry:
    """One incident as a ledger tells it."""
    return entry_of_incident(page.incident, [_telling(event) for event in page.events])


def events_of_ledger(ledger: Ledger, where: EventFilter | None = None) -> Iterator[Entry]:
    """The events of every report as they now stand, in the order of publication."""
    for row in ledger.events(where, EventOrder.OLDEST):
        yield entry_of_event(_telling(row), kind_of(row.event, row.published))


@overload
def events(
    source: Ledger | str | Path, where: EventFilter | None = None, *, library: Literal["pandas"] = "pandas"
) -> "pd.DataFrame": ...
@overload
def events(
    source: Ledger | str | Path, where: EventFilter | None = None, *, library: Literal["polars"]
) -> "pl.DataFrame": ...
@overload
def events(
    source: Ledger | str | Path, where: EventFilter | None = None, *, library: Literal["pyarrow"]
) -> "pa.Table": ...
def events(source: Ledger | str | Path, where: EventFilter | None = None, *, library: Library = "pandas") -> Any:
    """The events of single reports as a frame: of a ledger, or of a file that `tacitus code` wrote.

    Raises:
        ExportUseError: a line of the file is no record, or a filter is given with a file, which none applies to.
    """
    if isinstance(source, Ledger):
        return frame(events_of_ledger(source, where), library=library)
    if where is not None:
        raise ExportUseError(f"{ExportUseError.code}: a filter asks a ledger; filter the frame of a file itself")
    return frame(map(_sound, entries_of_file(source)), library=library)


def incidents(ledger: Ledger, where: IncidentFilter | None = None, *, library: Library = "pandas") -> Any:
    """The incidents of the latest linking as a frame."""
    return frame(entries_of_ledger(ledger, where), library=library)


def frame(entries: Iterable[Entry], *, library: Library = "pandas") -> Any:
    """Entries as a frame, a row each. Whole numbers that may be missing stay whole, lists are lists.

    Raises:
        ExportUseError: the library is not installed, or is none of ours.
    """
    made = table([row for entry in entries for row in row_of(entry)])
    try:
        match library:
            case "pandas":
                return _to_pandas(made)
            case "polars":
                import polars as pl  # noqa: PLC0415  an extra, loaded where it is asked for

                return pl.from_arrow(made)
            case "pyarrow":
                return made
    except ModuleNotFoundError as fault:
        raise ExportUseError(
            f"{ExportUseError.code}: {library} is not installed; install it with `pip install {library}`"
        ) from fault
    raise ExportUseError(f"{ExportUseError.code}: no frames of {library!r}; known: pandas, polars, pyarrow")


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


def _telling(row: EventRow) -> Telling:
    return Telling(
        doc_id=row.key.doc_id,
        event=row.event,
        published=row.published,
        title=row.title,
        source=row.source,
        url=row.url,
        review=row.state.value,
    )


def _sound(found: Entry | Rejection) -> Entry:
    if isinstance(found, Rejection):
        raise ExportUseError(f"{ExportUseError.code}: {found}")
    return found


def _to_pandas(made: "pa.Table") -> "pd.DataFrame":
    import pandas as pd  # noqa: PLC0415  an extra, loaded where it is asked for

    kinds = {"int64": pd.Int64Dtype(), "string": pd.StringDtype()}
    return made.to_pandas(types_mapper=lambda kind: kinds.get(str(kind)), date_as_object=False)
