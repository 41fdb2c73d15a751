"""What happened, told by several reports."""

from datetime import date, datetime

from pydantic import Field

from tacitus.ledger import ReviewState
from tacitus.model import (
    ClaimField,
    Event,
    IncidentKind,
    Interval,
    Party,
    Place,
    Quantity,
    Realis,
    Reason,
    Relation,
    Span,
    Verdict,
)
from tacitus.web._shapes._common import Comment, Count, Question, Shape


class Figure(Shape):
    """A number over several claims: `best` by the documented rule, `low` and `high` over all of them.

    `basis` is the event whose claim was taken for the best.
    """

    best: int | None
    low: int | None
    high: int | None
    rule: str
    basis: str


class IncidentRow(Shape):
    """An incident in the table."""

    id: str
    kind: IncidentKind
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
    """What one report says about one field of an incident.

    `value` is what the field holds: a string, or a party, place, interval or quantity as in an event.
    """

    field: ClaimField
    value: str | Party | Place | Interval | Quantity
    spans: tuple[Span, ...]
    event_id: str
    report_id: str
    source: str | None
    attribution: tuple[Span, ...]
    published: date | None


class Link(Shape):
    """Two events taken to tell one happening, with the probability of it."""

    left: str
    right: str
    relation: Relation
    probability: float
    reasons: tuple[Reason, ...]
    verdict: Verdict | None
    by: str | None
    at: datetime | None
    comment: str | None


class IncidentEvent(Shape):
    """One report's telling of an incident."""

    id: str
    etag: str
    state: ReviewState
    same_as: str | None
    report_id: str
    title: str | None
    source: str | None
    published: date | None
    event: Event
    excerpt: str | None
    start: int | None


class IncidentPage(Shape):
    """An incident with everything that is said about it."""

    incident: IncidentRow
    events: tuple[IncidentEvent, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    answers: tuple[IncidentRow, ...] = Field(description="What it was done in answer to.")
    answered_by: tuple[IncidentRow, ...]
    plans: tuple[IncidentRow, ...] = Field(description="What was planned and this carries out.")
    recalls: tuple[IncidentRow, ...] = Field(description="What this looks back on.")
    etag: str


class LinkDecision(Question):
    """Whether two events are one happening, said by a person; it outlives linking anew. Null takes the word back."""

    left: str
    right: str
    verdict: Verdict | None
    comment: Comment = None


class Split(Question):
    """Events to take out of an incident, together."""

    events: tuple[str, ...] = Field(min_length=1, max_length=500)
    comment: Comment = None


class Merge(Question):
    """Incidents that are one."""

    incidents: tuple[str, ...] = Field(min_length=2, max_length=50)
    comment: Comment = None


class Points(Shape):
    """All incidents that match, for the map, as columns: entry i of each belongs to incident i.

    `category` holds indices into `categories`; `day` counts days from 1970-01-01, null
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


class Facets(Shape):
    """How the incidents that match are divided; of countries and parties the most frequent."""

    categories: tuple[Count, ...]
    countries: tuple[Count, ...]
    actors: tuple[Count, ...]
    recipients: tuple[Count, ...]
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
    killed: int | None = Field(description="The sum of the best figures; null where none is told.")


class ChainLink(Shape):
    """One incident that answered another."""

    answer: str
    to: str


class Chain(Shape):
    """Incidents that answered each other, in order of time, and which answered which."""

    id: str
    incidents: tuple[IncidentRow, ...]
    links: tuple[ChainLink, ...]
