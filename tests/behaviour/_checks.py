"""Whether what came out of a case is what it states: each expectation is one check, met or not.

The event that a case means is found by its words: the first coded event whose trigger or one of whose mentions shares
a character with them, one of the expected category before others, and none that an earlier expectation took. So two
expected events that were coded as one cost the second. That it is found is a check of its own; where it is not, all
that was stated of it is unmet too.

What may be stated of an event:
    category realis mode acled precision   this code, among several for `mode`
    actor recipient place                  a party or place whose words or name contain these words
    source claimed_by weapon               a span that contains these words
    time                                   "2016-11-07", or first and last day "2016-11-01..2016-11-07"
    killed injured count                   "4", "4+" (open above), "10-15", "-50" (open below)
    same                                   the event is told in these words too
    answers                                it responds to the event told in these words
    not_...                                any of these, turned round
An empty value ("") means that nothing is said: no actor, no time. Words are compared without case, whole.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tacitus.model import CodedReport, Event, Interval, Party, Place, Quantity, Span
from tests.behaviour._cases import Case, Expected, places


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One expectation in words, and whether it was met."""

    expectation: str
    met: bool


def checks(case: Case, coded: CodedReport) -> tuple[Check, ...]:
    """All that a case states, against what was coded."""
    return (*_of_report(case, coded), *_of_events(case, coded))


def _of_report(case: Case, coded: CodedReport) -> Iterator[Check]:
    if case.none:
        yield Check(expectation="no event", met=not coded.events)
    if case.at_most is not None:
        yield Check(expectation=f"at most {case.at_most} events", met=len(coded.events) <= case.at_most)
    for category in case.no_category:
        yield Check(expectation=f"no {category}", met=all(event.category != category for event in coded.events))
    for words in case.no_event_at:
        met = not any(_told_in(event, words, case.text) for event in coded.events)
        yield Check(expectation=f"no event at {words!r}", met=met)


def _of_events(case: Case, coded: CodedReport) -> Iterator[Check]:
    taken: set[str] = set()
    for expected in case.event:
        event = _meant(expected, coded, taken)
        taken |= {event.id} if event else set()
        yield Check(expectation=f"{expected.trigger!r} is an event", met=event is not None)
        for key, wanted in expected.stated:
            met = event is not None and holds(key, wanted, event, coded)
            yield Check(expectation=f"{expected.trigger!r}: {key} {wanted!r}", met=met)


def _meant(expected: Expected, coded: CodedReport, taken: set[str]) -> Event | None:
    category = dict(expected.stated).get("category")
    told = [
        event
        for event in coded.events
        if event.id not in taken and _told_in(event, expected.trigger, coded.report.text)
    ]
    return next((event for event in told if event.category == category), told[0] if told else None)


def _told_in(event: Event, words: str, text: str) -> bool:
    spans = (event.trigger, *event.mentions)
    return any(span.start < end and start < span.end for start, end in places(words, text) for span in spans)


def holds(key: str, wanted: str, event: Event, coded: CodedReport) -> bool:
    """Whether a field of a coded event is as stated."""
    if key.startswith("not_"):
        return not holds(key.removeprefix("not_"), wanted, event, coded)
    if key == "same":
        return _told_in(event, wanted, coded.report.text)
    if key == "answers":
        answered = [other for other in coded.events if other.id in event.responds_to]
        return any(_told_in(other, wanted, coded.report.text) for other in answered) if wanted else not answered
    values, fits = FIELDS[key]
    said = [value for value in values(event) if value is not None]
    return any(fits(value, wanted) for value in said) if wanted else not said


def contains(text: str | None, words: str) -> bool:
    """Whether the words stand in the text, whole and without regard to case."""
    return bool(re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", (text or "").casefold()))


def _named(value: Party | Place, wanted: str) -> bool:
    return any(contains(said, one) for one in wanted.split("|") for said in (value.text, value.name))


def _worded(value: Span, wanted: str) -> bool:
    return any(contains(value.text, one) for one in wanted.split("|"))


def _lasts(value: Interval, wanted: str) -> bool:
    first, _, last = wanted.partition("..")
    return (value.from_.isoformat(), value.to.isoformat()) == (first, last or first)


def _numbers(value: Quantity, wanted: str) -> bool:
    return (value.low, value.high) == bounds(wanted)


def bounds(wanted: str) -> tuple[int | None, int | None]:
    """The bounds that "4", "4+", "10-15" and "-50" mean."""
    if wanted.endswith("+"):
        return int(wanted[:-1]), None
    low, between, high = wanted.partition("-")
    return (int(low) if low else None), int(high if between else low)


def _equal(value: Any, wanted: str) -> bool:
    return bool(value == wanted)


FIELDS: Mapping[str, tuple[Callable[[Event], Sequence[Any]], Callable[[Any, str], bool]]] = {
    "category": (lambda event: [event.category], _equal),
    "realis": (lambda event: [event.realis], _equal),
    "mode": (lambda event: event.mode, _equal),
    "acled": (lambda event: [event.acled], _equal),
    "actor": (lambda event: event.actors, _named),
    "recipient": (lambda event: event.recipients, _named),
    "place": (lambda event: [event.place], _named),
    "precision": (lambda event: [event.place.precision] if event.place else [], _equal),
    "time": (lambda event: [event.time], _lasts),
    "killed": (lambda event: [event.killed], _numbers),
    "injured": (lambda event: [event.injured], _numbers),
    "count": (lambda event: [event.count], _numbers),
    "source": (lambda event: event.attribution, _worded),
    "claimed_by": (lambda event: event.claimed_by, _worded),
    "weapon": (lambda event: event.weapons, _worded),
}
STATED = frozenset({*FIELDS, "same", "answers"})
