"""Lines to events, joined with the texts; every fault names its file and line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from tacitus.model import Event, Realis, Rejection, Report
from training.standoff._fields import Values, add_field
from training.standoff._record import OTHER_TEXT, UNKNOWN_REPORT, UNREADABLE, Annotation, AnnotationError

_HEAD = re.compile(r"doc (\S+) (\d{4}-\d\d-\d\d|-) ([0-9a-f]{64})")
_EVENT = re.compile(r"(e\d+) ([A-Z]+) (\S+) (\S+)(?: acled=(.+))?")
Block = list[tuple[int, str]]


def read_annotations(path: Path, reports: Mapping[str, Report]) -> Iterator[Annotation]:
    """The annotations of a file, or of every `.txt` file of a folder, with the words of `reports` filled in.

    Raises:
        AnnotationError: at the first fault: a line that cannot be read, a report that is missing or whose text
            has another digest, an offset outside the text.
    """
    for found in scan_annotations(path, reports):
        if isinstance(found, Rejection):
            raise AnnotationError(found)
        yield found


def scan_annotations(path: Path, reports: Mapping[str, Report]) -> Iterator[Annotation | Rejection]:
    """Like `read_annotations`, with the first fault of each faulty annotation in its place."""
    for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
        for block in _blocks(file):
            yield _annotation(file, block, reports)


def _blocks(file: Path) -> Iterator[Block]:
    """The numbered lines of each `doc`; empty lines and lines that begin with # are passed over."""
    block: Block = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("doc ") and block:
            yield block
            block = []
        block.append((number, line))
    if block:
        yield block


def _annotation(file: Path, block: Block, reports: Mapping[str, Report]) -> Annotation | Rejection:
    number, line = block[0]
    head = _HEAD.fullmatch(line)
    if not head:
        wanted = f"a line `doc ID DATE SHA256`, got {line!r}"
        return Rejection(source=str(file), code=UNREADABLE, reason=f"wanted {wanted}", line=number)
    doc_id, published, digest = head.groups()
    report = reports.get(doc_id)
    if report is None:
        return Rejection(source=str(file), code=UNKNOWN_REPORT, reason=f"no report {doc_id!r} is given", line=number)
    if report.sha256 != digest:
        reason = f"the text of {doc_id!r} is another than the annotated one: its SHA-256 is {report.sha256}"
        return Rejection(source=str(file), code=OTHER_TEXT, reason=reason, line=number)
    day = None if published == "-" else date.fromisoformat(published)
    return _with_events(file, block[1:], replace(report, published=day))


def _with_events(file: Path, block: Block, report: Report) -> Annotation | Rejection:
    events: list[Values] = []
    for number, line in block:
        try:
            if line.startswith(" "):
                add_field(_last(events, line), report.text, line.strip())
            else:
                events.append(_opened(line))
        except ValueError as fault:
            return Rejection(source=str(file), code=UNREADABLE, reason=str(fault), line=number)
    return _closed(file, block, report, events)


def _last(events: list[Values], line: str) -> Values:
    if not events:
        raise ValueError(f"a field stands before the first event: {line!r}")
    return events[-1]


def _opened(line: str) -> Values:
    match = _EVENT.fullmatch(line)
    if not match:
        raise ValueError(f"wanted a line `ID CATEGORY MODES REALIS [acled=TYPE]`, got {line!r}")
    event_id, category, modes, realis, acled = match.groups()
    mode = () if modes == "-" else tuple(modes.split(","))
    return {"id": event_id, "category": category, "mode": mode, "realis": Realis(realis), "acled": acled}


def _closed(file: Path, block: Block, report: Report, events: list[Values]) -> Annotation | Rejection:
    ids = [values["id"] for values in events]
    for values in events:
        unknown = [other for other in values.get("responds_to", ()) if other not in ids]
        reason = (
            (f"{values['id']} has no trigger" if "trigger" not in values else "")
            or (f"{values['id']} responds to {unknown[0]}, which is no event" if unknown else "")
            or (f"{values['id']} is the id of two events" if ids.count(values["id"]) > 1 else "")
        )
        if reason:
            line = next(number for number, text in block if text.startswith(f"{values['id']} "))
            return Rejection(source=str(file), code=UNREADABLE, reason=reason, line=line)
    return Annotation(report=report, events=tuple(Event(**values) for values in events))
