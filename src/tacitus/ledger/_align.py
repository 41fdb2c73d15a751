"""Ids that an event keeps over runs, so that decisions and links stay with it when a report is coded anew."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from tacitus.model import Event, Span

_NUMBERED: Final = re.compile(r"e(\d+)")


def align(coded: Sequence[Event], known: Sequence[Event]) -> tuple[Event, ...]:
    """The coded events under the ids of the known events that they tell again; new ones get ids never used before.

    Two events are one where their triggers share words; best where the trigger and the category are the same, then
    where only the trigger is, then where the one's trigger is a mention of the other. Each id is given once.

    Args:
        coded: the events of a new coding.
        known: the report's events under all ids that it has used, each as it was last coded or decided.
    """
    ids = _matched(coded, known)
    taken = {event.id for event in known}
    for event in coded:
        if event.id not in ids:
            ids[event.id] = event.id if event.id not in taken else unused_id(taken)
            taken.add(ids[event.id])
    return tuple(_renamed(event, ids) for event in coded)


def unused_id(taken: Iterable[str]) -> str:
    """The next free id of a report: `e` and a number above all that were used."""
    numbers = [int(found[1]) for event_id in taken if (found := _NUMBERED.fullmatch(event_id))]
    return f"e{max(numbers, default=0) + 1}"


def _matched(coded: Sequence[Event], known: Sequence[Event]) -> dict[str, str]:
    """The known id of each coded event that has one, the closest pairs first."""
    pairs = ((_closeness(new, old), i, j) for i, new in enumerate(coded) for j, old in enumerate(known))
    ids: dict[str, str] = {}
    given: set[str] = set()
    for _, i, j in sorted((-closeness, i, j) for closeness, i, j in pairs if closeness):
        if coded[i].id not in ids and known[j].id not in given:
            ids[coded[i].id] = known[j].id
            given.add(known[j].id)
    return ids


def _closeness(new: Event, old: Event) -> int:
    """How surely the two tell one event; 0 where they do not."""
    if new.trigger == old.trigger:
        closeness = 6
    elif new.trigger.overlaps(old.trigger):
        closeness = 4
    elif _mentioned(new.trigger, old) or _mentioned(old.trigger, new):
        closeness = 2
    else:
        return 0
    return closeness + (new.category == old.category)


def _mentioned(trigger: Span, event: Event) -> bool:
    return any(trigger.overlaps(mention) for mention in event.mentions)


def _renamed(event: Event, ids: dict[str, str]) -> Event:
    if event.id == ids[event.id] and all(ids.get(other, other) == other for other in event.responds_to):
        return event
    return replace(event, id=ids[event.id], responds_to=tuple(ids.get(other, other) for other in event.responds_to))
