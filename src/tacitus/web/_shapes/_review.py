"""Reports, their events, and what people decided about them."""

from datetime import date, datetime

from tacitus.ledger import Action, ReportState, ReviewState
from tacitus.model import Event, Report, Versions
from tacitus.web._shapes._common import Comment, Count, Number, Question, Shape


class Decision(Shape):
    """One decision, never overwritten. `before` and `after` are the whole event; null where there was or is none.

    `undone` tells that a later decision took it back, `undoes` which one this takes back.
    """

    id: int
    report_id: str
    event_id: str
    action: Action
    by: str
    at: datetime
    before: Event | None
    after: Event | None
    comment: str | None
    sample: int | None
    undoes: int | None
    undone: bool


class ReviewedEvent(Shape):
    """An event as it now stands. `coded` is what the machine said, null for one that a person added.

    `id` is the event's address in the whole ledger, `event.id` the one within its report. `etag` goes back in
    If-Match with a decision.
    """

    id: str
    report_id: str
    state: ReviewState
    event: Event
    coded: Event | None
    incident_id: str | None
    decisions: tuple[Decision, ...]
    etag: str


class ReportRow(Shape):
    """A report in the list. `same_as` is the report of which this one is a republication."""

    id: str
    title: str | None
    source: str | None
    published: date | None
    url: str | None
    n_events: int
    n_open: int
    state: ReportState
    same_as: str | None
    added_at: datetime


class Appearance(Shape):
    """Another place where the very same text was published on the same day."""

    title: str | None
    source: str | None
    url: str | None
    seen_at: datetime


class ReportPage(Shape):
    """A report with its text and its events. Offsets count code points of `report.text`, half-open.

    `id` is the report's address here, `report.doc_id` the id that it has in the ledger and in exports.
    """

    id: str
    report: Report
    state: ReportState
    events: tuple[ReviewedEvent, ...]
    remarks: tuple[str, ...]
    share_read: float
    versions: Versions | None
    same_as: str | None
    similarity: float | None
    republished_as: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    added_at: datetime
    sample: int | None


class QueueItem(Shape):
    """An event waiting for a person, with the words around its trigger; `start` is where they begin in the text."""

    id: str
    report_id: str
    state: ReviewState
    event: Event
    incident_id: str | None
    etag: str
    title: str | None
    source: str | None
    published: date | None
    same_as: str | None
    excerpt: str
    start: int


class NewDecision(Question):
    """A decision about one event. `event` is the whole event after a correction, with its `id` left as it is."""

    action: Action
    event: Event | None = None
    comment: Comment = None
    sample: Number | None = None


class NewEvent(Question):
    """An event that the machine missed; its `id` is given by the ledger whatever is written there."""

    event: Event
    comment: Comment = None
    sample: Number | None = None


class Summary(Shape):
    """What is going on, at a glance."""

    n_reports: int
    n_republished: int
    n_events: int
    n_incidents: int
    n_decisions: int
    reports_by_state: tuple[Count, ...]
    events_by_state: tuple[Count, ...]
    events_by_category: tuple[Count, ...]
    sources: tuple[Count, ...]
    first_day: date | None
    last_day: date | None
    sequence: int
