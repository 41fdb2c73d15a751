"""Reads what a coder left: JSON Lines as `tacitus code` writes them, or a folder with a JSON file for each report."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tacitus import records
from tacitus.analysis._same import Value
from tacitus.errors import RecordError
from tacitus.model import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Codings:
    """One coder's events by report, and what could not be read."""

    events: Mapping[str, tuple[Value, ...]]
    rejections: tuple[Rejection, ...] = ()


def codings(path: str | Path) -> Codings:
    """The events that a file or a folder holds, by report; of two records of one report the later counts.

    A record needs `events`, and `doc_id` unless it is a file of its own, whose name then counts. What is no record
    comes back as a rejection.

    Raises:
        RecordError: the file cannot be read, or there is not one record.
    """
    events: dict[str, tuple[Value, ...]] = {}
    rejections: list[Rejection] = []
    for where, name, text in _texts(Path(path)):
        try:
            doc_id, found = _read(text, name)
        except RecordError as fault:
            reason = str(fault).removeprefix(f"{RecordError.code}: ")
            rejections.append(Rejection(source=where, code=RecordError.code, reason=reason, line=_line(name)))
        else:
            events[doc_id] = found
    if not events:
        first = f" ({rejections[0]})" if rejections else ""
        raise RecordError(
            f"{RecordError.code}: {path} holds no record of a coded report{first}; give what `tacitus code` wrote, or "
            "a folder of such records"
        )
    return Codings(events=events, rejections=tuple(rejections))


def _texts(path: Path) -> Iterator[tuple[str, str | int, bytes]]:
    """Where each record stands, the name of its file or the number of its line, and its bytes."""
    try:
        if path.is_dir():
            yield from ((str(file), file.stem, file.read_bytes()) for file in sorted(path.glob("*.json")))
        elif path.suffix == ".json":
            yield str(path), path.stem, path.read_bytes()
        else:
            with path.open("rb") as lines:
                yield from ((str(path), number, line) for number, line in enumerate(lines, 1) if line.strip())
    except OSError as fault:
        raise RecordError(
            f"{RecordError.code}: {fault.filename or path} cannot be read ({fault.strerror}); give a file or folder of "
            "coded reports"
        ) from fault


def _read(text: bytes, name: str | int) -> tuple[str, tuple[Value, ...]]:
    try:
        record: Any = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise RecordError(f"{RecordError.code}: is no JSON ({fault})") from fault
    if not isinstance(record, dict) or not isinstance(record.get("events"), list):
        raise RecordError(f"{RecordError.code}: has no list of `events`; see `tacitus schema`")
    doc_id = record.get("doc_id", name)
    if not isinstance(doc_id, str):
        raise RecordError(f"{RecordError.code}: has no `doc_id` to tell the report by")
    for event in record["events"]:
        _check(event)
    return doc_id, tuple(record["events"])


def _check(event: object) -> None:
    """Let through what has the form of an event; null stands for what is left out."""
    if not isinstance(event, dict):
        raise RecordError(f"{RecordError.code}: an event is a JSON object, got {event!r:.60}")
    records.event_from_record({key: value for key, value in event.items() if value is not None})


def _line(name: str | int) -> int | None:
    return name if isinstance(name, int) else None
