"""Events for tests, in few words."""

from datetime import date, timedelta

from tacitus.model import (
    CodedReport,
    Event,
    EventKey,
    Interval,
    Party,
    Place,
    PlacePrecision,
    Quantity,
    Realis,
    Report,
    Span,
    Versions,
)

VERSIONS = Versions(code="1", model="1", codebook="1", gazetteer="1")
DAY = date(2027, 4, 10)
BAIDOA = Place(name="Baidoa", country="SOM", lat=3.11, lon=43.65)
SOMALIA = Place(name="Somalia", country="SOM", precision=PlacePrecision.COUNTRY)
KISMAYO = Place(name="Kismayo", country="SOM", lat=-0.36, lon=42.55)
TEXT = "A car bomb exploded in Baidoa, killing four people, police said. Gunmen fled."
OTHER_TEXT = "Another device exploded near a mosque: nine worshippers lost their lives, an imam told the radio."


def bombing(
    event_id: str = "e1", *, day: date | None = DAY, text: str = TEXT, trigger: str = "exploded", **changes: object
) -> Event:
    """The explosion of `TEXT`, of which a test states what is different."""
    start = text.index(trigger)
    fields: dict[str, object] = {
        "id": event_id,
        "category": "ASSAULT",
        "mode": ("explosives",),
        "trigger": Span.of(text, start, start + len(trigger)),
        "place": BAIDOA,
        "time": on(day) if day else None,
        "recipients": (Party(name="civilians", country="SOM", sector="CVL"),),
        "killed": Quantity(low=4, high=4),
    }
    return Event(**{**fields, **changes})  # type: ignore[arg-type]


def another(**changes: object) -> Event:
    """The explosion of `OTHER_TEXT`."""
    return bombing(text=OTHER_TEXT, **{"killed": Quantity(low=9, high=9), **changes})  # type: ignore[arg-type]


def plan(day: date, **changes: object) -> Event:
    """A bombing that is announced."""
    return bombing(day=day, realis=Realis.PLANNED, **changes)


def on(first: date, last: date | None = None) -> Interval:
    """One day, or the days up to another."""
    return Interval(from_=first, to=last or first)


def told(
    doc_id: str, *events: Event, published: date | None = DAY, source: str | None = None, text: str = TEXT
) -> CodedReport:
    """A report that tells the events."""
    report = Report(doc_id=doc_id, text=text, published=published, source=source)
    return CodedReport(report=report, events=events, versions=VERSIONS)


def key(doc_id: str, event_id: str = "e1") -> EventKey:
    """The key of an event."""
    return EventKey(doc_id=doc_id, event_id=event_id)


def later(n_days: int) -> date:
    """Some days after `DAY`."""
    return DAY + timedelta(days=n_days)
