"""Every claim that the reports of an incident make, field by field, each with its words and whose word it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tacitus.model import (
    Claim,
    ClaimField,
    CodedReport,
    Event,
    EventKey,
    Interval,
    Party,
    Place,
    Quantity,
    Report,
    Span,
    Value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event and the report that tells it."""

    key: EventKey
    report: Report
    event: Event


def tellings(reports: Iterable[CodedReport]) -> dict[EventKey, Telling]:
    """All events of the reports by their key."""
    return {
        (key := EventKey(doc_id=coded.doc_id, event_id=event.id)): Telling(key=key, report=coded.report, event=event)
        for coded in reports
        for event in coded.events
    }


def in_order(keys: Iterable[EventKey], told: Mapping[EventKey, Telling]) -> list[Telling]:
    """The tellings of an incident in the order of publication; reports without a date come last."""
    return sorted((told[key] for key in keys), key=_published)


def claims(order: Sequence[Telling]) -> tuple[Claim, ...]:
    """All claims, in the order of the fields and, within one, of the tellings."""
    made = [claim for telling in order for claim in _of_event(telling)]
    fields = {field: index for index, field in enumerate(ClaimField)}
    return tuple(sorted(made, key=lambda claim: fields[claim.field]))


def _published(telling: Telling) -> tuple[bool, str, EventKey]:
    published = telling.report.published
    return (published is None, published.isoformat() if published else "", telling.key)


def _of_event(telling: Telling) -> Iterator[Claim]:
    for field, value, spans in _values(telling.event):
        yield Claim(
            field=field,
            value=value,
            key=telling.key,
            spans=spans,
            attribution=telling.event.attribution,
            source=telling.report.source,
            published=telling.report.published,
        )


def _values(event: Event) -> Iterator[tuple[ClaimField, Value, tuple[Span, ...]]]:
    triggers = (event.trigger, *event.mentions)
    yield ClaimField.CATEGORY, event.category, triggers
    for mode in event.mode:
        yield ClaimField.MODE, mode, triggers
    if event.acled:
        yield ClaimField.ACLED, event.acled, triggers
    yield ClaimField.REALIS, event.realis.value, triggers
    for field, values in _grounded(event).items():
        for value in values:
            if value is not None:
                yield field, value, _words(value)
    for field, spans in ((ClaimField.WEAPONS, event.weapons), (ClaimField.CLAIMED_BY, event.claimed_by)):
        for span in spans:
            yield field, span.text, (span,)


def _grounded(event: Event) -> dict[ClaimField, tuple[Party | Place | Interval | Quantity | None, ...]]:
    return {
        ClaimField.PLACE: (event.place,),
        ClaimField.TIME: (event.time,),
        ClaimField.ACTORS: event.actors,
        ClaimField.RECIPIENTS: event.recipients,
        ClaimField.KILLED: (event.killed,),
        ClaimField.INJURED: (event.injured,),
        # "One" is what an event stands for unless told otherwise; nobody claims it.
        ClaimField.COUNT: (event.count if event.count.high != 1 else None,),
    }


def _words(value: Party | Place | Interval | Quantity) -> tuple[Span, ...]:
    return (value.span,) if value.span else ()
