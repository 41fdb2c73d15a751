"""Where two coders differ: which of their events are one, and in which fields those are unlike."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tacitus.analysis.agreement import pairs
from tacitus.ledger import ReviewedEvent, ReviewState
from tacitus.model import Event, Party, Quantity, Span
from tacitus.records import event_as_record


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """An event as each of two coders has it, None where one has none, and the fields in which they differ.

    `id` names it by report and by the events compared: as long as both coders have finished, it stays.
    """

    id: str
    first: ReviewedEvent | None
    second: ReviewedEvent | None
    fields: tuple[str, ...]


def differences(doc_id: str, first: Iterable[ReviewedEvent], second: Iterable[ReviewedEvent]) -> Iterator[Difference]:
    """The events of one report that two coders do not have alike, in the order in which the text tells them."""
    found = [_difference(doc_id, *both) for both in _paired(_standing(first), _standing(second))]
    return iter(sorted((each for each in found if each.fields), key=_where))


def _standing(events: Iterable[ReviewedEvent]) -> dict[str, ReviewedEvent]:
    return {event.event.id: event for event in events if event.state is not ReviewState.REJECTED}


Both = tuple[ReviewedEvent | None, ReviewedEvent | None]


def _paired(first: Mapping[str, ReviewedEvent], second: Mapping[str, ReviewedEvent]) -> Iterator[Both]:
    """What the program coded is one event for both; what they added themselves is paired as for agreement."""
    shared = [key for key in first if key in second and first[key].coded is not None]
    yield from ((first[key], second[key]) for key in shared)
    left = [event for key, event in first.items() if key not in shared]
    right = [event for key, event in second.items() if key not in shared]
    matched = pairs([event_as_record(each.event) for each in left], [event_as_record(each.event) for each in right])
    partner = {a["id"]: b["id"] for a, b in matched}
    by_id = {each.event.id: each for each in right}
    yield from ((each, by_id.pop(partner[each.event.id], None) if each.event.id in partner else None) for each in left)
    yield from ((None, each) for each in by_id.values())


def _difference(doc_id: str, first: ReviewedEvent | None, second: ReviewedEvent | None) -> Difference:
    ids = tuple(each.event.id if each else None for each in (first, second))
    fields = ("event",) if first is None or second is None else unlike(first.event, second.event)
    digest = hashlib.sha256(repr((doc_id, *ids)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return Difference(id=digest, first=first, second=second, fields=fields)


def _where(difference: Difference) -> tuple[int, str]:
    event = difference.first or difference.second
    return (event.event.trigger.start if event else 0), difference.id


def unlike(one: Event, other: Event) -> tuple[str, ...]:
    """The fields in which two events differ in what they say; how much of a phrase is marked does not count."""
    return tuple(name for name, of in _SAYS.items() if of(one) != of(other))


def _names(parties: Iterable[Party]) -> frozenset[object]:
    return frozenset((party.name, party.country, party.sector) for party in parties)


def _ends(spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(span.end for span in spans)  # phrases that differ in what leads up to them end alike


def _bounds(number: Quantity | None) -> object:
    return number and (number.low, number.high)


_SAYS: Final[dict[str, Callable[[Event], Any]]] = {
    "category": lambda event: event.category,
    "mode": lambda event: frozenset(event.mode),
    "acled": lambda event: event.acled,
    "actors": lambda event: _names(event.actors),
    "recipients": lambda event: _names(event.recipients),
    "place": lambda event: event.place and (event.place.name, event.place.country, event.place.precision),
    "time": lambda event: event.time and (event.time.from_, event.time.to),
    "weapons": lambda event: _ends(event.weapons),
    "killed": lambda event: _bounds(event.killed),
    "injured": lambda event: _bounds(event.injured),
    "count": lambda event: _bounds(event.count),
    "realis": lambda event: event.realis,
    "attribution": lambda event: _ends(event.attribution),
    "claimed_by": lambda event: _ends(event.claimed_by),
    "responds_to": lambda event: frozenset(event.responds_to),
}
