"""Reports from paths, one after the other, each with an id of its own."""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final

from tacitus.intake._json import read_json, read_jsonl
from tacitus.intake._origin import Found, Origin
from tacitus.intake._refused import MAX_LINE_BYTES, Code, Refused
from tacitus.intake._text import read_text
from tacitus.model import Rejection, Report

Outcomes = Iterator[Found | Rejection]

_STDIN: Final = "-"
_JSONL: Final = {".jsonl", ".ndjson"}
_SUFFIXES: Final = {".txt", ".json", *_JSONL}
_N_DIGEST: Final = 8
_JSON_HEAD: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{|\[\s*(?:\{|$))")


def read(paths: Iterable[str | Path], *, today: date | None = None) -> Iterator[Report | Rejection]:
    """The reports of files and folders, in the order given, read only as they are asked for.

    A folder stands for its own .txt, .json, .jsonl and .ndjson files, sorted by name; `-` for standard input. A
    file with another suffix is read as text. Ids are unique within one call.

    Args:
        paths: Files, folders, or `-`.
        today: The day after which a publication date is too far in the future; today in UTC unless given.
    """
    today = today or datetime.now(UTC).date()
    taken: set[str] = set()
    for path in map(str, paths):
        for outcome in _standard_input(today) if path == _STDIN else _path(Path(path), path, today):
            yield outcome if isinstance(outcome, Rejection) else _with_own_id(outcome, taken)


def _path(path: Path, source: str, today: date) -> Outcomes:
    """What is in a file, or in the files of a folder."""
    origin = Origin(source=source, stem=path.stem, today=today)
    try:
        if path.is_dir():
            for file in _files(path):
                yield from _path(file, str(file), today)
        else:
            with _opened(path) as stream:
                yield from _of_suffix(path.suffix.lower(), stream, origin)
    except Refused as refused:
        yield origin.rejection(refused)
    except OSError as error:
        yield origin.rejection(Refused(Code.NO_ACCESS, f"cannot be read ({error.strerror}); check the path and rights"))


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except (FileNotFoundError, ValueError):  # ValueError: the path holds a NUL
        raise Refused(Code.MISSING_FILE, "is not there; check the path") from None


def _files(folder: Path) -> list[Path]:
    """The files of a folder that may hold reports; hidden ones and folders inside it are left alone."""
    inside = (path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES and not path.name.startswith("."))
    files = sorted(path for path in inside if not path.is_dir())
    if not files:
        suffixes = ", ".join(sorted(_SUFFIXES))
        raise Refused(Code.NO_REPORTS, f"is a folder without reports; put {suffixes} files in it, not in folders below")
    return files


def _of_suffix(suffix: str, stream: BinaryIO, origin: Origin) -> Outcomes:
    if suffix in _JSONL:
        yield from read_jsonl(stream, origin)
    elif suffix == ".json":
        yield from read_json(stream, origin)
    else:
        yield read_text(stream, origin)


def _standard_input(today: date) -> Outcomes:
    """What is piped in: the first line tells whether it is JSONL, JSON or text."""
    origin = Origin(source=_STDIN, stem="stdin", today=today)
    first = sys.stdin.buffer.readline(MAX_LINE_BYTES + 1)
    stream = io.BufferedReader(_Rejoined(first, sys.stdin.buffer))
    try:
        yield from _of_suffix(_suffix_of(first), stream, origin)
    except Refused as refused:
        yield origin.rejection(refused)


def _suffix_of(first: bytes) -> str:
    """What a file with this first line would be called. JSON over several lines breaks its first one after a sign."""
    if not _JSON_HEAD.match(first):
        return ".txt"
    return ".json" if first.lstrip().startswith(b"[") or first.rstrip().endswith((b"{", b",", b":", b"[")) else ".jsonl"


def _with_own_id(found: Found, taken: set[str]) -> Report | Rejection:
    """The report with an id that no earlier one has; only an id that we made up ourselves may be changed."""
    report = found.report
    if report.doc_id in taken and not found.named:
        report = replace(report, doc_id=f"{report.doc_id}-{report.sha256[:_N_DIGEST]}")
    if report.doc_id in taken:
        reason = f"has the id {report.doc_id!r} of an earlier report; give it another, or leave out the repetition"
        return Rejection(source=found.source, code=Code.DUPLICATE_ID, reason=reason, line=found.line)
    taken.add(report.doc_id)
    return report


class _Rejoined(io.RawIOBase):
    """A stream with the bytes that were already taken from it put back in front."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = io.BytesIO(first)
        self._rest = rest

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer from what was put back, then from the stream."""
        taken = self._first.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(taken)] = taken
        return len(taken)
