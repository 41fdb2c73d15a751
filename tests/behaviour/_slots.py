"""The slots of a coded report, in terms that the exchange of its parties' names must leave as they are.

A slot's key says which event, which field and, where a field holds several values, which one, by its place in the
report as written; its value is all that was coded there. What derives from a party is mapped through the exchange:

* a party or place whose words hold a placeholder is compared by its words, not by its name and country; its sector
  or precision only where the pair is of one kind (two states, two faiths), or the sector is of neither party;
* every other name and country is the same as coded, or once the parties' own are replaced by letters; a party of
  either side's country is not compared by its name;
* between parties of unlike kind ACLED's two types of taken territory are one, and so are troops and militia.

An event's confidence is no slot.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tacitus.model import CodedReport, Event, Evidenced, Party, Place, Quantity, Span
from tests.behaviour._reports import OTHER, Filled, Pair, Spot, Template

Key = tuple[object, ...]
Trigger = tuple[Spot, Spot]
MIRRORED = {
    "Non-state actor overtakes territory": "Government regains territory",
    "militia": "troops",
}
LISTS = ("weapons", "attribution", "claimed_by")
NUMBERS = ("killed", "injured", "count")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Derived:
    """A name or a country, as coded and with the parties' own in letters.

    Two are equal if either is: what derives from a party goes with it, what does not ("Ramallah", in Palestine whoever
    acts there) stays.
    """

    coded: str | None
    lettered: str | None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Derived) and (self.coded == other.coded or self.lettered == other.lettered)

    def __repr__(self) -> str:
        return repr(self.coded)

    __hash__ = None  # type: ignore[assignment]  # equality is not transitive


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """One event: all its triggers, and what was coded of it."""

    triggers: frozenset[Trigger]
    values: Mapping[Key, object]


class Neutral:
    """Reads one filling of a report in neutral terms."""

    def __init__(self, template: Template, *, exchanged: bool) -> None:
        self.pair: Pair = template.pair
        self.filled: Filled = template.filled(exchanged=exchanged)
        self._letters = {letter: OTHER[letter] if exchanged else letter for letter in OTHER}

    def events(self, coded: CodedReport) -> tuple[Slots, ...]:
        """The events of a report with their slots."""
        triggers = {event.id: self.filled.spots(event.trigger) for event in coded.events}
        return tuple(
            Slots(
                triggers=frozenset(map(self.filled.spots, (event.trigger, *event.mentions))),
                values=dict(self._slots(event, triggers)),
            )
            for event in coded.events
        )

    def _slots(self, event: Event, triggers: Mapping[str, Trigger]) -> Iterator[tuple[Key, object]]:
        yield ("category",), event.category
        yield ("realis",), event.realis.value
        yield ("trigger",), self.filled.spots(event.trigger)
        if event.acled:
            yield ("acled",), self._mirrored(event.acled)
        for mode in event.mode:
            yield ("mode", self._mirrored(mode)), True
        for span in event.mentions:
            yield ("mention", self.filled.spots(span)), True
        for other in event.responds_to:
            yield ("responds_to", triggers[other]), True
        yield from self._parties("actor", event.actors)
        yield from self._parties("recipient", event.recipients)
        yield from self._circumstances(event)

    def _parties(self, role: str, parties: tuple[Party, ...]) -> Iterator[tuple[Key, object]]:
        for nth, party in enumerate(parties):
            # Two parties may share their words ("Afghan and German forces"); one without words has only its number.
            place = self._words(party) or nth
            yield (
                (role, place, sum(self._words(other) == self._words(party) for other in parties[:nth])),
                (
                    None
                    if self.filled.names_party(party.span)
                    else (self._name(party.name), self._country(party.country)),
                    self._sector(party),
                ),
            )

    def _circumstances(self, event: Event) -> Iterator[tuple[Key, object]]:
        if event.place:
            yield ("place",), (self._words(event.place), self._where(event.place))
        if event.time:
            yield ("time",), (self._words(event.time), event.time.from_, event.time.to)
        for field in NUMBERS:
            quantity: Quantity | None = getattr(event, field)
            if quantity and (field != "count" or quantity.low != 1 or quantity.high != 1):
                yield (field,), (self._words(quantity), quantity.low, quantity.high)
        for field in LISTS:
            spans: tuple[Span, ...] = getattr(event, field)
            for span in spans:
                yield (field, self.filled.spots(span)), True

    def _words(self, value: Evidenced) -> tuple[Spot, Spot] | None:
        return self.filled.spots(value.span) if value.span else None

    def _who(self, party: Party) -> object:
        if self.filled.names_party(party.span):
            return None
        country = self._country(party.country)
        # What a party's own country calls its forces follows no pattern: the country says it all.
        return country if country.lettered in OTHER else (self._name(party.name), country)

    def _where(self, place: Place) -> object:
        if self.filled.names_party(place.span):
            return place.precision if self.pair.alike else None
        return place.precision, self._name(place.name), self._country(place.country)

    def _mirrored(self, code: str) -> str:
        return code if self.pair.alike else MIRRORED.get(code, code)

    def _sector(self, party: Party) -> object:
        if self.pair.alike:
            return party.sector
        kinds = {sector for side in self.pair.sides.values() for sector in side.sectors}
        return "of a party" if party.sector in kinds else party.sector

    def _name(self, name: str) -> Derived:
        lettered = name
        for side, letter in self._letters.items():
            party = self.pair.sides[side]
            forms = sorted((*party.forms.values(), *party.known), key=len, reverse=True)
            lettered = re.sub(rf"\b({'|'.join(map(re.escape, forms))})\b", letter, lettered, flags=re.IGNORECASE)
        return Derived(coded=name, lettered=lettered)

    def _country(self, code: str | None) -> Derived:
        letters = {self.pair.sides[side].country: letter for side, letter in self._letters.items()}
        return Derived(coded=code, lettered=letters.get(code, code) if code else None)
