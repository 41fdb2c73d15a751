"""What linking compares of an event, and nothing else: one row of plain values."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tacitus.linking._kinds import kind_of
from tacitus.linking._words import stems, trigger_stems, words_around
from tacitus.model import CodedReport, Event, EventKey, IncidentKind, Party, Place, PlacePrecision, Quantity

# How long before its publication an undated event may have happened, and how long after it an undated plan may be
# carried out.
UNDATED_DAYS = 7
PLANNED_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One event as linking sees it; it depends on the event's own report alone.

    `first_day` and `last_day` count from 1 January of the year 1, and may lie outside the calendar. `dated` tells
    whether the report dates the event, or its publication has to stand in. `countries` are where it may have happened:
    the place's country, or else what the parties and the rest of the report suggest. `actors` and `recipients` are
    names proper, the `_groups` countries with sectors ("SYR MIL").
    """

    key: EventKey
    kind: IncidentKind
    countries: tuple[str, ...]
    first_day: int | None
    last_day: int | None
    dated: bool
    category: str
    modes: tuple[str, ...]
    acled: str | None
    place: str | None
    region: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    actors: tuple[str, ...]
    actor_groups: tuple[str, ...]
    recipients: tuple[str, ...]
    recipient_groups: tuple[str, ...]
    weapons: tuple[str, ...]
    killed_low: int | None
    killed_high: int | None
    injured_low: int | None
    injured_high: int | None
    triggers: tuple[str, ...]
    words: tuple[str, ...]


def profiles_of(reports: Iterable[CodedReport]) -> list[Profile]:
    """The profiles of all events, in the order of their keys, so that no order of reports can show."""
    return sorted((profile for coded in reports for profile in _of_report(coded)), key=lambda profile: profile.key)


def _of_report(coded: CodedReport) -> Iterator[Profile]:
    scene = _scene(coded.events)
    for event in coded.events:
        yield _profile(coded, event, scene)


def _profile(coded: CodedReport, event: Event, scene: tuple[str, ...]) -> Profile:
    kind = kind_of(event, coded.published)
    first, last = _days(event, coded.published, kind)
    place = event.place
    killed_low, killed_high = _bounds(event.killed)
    injured_low, injured_high = _bounds(event.injured)
    return Profile(
        key=EventKey(doc_id=coded.doc_id, event_id=event.id),
        kind=kind,
        countries=_countries(event, scene),
        first_day=first,
        last_day=last,
        dated=event.time is not None,
        category=event.category,
        modes=tuple(sorted(event.mode)),
        acled=event.acled,
        place=place.name if place else None,
        region=_region(place),
        country=place.country if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=place.precision.value if place else None,
        actors=_names(event.actors),
        actor_groups=_groups(event.actors),
        recipients=_names(event.recipients),
        recipient_groups=_groups(event.recipients),
        weapons=_sorted(stem for weapon in event.weapons for stem in stems(weapon.text)),
        killed_low=killed_low,
        killed_high=killed_high,
        injured_low=injured_low,
        injured_high=injured_high,
        triggers=_sorted(trigger_stems(event)),
        words=_sorted(words_around(coded.report.text, event)),
    )


def _scene(events: tuple[Event, ...]) -> tuple[str, ...]:
    """The country in which most of a report's events happened, for those that it does not locate."""
    counts = Counter(event.place.country for event in events if event.place and event.place.country)
    most = max(counts.values(), default=0)
    return _sorted(country for country, n in counts.items() if n == most)


def _countries(event: Event, scene: tuple[str, ...]) -> tuple[str, ...]:
    if event.place and event.place.country:
        return (event.place.country,)
    parties = _sorted(party.country for party in (*event.recipients, *event.actors) if party.country)
    return _sorted((*scene, *parties))


def _days(event: Event, published: date | None, kind: IncidentKind) -> tuple[int | None, int | None]:
    if event.time:
        return event.time.from_.toordinal(), event.time.to.toordinal()
    if published is None:
        return None, None
    if kind is IncidentKind.PLAN:
        return published.toordinal(), published.toordinal() + PLANNED_DAYS
    return published.toordinal() - UNDATED_DAYS, published.toordinal()


def _region(place: Place | None) -> str | None:
    """The first-level region, which a place told as a region is itself."""
    if place is None:
        return None
    return place.region or (place.name if place.precision is PlacePrecision.REGION else None)


def _names(parties: Iterable[Party]) -> tuple[str, ...]:
    """Names proper; "gunmen", "civilians" and the like name no one, and are compared as groups."""
    return _sorted(party.name for party in parties if party.is_named)


def _groups(parties: Iterable[Party]) -> tuple[str, ...]:
    return _sorted(f"{party.country or '?'} {party.sector}" for party in parties if party.sector)


def _bounds(quantity: Quantity | None) -> tuple[int | None, int | None]:
    """An open bound stays open; a figure that is not stated has neither."""
    return (quantity.low or 0, quantity.high) if quantity else (None, None)


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
