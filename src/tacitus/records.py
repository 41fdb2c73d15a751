"""Coded reports as JSON: the record that the command line writes and other tools read.

The keys are those of the annotation guide. A record carries the digest of the report's text, not the text: offsets
point into the text that the reader of the record holds. Writing is plain standard library, since it is done once
per report; reading is a border, so pydantic checks it over the same dataclasses.
"""

import json
import re
import reprlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tacitus.errors import RecordError
from tacitus.model import CodedReport, Event, Figure, Incident, Quantity, Rejection, Report, Versions

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = [
    "CodedRecord",
    "as_line",
    "as_record",
    "event_as_record",
    "event_from_record",
    "from_line",
    "from_record",
    "incident_as_line",
    "incident_as_record",
    "load",
    "schema",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedRecord:
    """A coded report without its text.

    `text_sha256` is the digest of the text as UTF-8, `share_read` the share of its characters that was read.
    """

    doc_id: str
    published: date | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    text_sha256: str
    share_read: float = 1.0
    events: tuple[Event, ...]
    remarks: tuple[str, ...] = ()
    versions: Versions

    @classmethod
    def of(cls, coded: CodedReport) -> Self:
        """The record of a coded report."""
        report = coded.report
        return cls(
            doc_id=report.doc_id,
            published=report.published,
            title=report.title,
            source=report.source,
            url=report.url,
            text_sha256=report.sha256,
            share_read=coded.share_read,
            events=coded.events,
            remarks=coded.remarks,
            versions=coded.versions,
        )

    def with_text(self, text: str) -> CodedReport:
        """The coded report again, given its text.

        Raises:
            RecordError: this is not the text that was coded, so no offset could be trusted.
        """
        report = Report(
            doc_id=self.doc_id,
            text=text,
            published=self.published,
            title=self.title,
            source=self.source,
            url=self.url,
        )
        if report.sha256 != self.text_sha256:
            raise RecordError(
                f"{RecordError.code}: the text given for {self.doc_id!r} has SHA-256 {report.sha256[:12]}…, the record "
                f"was made from {self.text_sha256[:12]}…; give the text exactly as it was coded"
            )
        return CodedReport(
            report=report,
            events=self.events,
            remarks=self.remarks,
            share_read=self.share_read,
            versions=self.versions,
        )


def as_record(coded: CodedReport) -> dict[str, Any]:
    """A coded report as JSON values, without its text; what the report does not say is left out."""
    return _fields(CodedRecord.of(coded))


def as_line(coded: CodedReport) -> str:
    """The record of a coded report as one line of JSON, without the line end, safe to print and to encode."""
    return _line(as_record(coded))


def event_as_record(event: Event) -> dict[str, Any]:
    """One event as JSON values; what the report does not say is left out."""
    return _fields(event)


def incident_as_record(incident: Incident) -> dict[str, Any]:
    """One incident as JSON values, with all its claims; what no report says is left out."""
    return _fields(incident)


def incident_as_line(incident: Incident) -> str:
    """The record of an incident as one line of JSON, as `as_line` writes that of a report."""
    return _line(incident_as_record(incident))


def from_record(record: Mapping[str, object]) -> CodedRecord:
    """The record in typed form; keys that are not known are passed over.

    Raises:
        RecordError: the record does not fit `schema()`, or a span or an interval in it is impossible.
    """
    read: CodedRecord = _read(CodedRecord, record)
    return read


def from_line(line: str | bytes) -> CodedRecord:
    """The record of one line of JSON, as `as_line` writes it.

    Raises:
        RecordError: the line is no JSON object, or does not fit `schema()`.
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise RecordError(
            f"{RecordError.code}: is no JSON ({fault}); `tacitus code` writes one object a line"
        ) from fault
    if not isinstance(record, dict):
        raise RecordError(f"{RecordError.code}: is no JSON object, got {reprlib.repr(record)}; see `tacitus schema`")
    return from_record(record)


def load(path: str | Path) -> Iterator[CodedRecord | Rejection]:
    """The records of a file of `tacitus code`, one a line, read as they are asked for.

    A line that is no record comes out as a `Rejection` in its place. Blank lines are passed over.

    Raises:
        RecordError: the file cannot be opened or read.
    """
    try:
        with Path(path).open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _loaded(line, str(path), number)
    except OSError as fault:
        raise RecordError(
            f"{RecordError.code}: {path} cannot be read ({fault.strerror}); give a file that `tacitus code` wrote"
        ) from fault


def event_from_record(record: Mapping[str, object]) -> Event:
    """One event of the annotation guide's form, from a record or an annotation.

    Raises:
        RecordError: the event does not fit its part of `schema()`.
    """
    read: Event = _read(Event, record)
    return read


def schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of the record of a coded report."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter(CodedRecord).json_schema()}


# Written even where null or empty: an open bound says something, and a reader may count on the outer keys.
_ALWAYS = {Quantity: {"low", "high"}, Figure: {"best", "low", "high"}, CodedRecord: {"published", "events", "remarks"}}

_PLAIN = frozenset({str, int, float, bool, type(None)})

# Controls that JSON allows but a terminal may obey, line ends that some readers split at, and lone surrogates,
# which no encoding can hold.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def _line(record: Mapping[str, object]) -> str:
    return _UNSAFE.sub(_escape, json.dumps(record, ensure_ascii=False))


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


@cache
def _shape(kind: type[Any]) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[tuple[str, bool], ...]]:
    """What takes the values of a dataclass of two fields or more; the key of each, and whether it is always told."""
    names, always = [field.name for field in fields(kind)], _ALWAYS.get(kind, set())
    return attrgetter(*names), tuple((name.removesuffix("_"), name in always) for name in names)


def _fields(record: object) -> dict[str, Any]:
    kind: Any = type(record)
    values, keys = _shape(kind)
    found: dict[str, Any] = {}
    for value, (key, always) in zip(values(record), keys, strict=True):
        if type(value) in _PLAIN:  # nearly all values are, and this is asked of each
            if always or value is not None:
                found[key] = value
        elif always or value != ():
            found[key] = _plain(value)
    return found


def _plain(value: object) -> object:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return _fields(value) if is_dataclass(value) else value


def _loaded(line: bytes, source: str, number: int) -> CodedRecord | Rejection:
    try:
        return from_line(line)
    except RecordError as fault:
        reason = str(fault).removeprefix(f"{RecordError.code}: ")
        return Rejection(source=source, code=RecordError.code, reason=reason, line=number)


@cache
def _adapter(kind: type[Any]) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter  # noqa: PLC0415  heavy, and needed only at this border

    return TypeAdapter(kind)


def _read(kind: Any, record: Mapping[str, object]) -> Any:
    from pydantic import ValidationError  # noqa: PLC0415  as above

    try:
        return _adapter(kind).validate_python(record)
    except ValidationError as fault:
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "record"
        raise RecordError(
            f"{RecordError.code}: {where}: {first['msg']}, got {reprlib.repr(first['input'])}; see `tacitus schema`"
        ) from fault
