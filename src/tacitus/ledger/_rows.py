"""Records as rows of the tables, and back."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import RowMapping

from tacitus import records
from tacitus.errors import LedgerUseError
from tacitus.ledger._current import Standing
from tacitus.ledger._records import Action, Decision
from tacitus.model import (
    CodedReport,
    Event,
    EventKey,
    Evidenced,
    Incident,
    Party,
    Place,
    Quantity,
    Report,
    Span,
    Versions,
)

VERSIONS: Final = ("code", "model", "codebook", "gazetteer")

_LARGEST: Final = 2**63 - 1
"""What a whole number of either database holds."""

_NOT_CHARACTERS: Final = re.compile("[\0\ud800-\udfff]")
"""What PostgreSQL does not hold, and what no encoding does."""


def digest_of(*values: object) -> str:
    """SHA-256 of values that JSON can hold, in their order."""
    return hashlib.sha256(json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def report_digest(report: Report) -> str:
    """What coding depends on: the text, and the day against which its dates are told."""
    return digest_of(report.sha256, None if report.published is None else report.published.isoformat())


def appearance_of(report: Report) -> tuple[str | None, ...]:
    """Where a text stood, and under which id it was given."""
    return report.doc_id, report.title, report.source, report.url


def versions_digest(versions: Versions) -> str:
    """Equal for equal versions."""
    return digest_of(*(getattr(versions, name) for name in VERSIONS))


def versions_row(versions: Versions) -> dict[str, str]:
    """The columns of a run that say what coded it."""
    return {name: getattr(versions, name) for name in VERSIONS} | {"versions": versions_digest(versions)}


def versions_of(row: RowMapping) -> Versions:
    """The versions of a run's row."""
    return Versions(**{name: row[name] for name in VERSIONS})


def report_of(row: RowMapping) -> Report:
    """The report of a row with its text."""
    return Report(
        doc_id=row["doc_id"],
        text=row["text"],
        published=row["published"],
        title=row["title"],
        source=row["source"],
        url=row["url"],
    )


def event_of(record: Mapping[str, object]) -> Event:
    """The event of a JSON column."""
    return records.event_from_record(record)


def record_of(event: Event | None) -> dict[str, Any] | None:
    """The event as a JSON column holds it: the form of the annotation guide, and of docs/record.schema.json."""
    return None if event is None else records.event_as_record(event)


def event_row(standing: Standing, *, report_id: int, coding_id: int | None, published: date | None) -> dict[str, Any]:
    """The row of `events` for an event as it stands, less its ordinal."""
    event = standing.event
    return {
        "report_id": report_id,
        "event_id": event.id,
        "state": standing.state.value,
        "coding_id": coding_id if standing.coded is not None else None,
        "decision_id": None if standing.ruling is None else standing.ruling.id,
        "version": version_of(coding_id, standing.last_decision),
        "published": published,
        "confidence": event.confidence,
        **told_row(event),
        **_bounds("killed", event.killed),
        **_bounds("injured", event.injured),
        **_bounds("count", event.count),
    }


def version_of(coding_id: int | None, last_decision: int) -> str:
    """What changes with every coding and every decision."""
    return f"{coding_id or 0}.{last_decision}"


def told_row(told: Event | Incident) -> dict[str, Any]:
    """The columns that events and incidents have in common: what was done, where and when."""
    place, time = told.place, told.time
    return {
        "category": told.category,
        "modes": list(told.mode),
        "acled": told.acled,
        "realis": told.realis.value,
        "place": None if place is None else place.name,
        "region": None if place is None else place.region,
        "country": None if place is None else place.country,
        "lat": None if place is None else place.lat,
        "lon": None if place is None else place.lon,
        "place_precision": None if place is None else place.precision.value,
        "first_day": None if time is None else time.from_,
        "last_day": None if time is None else time.to,
    }


def evidence_rows(event: Event, report_id: int) -> Iterator[dict[str, Any]]:
    """One row for each value of the event that has words, and for each party, with words or without."""
    for field, values in _values(event):
        for ordinal, value in enumerate(values):
            named = value if isinstance(value, Party | Place) else None
            yield {
                "report_id": report_id,
                "event_id": event.id,
                "field": field,
                "ordinal": ordinal,
                "name": None if named is None else named.name,
                "country": None if named is None else named.country,
                "sector": value.sector if isinstance(value, Party) else None,
                "span_start": value.start,
                "span_end": value.end,
                "words": value.text,
            }


def misfits(event: Event, report: Report) -> Iterator[tuple[str, Span | Evidenced]]:
    """The values of an event whose words are not those that the report has there, each with its field."""
    text = report.text
    for field, values in _values(event):
        for value in values:
            if value.start is not None and text[value.start : value.end] != value.text:
                yield field, value


def check_event(event: Event, report: Report) -> None:
    """An event that the ledger can hold: every span is a slice of the report's text, every figure fits a column.

    Raises:
        LedgerUseError: one does not; the text names it.
    """
    for field, value in misfits(event, report):
        raise LedgerUseError(
            f"{LedgerUseError.code}: the {field} of event {event.id!r} has the span [{value.start}, {value.end}), "
            f"which holds other words in report {report.doc_id!r}; count code points of the text as it was coded"
        )
    for quantity in (event.killed, event.injured, event.count):
        if quantity is not None and max(quantity.low or 0, quantity.high or 0) > _LARGEST:
            raise LedgerUseError(
                f"{LedgerUseError.code}: event {event.id!r} of report {report.doc_id!r} has a figure of more than "
                f"{_LARGEST}, which no ledger holds"
            )


def check_report(coded: CodedReport) -> None:
    """A report that the ledger can hold: its words are characters, its events' ids are different, and these fit it.

    Raises:
        LedgerUseError: it is not one.
    """
    ids = [event.id for event in coded.events]
    if len(set(ids)) != len(ids):
        raise LedgerUseError(
            f"{LedgerUseError.code}: report {coded.doc_id!r} has two events of one id; number them anew"
        )
    for name in ("doc_id", "text", "title", "source", "url"):
        if found := _NOT_CHARACTERS.search(getattr(coded.report, name) or ""):
            kind = "a NUL" if found[0] == "\0" else f"half a character (U+{ord(found[0]):04X})"
            raise LedgerUseError(f"{LedgerUseError.code}: report {coded.doc_id!r} has {kind} in its {name}; remove it")
    for event in coded.events:
        check_event(event, coded.report)


def decision_of(row: RowMapping) -> Decision:
    """The decision of a row joined with its report's `doc_id`. Whether it was undone is told by later rows."""
    return Decision(
        id=row["id"],
        key=EventKey(doc_id=row["doc_id"], event_id=row["event_id"]),
        action=Action(row["action"]),
        by=row["coder"],
        at=row["at"],
        before=None if row["before"] is None else event_of(row["before"]),
        after=None if row["after"] is None else event_of(row["after"]),
        comment=row["comment"],
        sample=row["sample_id"],
        undoes=row["undoes"],
    )


def _values(event: Event) -> Iterator[tuple[str, Sequence[Span | Evidenced]]]:
    """Every value with its evidence, by field. Values deduced without words are left out, but for parties."""
    yield "trigger", (event.trigger,)
    yield "mentions", event.mentions
    yield "actors", event.actors
    yield "recipients", event.recipients
    for field in ("place", "time", "killed", "injured", "count"):
        value: Evidenced | None = getattr(event, field)
        if value is not None and value.start is not None:
            yield field, (value,)
    yield "weapons", event.weapons
    yield "attribution", event.attribution
    yield "claimed_by", event.claimed_by


def _bounds(name: str, quantity: Quantity | None) -> dict[str, int | None]:
    low, high = (None, None) if quantity is None else (quantity.low, quantity.high)
    return {f"{name}_low": low, f"{name}_high": high}
