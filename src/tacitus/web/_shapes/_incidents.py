"""What happened, told by several reports."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from tacitus.model import Event, Realis
from tacitus.web._shapes._common import Question, Shape


class Figure(Shape):
    """A number over several claims: `best` by the documented rule, `low` and `high` over all of them."""

    best: int | None
    low: int | None
    high: int | None


class IncidentRow(Shape):
    """An incident in the table."""

    id: str
    category: str
    modes: tuple[str, ...]
    acled: str | None
    realis: Realis
    first_day: date | None
    last_day: date | None
    place: str | None
    region: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    killed: Figure | None
    injured: Figure | None
    n_reports: int
    n_events: int
    contradicting: tuple[str, ...] = Field(description="The fields on which its reports differ.")


class Claim(Shape):
    """What one report says about one field of an incident."""

    field: str
    value: Any
    low: int | None = Field(description="Of a number; both null elsewhere.")
    high: int | None
    text: str | None
    start: int | None
    end: int | None
    event_id: str
    report_id: str
    title: str | None
    source: str | None
    attribution: tuple[str, ...]
    published: date | None


class LinkVerdict(StrEnum):
    """What a person said about a link."""

    CONFIRMED = "confirmed"
    CUT = "cut"


class Reason(Shape):
    """Why two events were taken for one: what was compared, how it came out, and the weight of it in bits."""

    what: str
    how: str
    weight: float | None


class Link(Shape):
    """Two events taken to tell one happening, with the probability of it."""

    left: str
    right: str
    p: float | None
    reasons: tuple[Reason, ...]
    verdict: LinkVerdict | None
    by: str | None
    at: datetime | None
    comment: str | None


class IncidentEvent(Shape):
    """One report's telling of an incident."""

    id: str
    report_id: str
    title: str | None
    source: str | None
    published: date | None
    event: Event
    excerpt: str
    start: int


class IncidentPage(Shape):
    """An incident with everything that is said about it."""

    incident: IncidentRow
    events: tuple[IncidentEvent, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    answers: tuple[IncidentRow, ...] = Field(description="What it was done in answer to.")
    answered_by: tuple[IncidentRow, ...]
    etag: str


class LinkDecision(Question):
    """Whether two events are one happening, said by a person; it outlives linking anew."""

    left: str
    right: str
    verdict: LinkVerdict
    comment: str | None = Field(default=None, max_length=4000)


class Split(Question):
    """Events to take out of an incident, together."""

    events: tuple[str, ...] = Field(min_length=1, max_length=500)
    comment: str | None = Field(default=None, max_length=4000)


class Merge(Question):
    """Incidents that are one."""

    incidents: tuple[str, ...] = Field(min_length=2, max_length=50)
    comment: str | None = Field(default=None, max_length=4000)


class Points(Shape):
    """All incidents that match, for the map, as columns: entry i of each belongs to incident i.

    `category` and `country` hold indices into `categories` and `countries`; `day` counts days from 1970-01-01, null
    where undated; `killed` is the best figure, null where none is told. Incidents without a point are only counted.
    """

    ids: tuple[str, ...]
    lat: tuple[float, ...]
    lon: tuple[float, ...]
    day: tuple[int | None, ...]
    category: tuple[int, ...]
    killed: tuple[int | None, ...]
    categories: tuple[str, ...]
    n_without_point: int
    total: int


class Timeline(Shape):
    """How many incidents began on each day, week, month or year that had any, in order.

    `n` has a row for each bin, with a number for each of `categories`.
    """

    unit: str
    starts: tuple[date, ...]
    categories: tuple[str, ...]
    n: tuple[tuple[int, ...], ...]
    n_undated: int
    total: int


class ChainRow(Shape):
    """A chain in the list."""

    id: str
    n_incidents: int
    first_day: date | None
    last_day: date | None
    categories: tuple[str, ...]
    countries: tuple[str, ...]
    actors: tuple[str, ...]
    killed: Figure | None


class ChainLink(Shape):
    """One incident that answered another."""

    answer: str
    to: str
    n_reports: int


class Chain(Shape):
    """Incidents that answered each other, in order of time, and which answered which."""

    id: str
    incidents: tuple[IncidentRow, ...]
    links: tuple[ChainLink, ...]
