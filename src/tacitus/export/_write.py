"""Entries to files: the events, the totals, what was left out and why, and notes where a format has no column."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, Final

from tacitus.codebook import Codebook, load_codebook
from tacitus.errors import OutputError
from tacitus.export._choice import Choice
from tacitus.export._entry import Entry
from tacitus.export._formats import LAYOUTS, Format
from tacitus.export._ids import number
from tacitus.export._layout import Layout, Refusal, Sheet
from tacitus.export._notes import notes
from tacitus.export._separated import SeparatedSheet
from tacitus.model import IncidentKind

_LEFT_OUT: Final = ("id", "reason", "notes")
_NOTES: Final = ("id", "number", "notes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an export came to: entries taken and passed over, rows, what the format's rules left out, and the files."""

    n_chosen: int
    n_passed_over: int
    n_rows: int
    n_aggregates: int
    left_out: Mapping[str, int] = field(default_factory=dict)
    files: tuple[Path, ...] = ()


def write(
    entries: Iterable[Entry],
    output: Path | str | BinaryIO,
    *,
    to: Format | str,
    choice: Choice | None = None,
    codebook: Codebook | None = None,
) -> Written:
    """Write the chosen entries in the order given; the same entries give the same bytes.

    Beside `events.csv` stand `events.aggregates.csv` with the totals and, where the format's rules leave something
    out, `events.left-out.csv` with the reasons; all of them are replaced, whole or not at all. A stream gets the
    events alone.

    Raises:
        OutputError: a file cannot be written.
        ExportTooLargeError: the format cannot hold so many rows.
    """
    layout, chosen = LAYOUTS[Format(to)], choice or Choice()
    book = codebook or load_codebook()
    entries = _begun(entries)
    if not isinstance(output, str | Path):
        return _Run.to_stream(layout, book, output).over(entries, chosen)
    with _replacing(companions(Path(output), to)) as streams:
        return _Run.to_files(layout, book, streams).over(entries, chosen)


def _begun(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The same entries, the first already asked for: where there is nothing to read, not even a head is written."""
    rest = iter(entries)
    return chain(tuple(islice(rest, 1)), rest)


def companions(path: Path, to: Format | str) -> Mapping[str, Path]:
    """Every file that an export to `path` writes, by what it holds."""
    layout = LAYOUTS[Format(to)]
    found = {"events": path, "aggregates": _beside(path, "aggregates", path.suffix if layout.holds_totals else ".csv")}
    if layout.refuses:
        found["left out"] = _beside(path, "left-out", ".csv")
    if not layout.holds_notes:
        found["notes"] = _beside(path, "notes", ".csv")
    return found


def _beside(path: Path, what: str, suffix: str) -> Path:
    return path.with_name(f"{path.stem}.{what}{suffix}")


class _Run:
    """One export under way: its sheets and its counts."""

    def __init__(self, layout: Layout, book: Codebook, sheets: Mapping[str, Sheet], files: tuple[Path, ...]) -> None:
        self._layout = layout
        self._book = book
        self._sheets = sheets
        self._files = files
        self._counts: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()

    @classmethod
    def to_stream(cls, layout: Layout, book: Codebook, stream: BinaryIO) -> "_Run":
        return cls(layout, book, {"events": layout.sheet(stream)}, ())

    @classmethod
    def to_files(cls, layout: Layout, book: Codebook, streams: Mapping[str, tuple[Path, BinaryIO]]) -> "_Run":
        totals = layout if layout.holds_totals else LAYOUTS[Format.CSV]
        makers: Mapping[str, Callable[[BinaryIO], Sheet]] = {
            "events": layout.sheet,
            "aggregates": totals.sheet,
            "left out": lambda stream: SeparatedSheet(stream, _LEFT_OUT, heads=(_LEFT_OUT,)),
            "notes": lambda stream: SeparatedSheet(stream, _NOTES, heads=(_NOTES,)),
        }
        sheets = {what: makers[what](stream) for what, (_, stream) in streams.items()}
        return cls(layout, book, sheets, tuple(path for path, _ in streams.values()))

    def over(self, entries: Iterable[Entry], choice: Choice) -> Written:
        try:
            for entry in entries:
                if entry in choice:
                    self._take(entry)
                else:
                    self._counts["passed over"] += 1
        except BaseException:
            for sheet in self._sheets.values():
                sheet.discard()
            raise
        for sheet in self._sheets.values():
            sheet.close()
        return Written(
            n_chosen=self._counts["chosen"],
            n_passed_over=self._counts["passed over"],
            n_rows=self._counts["rows"],
            n_aggregates=self._counts["aggregates"],
            left_out=dict(sorted(self._left_out.items())),
            files=self._files,
        )

    def _take(self, entry: Entry) -> None:
        self._counts["chosen"] += 1
        is_total = entry.kind is IncidentKind.AGGREGATE
        layout = LAYOUTS[Format.CSV] if is_total and not self._layout.holds_totals else self._layout
        rows = layout.rows(entry, self._book)
        if isinstance(rows, Refusal):
            self._leave_out(entry, rows)
            return
        self._counts["aggregates" if is_total else "rows"] += len(rows)
        self._add("aggregates" if is_total else "events", *rows)
        if not is_total:
            self._add("notes", {"id": entry.id, "number": number(entry.id), "notes": notes(entry)})

    def _leave_out(self, entry: Entry, refusal: Refusal) -> None:
        self._left_out[refusal.reason] += 1
        self._add("left out", {"id": entry.id, "reason": refusal.reason, "notes": notes(entry)})

    def _add(self, what: str, *rows: Mapping[str, object]) -> None:
        """Write the rows, if this export has such a sheet."""
        for row in rows if what in self._sheets else ():
            self._sheets[what].add(row)


@contextmanager
def _replacing(paths: Mapping[str, Path]) -> Iterator[Mapping[str, tuple[Path, BinaryIO]]]:
    """Streams of new files that take the place of the old ones together at the end of the block, if it ends well."""
    parts = {what: path.with_name(f".{path.name}.{os.getpid()}.part") for what, path in paths.items()}
    try:
        with _told(paths["events"]), ExitStack() as stack:
            yield {what: (paths[what], stack.enter_context(part.open("wb"))) for what, part in parts.items()}
        with _told(paths["events"]):
            for what, part in parts.items():
                part.replace(paths[what])
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise OutputError(
            f"{OutputError.code}: cannot write {path} ({fault.strerror}); check the path, the rights and the space"
        ) from fault
