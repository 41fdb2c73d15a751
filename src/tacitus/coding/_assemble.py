"""From what was read and what it means to coded events."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from tacitus.codebook import Codebook
from tacitus.coding._where import choose_place
from tacitus.model import (
    ONE,
    Argument,
    Event,
    Grounding,
    Happening,
    Party,
    Place,
    Quantity,
    Reading,
    Realis,
    Role,
    Span,
)

Value = TypeVar("Value")

SEVERAL = Quantity(low=2, high=None, rule="told in the plural without a number")
ONE_HARMED = Quantity(low=1, high=1, rule="one person's harm told without a number")
# ACLED codes what happened or is said to have happened.
CODED_BY_ACLED = frozenset({Realis.OCCURRED, Realis.ALLEGED})


def assemble(reading: Reading, grounding: Grounding, *, codebook: Codebook) -> tuple[Event, ...]:
    """The events of a report, in the order in which the text first tells them.

    `grounding` is made from the same reading. A mode or an ACLED type that the codebook does not hold is left out.
    """
    return tuple(
        _event(index, happening, reading, grounding, codebook) for index, happening in enumerate(reading.happenings)
    )


def _event(index: int, happening: Happening, reading: Reading, grounding: Grounding, codebook: Codebook) -> Event:
    told = _Told(happening, reading, grounding)
    best, *others = happening.triggers
    known_modes = {mode.code for mode in codebook.category(happening.category).modes}
    known_types = {kind.name for kind in codebook.sub_event_types}
    return Event(
        id=event_id(index),
        category=happening.category,
        mode=tuple(mode for mode in happening.modes if mode in known_modes),
        acled=happening.acled if happening.realis in CODED_BY_ACLED and happening.acled in known_types else None,
        trigger=best,
        mentions=tuple(sorted(others, key=lambda span: span.start)),
        actors=told.parties(Role.ACTOR),
        recipients=told.parties(Role.RECIPIENT),
        place=told.place(),
        time=told.first(Role.TIME, grounding.times),
        weapons=told.spans(Role.WEAPON),
        killed=told.harm(Role.KILLED, "one_killed"),
        injured=told.harm(Role.INJURED, "one_injured"),
        count=told.first(Role.COUNT, grounding.quantities) or (SEVERAL if "several" in happening.traits else ONE),
        realis=happening.realis,
        attribution=told.spans(Role.ATTRIBUTION),
        claimed_by=told.spans(Role.CLAIMED_BY),
        responds_to=tuple(event_id(other) for other in happening.responds_to),
        confidence=round(happening.p, 3),
    )


def event_id(index: int) -> str:
    """The id of the event at `index`."""
    return f"e{index + 1}"


class _Told:
    """The arguments of one happening, by role, with what they mean."""

    def __init__(self, happening: Happening, reading: Reading, grounding: Grounding) -> None:
        self.happening, self.reading, self.grounding = happening, reading, grounding

    def _of(self, role: Role) -> Iterator[Argument]:
        return (argument for argument in self.happening.arguments if argument.role is role)

    def parties(self, role: Role) -> tuple[Party, ...]:
        """The parties in a role, each once, where the text names it first."""
        named = (party for argument in self._of(role) for party in self.grounding.parties[argument.mention])
        return _once(named, key=lambda party: (party.name.casefold(), party.country))

    def spans(self, role: Role) -> tuple[Span, ...]:
        """The words in a role, each once."""
        return _once(
            (self.reading.mentions[argument.mention].span for argument in self._of(role)),
            key=lambda span: span.text.casefold(),
        )

    def first(self, role: Role, meanings: tuple[Value | None, ...]) -> Value | None:
        """What the likeliest mention in a role means; the reader gives one at most."""
        return next((meanings[argument.mention] for argument in self._of(role)), None)

    def place(self) -> Place | None:
        """Where it happened."""
        places = ((argument.p, self.grounding.places[argument.mention]) for argument in self._of(Role.PLACE))
        told = (place for place in self.grounding.places if place is not None)
        return choose_place(((p, place) for p, place in places if place is not None), told)

    def harm(self, role: Role, trait: str) -> Quantity | None:
        """How many were harmed."""
        stated = self.first(role, self.grounding.quantities)
        return stated or (ONE_HARMED if trait in self.happening.traits else None)


def _once(values: Iterable[Value], *, key: Callable[[Value], object]) -> tuple[Value, ...]:
    """The values without repeats, the first of each kept."""
    kept: dict[object, Value] = {}
    for value in values:
        kept.setdefault(key(value), value)
    return tuple(kept.values())
