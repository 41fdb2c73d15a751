"""Events to lines: one spelling for each value, so that a correction is a one-line diff."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from tacitus.model import ONE, Event, Evidenced, Interval, Party, Place, Span
from training.standoff._record import Annotation

INDENT = "  "


def write_annotations(annotations: Iterable[Annotation], path: Path) -> None:
    """Write one file of annotations, in the order given; equal annotations give equal bytes."""
    path.write_text("\n".join(map(format_annotation, annotations)), encoding="utf-8")


def format_annotation(annotation: Annotation) -> str:
    """An annotation's lines, each ended by a line break."""
    report = annotation.report
    head = f"doc {report.doc_id} {report.published or '-'} {report.sha256}"
    body = (line for event in annotation.events for line in _event(event))
    return "".join(f"{line}\n" for line in (head, *body))


def _event(event: Event) -> Iterator[str]:
    modes = ",".join(event.mode) or "-"
    acled = f" acled={event.acled}" if event.acled else ""
    yield f"{event.id} {event.category} {modes} {event.realis}{acled}"
    for key, value in _fields(event):
        yield f"{INDENT}{key} {value}"


def _fields(event: Event) -> Iterator[tuple[str, str]]:
    yield "t", spans((event.trigger,))
    yield from _span_list("m", event.mentions)
    yield from (("a", _party(party)) for party in event.actors)
    yield from (("r", _party(party)) for party in event.recipients)
    if event.place:
        yield "p", _place(event.place)
    if event.time:
        yield "d", f"{_evidence(event.time)} = {_days(event.time)}"
    yield from _span_list("w", event.weapons)
    for key, quantity in (("k", event.killed), ("i", event.injured), ("n", event.count)):
        if quantity and (key != "n" or quantity != ONE):
            yield key, f"{_evidence(quantity)} = {_bound(quantity.low)} {_bound(quantity.high)}"
    yield from _span_list("s", event.attribution)
    yield from _span_list("c", event.claimed_by)
    if event.responds_to:
        yield "x", " ".join(event.responds_to)
    if event.note:
        yield "note", event.note


def spans(found: Iterable[Span]) -> str:
    """Spans as `start-end`, parted by blanks."""
    return " ".join(f"{span.start}-{span.end}" for span in found)


def _span_list(key: str, found: tuple[Span, ...]) -> Iterator[tuple[str, str]]:
    if found:
        yield key, spans(found)


def _evidence(value: Evidenced) -> str:
    return spans((value.span,)) if value.span else "-"


def _party(party: Party) -> str:
    return f"{_evidence(party)} = " + " | ".join((party.name, party.country or "-", party.sector or "-"))


def _place(place: Place) -> str:
    point = "-" if place.lat is None else f"{place.lat} {place.lon}"
    return f"{_evidence(place)} = " + " | ".join((place.name, place.country or "-", point, place.precision))


def _days(interval: Interval) -> str:
    days: tuple[date, ...] = (interval.from_, interval.to)
    return " ".join(day.isoformat() for day in dict.fromkeys(days))


def _bound(bound: int | None) -> str:
    return "-" if bound is None else str(bound)
