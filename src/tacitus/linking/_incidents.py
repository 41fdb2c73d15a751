"""An incident from its events: the values that most reports share, and all claims."""

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from tacitus.linking._claims import Telling, claims
from tacitus.linking._figures import figure
from tacitus.linking._kinds import kind_of
from tacitus.model import (
    Claim,
    ClaimField,
    Event,
    EventKey,
    Incident,
    IncidentKind,
    Interval,
    Party,
    Place,
    PlacePrecision,
    Realis,
)

_KINDS = tuple(IncidentKind)
_PRECISION = tuple(PlacePrecision)
_CERTAINTY = (Realis.OCCURRED, Realis.ALLEGED, Realis.DENIED, Realis.PLANNED, Realis.HYPOTHETICAL, Realis.GENERIC)

Choice = TypeVar("Choice", bound=Hashable)


def incident_id(founder: EventKey) -> str:
    """The id of the incident that an event was the first to tell."""
    return hashlib.sha256(f"{founder.doc_id}\n{founder.event_id}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def incident(order: Sequence[Telling]) -> Incident:
    """The incident of tellings in the order of publication; what it has to do with others is not yet known."""
    events = [telling.event for telling in order]
    made = claims(order)
    actors = _parties(event.actors for event in events)
    harmed = _not_denied(made, order)
    return Incident(
        id=incident_id(order[0].key),
        kind=min((kind_of(telling.event, telling.report.published) for telling in order), key=_KINDS.index),
        events=tuple(telling.key for telling in order),
        category=_most_told(event.category for event in events) or "",
        mode=_shared(event.mode for event in events),
        acled=_most_told(event.acled for event in events if event.acled),
        realis=_most_told((event.realis for event in events), prefer=_CERTAINTY.index) or Realis.OCCURRED,
        place=_place(events),
        time=_time(events),
        actors=actors,
        recipients=_parties(event.recipients for event in events),
        weapons=_shared(tuple(span.text for span in event.weapons) for event in events),
        killed=figure([claim for claim in harmed if claim.field is ClaimField.KILLED], actors),
        injured=figure([claim for claim in harmed if claim.field is ClaimField.INJURED], actors),
        count=figure([claim for claim in made if claim.field is ClaimField.COUNT], actors),
        claims=made,
    )


def _not_denied(made: Iterable[Claim], order: Iterable[Telling]) -> list[Claim]:
    denied = {telling.key for telling in order if telling.event.realis is Realis.DENIED}
    return [claim for claim in made if claim.key not in denied]


def _most_told(values: Iterable[Choice], prefer: Callable[[Choice], int] = lambda _: 0) -> Choice | None:
    """The value that most tellings give; of equals the preferred, then the one told first."""
    counts = Counter(values)  # in the order of first telling
    return min(counts, key=lambda value: (-counts[value], prefer(value)), default=None)


def _shared(told: Iterable[tuple[Choice, ...]]) -> tuple[Choice, ...]:
    """What at least half of those that tell anything tell, or else what most do; in the order of first telling."""
    stated = [tuple(dict.fromkeys(values)) for values in told if values]
    counts = Counter(value for values in stated for value in values)
    enough = min(len(stated) / 2, max(counts.values(), default=0))
    return tuple(value for value, n in counts.items() if n >= enough)


def _parties(told: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    """By name, since one report may know more about a party than another; the fullest record of each name stands."""
    stated = [tuple(values) for values in told]
    names = _shared(tuple(party.name for party in parties) for parties in stated)
    every = [party for parties in stated for party in parties]
    return tuple(_fullest([party for party in every if party.name == name]).bare() for name in names)


def _fullest(parties: Sequence[Party]) -> Party:
    return max(parties, key=lambda party: (party.country is not None) + (party.sector is not None))


def _place(events: Iterable[Event]) -> Place | None:
    """Of the places told most precisely, the one told most."""
    places = [event.place.bare() for event in events if event.place]
    finest = min((_PRECISION.index(place.precision) for place in places), default=0)
    fine = [place for place in places if _PRECISION.index(place.precision) == finest]
    name = _most_told((place.name, place.country) for place in fine)
    same = [place for place in fine if (place.name, place.country) == name]
    return max(same, key=lambda place: place.lat is not None, default=None)


def _time(events: Iterable[Event]) -> Interval | None:
    """Of the times told most precisely, the one told most."""
    times = [event.time.bare() for event in events if event.time]
    shortest = min((_length(time) for time in times), default=0)
    days = _most_told((time.from_, time.to) for time in times if _length(time) == shortest)
    return next((time for time in times if (time.from_, time.to) == days), None)


def _length(time: Interval) -> int:
    return (time.to - time.from_).days
