"""Files of coded reports that a later run adds to: a folder with a file a report, or one file with a line a report.

Both know what they hold, so that a run that was cut off goes on where it stopped.
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from tacitus import records
from tacitus.errors import OutputError
from tacitus.model import CodedReport, Report, Versions

LINES: Final = (".jsonl", ".ndjson")
"""Suffixes of an output that is one file."""

_FILES: Final = {".csv", ".db", ".gz", ".json", ".parquet", ".sqlite", ".tsv", ".txt", ".xlsx"}
"""Suffixes by which somebody means a file of another kind; a new folder of such a name would be a surprise."""

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")  # ASCII alone means the same file on every file system
_MAX_NAME = 100
_RESULTS: Final = {"events", "remarks", "share_read"}
"""What coding makes. All else in a record is what it was made from: equal in that, equal in all."""


class Kept(Protocol):
    """A place that keeps coded reports from one run to the next."""

    def __call__(self, coded: CodedReport) -> None:
        """Keep a coded report."""
        ...

    def holds(self, report: Report, versions: Versions) -> bool:
        """Whether this very report is kept, coded with these versions."""
        ...


@contextmanager
def keeping(path: str | None) -> Iterator[Kept | None]:
    """The file of JSON Lines or the folder that a path names, made where there is none; None where none is named.

    Raises:
        OutputError: it cannot be made, is meant to be a file of another kind, or holds other things than records.
    """
    if path is None:
        yield None
    elif Path(path).suffix.lower() in LINES:
        with closing(LinesFile(Path(path))) as file:
            yield file
    elif Path(path).suffix.lower() in _FILES and not Path(path).is_dir():
        raise OutputError(
            f"{OutputError.code}: {path} is neither a .jsonl file nor a folder; name one of these, give a ledger as "
            "--ledger, or make a table of what is coded with `tacitus export`"
        )
    else:
        yield Folder(Path(path))


class Folder:
    """A folder with one JSON file for each report, written whole or not at all; another of the same id is replaced."""

    def __init__(self, path: Path) -> None:
        with writing(str(path)):
            path.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()

    def __call__(self, coded: CodedReport) -> None:
        """Write the file of a report."""
        file = self._path / self._name(coded.doc_id)
        with writing(str(file)):
            _replace(file, records.as_line(coded) + "\n")

    def holds(self, report: Report, versions: Versions) -> bool:
        """Whether the report's file is there and was made from the same."""
        file = self._path / self._name(report.doc_id)
        try:
            return identity(json.loads(file.read_bytes())) == _identity(report, versions)
        except (OSError, ValueError, AttributeError):  # not there, cut off, or something else: it will be replaced
            return False

    def _name(self, doc_id: str) -> str:
        """The file of a report, which stays the same however often it is asked for."""
        if doc_id not in self._names:
            self._names[doc_id] = file_name(doc_id, self._taken)
            self._taken.add(self._names[doc_id].casefold())
        return self._names[doc_id]


class LinesFile:
    """One file with a line of JSON for each report, of which a second line for an id is the newer one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with writing(str(path)):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
            self._kept, end = _lines(path)
            self._file = path.open("r+b")
            self._file.truncate(end)  # the half line of a run that was killed
            self._file.seek(end)

    def __call__(self, coded: CodedReport) -> None:
        """Append the line of a report."""
        with writing(str(self._path)):
            self._file.write(records.as_line(coded).encode() + b"\n")
            self._file.flush()

    def close(self) -> None:
        """Let go of the file; every line is in it."""
        self._file.close()

    def holds(self, report: Report, versions: Versions) -> bool:
        """Whether a line was made from the same."""
        return _identity(report, versions) in self._kept


def identity(record: Mapping[str, Any]) -> bytes:
    """A digest of what a record was made from: report and versions."""
    source = {key: value for key, value in record.items() if key not in _RESULTS}
    return hashlib.sha256(json.dumps(source, sort_keys=True).encode()).digest()[:16]


def _identity(report: Report, versions: Versions) -> bytes:
    return identity(records.as_record(CodedReport(report=report, events=(), versions=versions)))


def _lines(path: Path) -> tuple[set[bytes], int]:
    """The identities of a file's lines, and where its last whole line ends."""
    kept: set[bytes] = set()
    end = 0
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.endswith(b"\n"):
                break
            try:
                record = json.loads(line)
                kept.add(identity(record))
                record["text_sha256"]
            except (ValueError, AttributeError, TypeError, KeyError) as fault:
                raise OutputError(
                    f"{OutputError.code}: {path}:{number} is no record of a coded report; nothing is added to such a "
                    "file, name another"
                ) from fault
            end += len(line)
    return kept, end


def file_name(doc_id: str, taken: set[str]) -> str:
    """The id as a file name. An id that has to be changed, or differs from a taken one in case only, gets a digest."""
    safe = _UNSAFE.sub("_", doc_id).lstrip(".")[:_MAX_NAME]
    plain = f"{safe}.json"
    if safe and safe == doc_id and plain.casefold() not in taken:
        return plain
    digest = hashlib.sha256(doc_id.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{safe}-{digest}.json" if safe else f"{digest}.json"


@contextmanager
def writing(what: str) -> Iterator[None]:
    """What the system refuses to write ends the run with one line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise OutputError(
            f"{OutputError.code}: cannot write {what} ({fault.strerror}); check the path, the rights and the space"
        ) from fault


def _replace(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
