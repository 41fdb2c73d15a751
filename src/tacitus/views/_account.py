"""What an event says, line by line: the account that every view shows."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tacitus.model import ONE, Event, Evidenced, Quantity, Role, Span
from tacitus.views import _phrases

UNDATED = "no publication date: relative dates stay unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One value of an event: its label, what it means, and the words that say so (None: deduced)."""

    label: str
    value: str
    span: Span | None = None
    role: Role | None = None

    @property
    def words(self) -> str | None:
        """The words that say so."""
        return self.span.text if self.span else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text that is evidence for one role of one event; no role marks a trigger."""

    span: Span
    event: str
    role: Role | None
    meaning: str


def account(event: Event, others: Mapping[str, Event]) -> tuple[Line, ...]:
    """The lines of one event in a fixed order; `others` are the report's events by id."""
    return (
        *_when(event),
        *(_line("who", _phrases.party(party), party, Role.ACTOR) for party in event.actors),
        *(_line("to whom", _phrases.party(party), party, Role.RECIPIENT) for party in event.recipients),
        *_where(event),
        *(_quote("with", span, Role.WEAPON) for span in event.weapons),
        *_harm("killed", event.killed, Role.KILLED),
        *_harm("injured", event.injured, Role.INJURED),
        *_count(event.count),
        Line(label="realis", value=event.realis.value),
        *_word(event),
        *(_quote("claimed by", span, Role.CLAIMED_BY) for span in event.claimed_by),
        *(Line(label="in answer to", value=_named(other, others)) for other in event.responds_to),
        *_note(event),
    )


def marks(events: Iterable[Event]) -> Iterator[Mark]:
    """Every stretch of text that the events rest on."""
    for event in events:
        for span in (event.trigger, *event.mentions):
            yield Mark(span=span, event=event.id, role=None, meaning=event.category)
        for line in account(event, {}):
            if line.span:
                yield Mark(span=line.span, event=event.id, role=line.role, meaning=line.value)


def _line(label: str, value: str, evidence: Evidenced, role: Role) -> Line:
    return Line(label=label, value=value, span=evidence.span, role=role)


def _quote(label: str, span: Span, role: Role) -> Line:
    return Line(label=label, value=span.text, span=span, role=role)


def _when(event: Event) -> Iterator[Line]:
    if event.time:
        yield _line("when", _phrases.days(event.time), event.time, Role.TIME)


def _where(event: Event) -> Iterator[Line]:
    if event.place:
        yield _line("where", _phrases.place(event.place), event.place, Role.PLACE)


def _harm(label: str, figure: Quantity | None, role: Role) -> Iterator[Line]:
    if figure:
        yield _line(label, _phrases.amount(figure), figure, role)


def _count(count: Quantity) -> Iterator[Line]:
    if (count.low, count.high) != (ONE.low, ONE.high):
        yield _line("how many", f"{_phrases.amount(count)} events", count, Role.COUNT)


def _word(event: Event) -> Iterator[Line]:
    if not event.attribution:
        yield Line(label="on the word of", value="the report itself")
    yield from (_quote("on the word of", span, Role.ATTRIBUTION) for span in event.attribution)


def _named(event_id: str, others: Mapping[str, Event]) -> str:
    other = others.get(event_id)
    return event_id if other is None else f"{event_id} {other.category}, {other.trigger.text}"


def _note(event: Event) -> Iterator[Line]:
    if event.note:
        yield Line(label="note", value=event.note)
