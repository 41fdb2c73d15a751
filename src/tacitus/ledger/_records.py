"""What the ledger gives back: rows, pages, decisions, runs, changes. Frozen values, detached from the database."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Generic, Self, TypeVar
from uuid import uuid4

from tacitus.model import CodedReport, Event, EventKey, Incident, Link, Relation, Report, Verdict, Versions

Row = TypeVar("Row")


class ReviewState(StrEnum):
    """How an event stands with the people who check it."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


class ReportState(StrEnum):
    """How far a report is checked: no event yet, some, all; `empty` has no event to check."""

    OPEN = "open"
    PARTLY = "partly"
    DONE = "done"
    EMPTY = "empty"


class Action(StrEnum):
    """What a person may decide about an event."""

    CONFIRM = "confirm"
    REJECT = "reject"
    CORRECT = "correct"
    ADD = "add"
    COMMENT = "comment"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a person says about an event, before it is written.

    `by` is the coder's name. `event` is the whole event as it should be, for CORRECT and ADD; its id is given by the
    ledger whatever is written there. A ruling with a `sample` stays out of the common state: only its coder and
    whoever adjudicates the sample see it.
    """

    action: Action
    by: str
    event: Event | None = None
    comment: str | None = None
    sample: int | None = None


class Outcome(StrEnum):
    """What adding a coded report came to."""

    ADDED = "added"  # a report that the ledger did not have
    RECODED = "recoded"  # a report that it had, coded with other versions
    KNOWN = "known"  # a report that it had, coded with these versions: nothing changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One invocation of coding. Its row is written with its first new report; `key` names it until then.

    `n_reports` and `n_events` count what the run added; `summary` is what its caller told at its end.
    """

    key: str
    versions: Versions
    started_at: datetime
    finished_at: datetime | None = None
    id: int | None = None
    n_reports: int = 0
    n_events: int = 0
    summary: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def begun(cls, versions: Versions) -> Self:
        """A run that starts now. Several processes may share one: it is a value, and can be pickled."""
        return cls(key=uuid4().hex, versions=versions, started_at=datetime.now(UTC))


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one coded report. `doc_id` is its id in the ledger; `same_as` the report that it republishes."""

    doc_id: str
    outcome: Outcome
    same_as: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Row]):
    """Some of a list. `next` is the cursor of the page after it, None on the last; `total` counts the whole list."""

    rows: tuple[Row, ...]
    next: str | None
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """Another place where the very same text was published on the same day."""

    doc_id: str
    title: str | None
    source: str | None
    url: str | None
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """A report in a list, without its text. `same_as` is the report that it republishes, `similarity` how closely."""

    doc_id: str
    title: str | None
    source: str | None
    published: date | None
    url: str | None
    n_events: int
    n_open: int
    state: ReportState
    same_as: str | None
    similarity: float | None
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision of a person about an event; never overwritten.

    `before` and `after` are the whole event, None where there was or is none. `sample` is the sample of blind double
    coding that it belongs to, `undoes` the decision that this one takes back, `undone` whether one took this back.
    """

    id: int
    key: EventKey
    action: Action
    by: str
    at: datetime
    before: Event | None
    after: Event | None
    comment: str | None = None
    sample: int | None = None
    undoes: int | None = None
    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedEvent:
    """An event as it now stands. `coded` is what the latest run said, None for one that it did not find.

    `version` changes with every decision and every new coding; `Ledger.decide(expected=…)` takes it.
    """

    key: EventKey
    state: ReviewState
    event: Event
    coded: Event | None
    decisions: tuple[Decision, ...] = ()
    incident_id: str | None = None
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event in a list: as it stands, with what is asked first about its report."""

    key: EventKey
    state: ReviewState
    event: Event
    incident_id: str | None
    version: str
    title: str | None
    source: str | None
    published: date | None
    url: str | None
    same_as: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedReport:
    """A report with its text and its events as they now stand.

    `republished_as` are the reports that repeat it. `versions` made its latest coding.
    """

    report: Report
    state: ReportState
    events: tuple[ReviewedEvent, ...]
    remarks: tuple[str, ...]
    share_read: float
    versions: Versions | None
    run: int | None
    same_as: str | None
    similarity: float | None
    republished_as: tuple[str, ...]
    appearances: tuple[Appearance, ...]
    added_at: datetime

    @property
    def coded(self) -> CodedReport | None:
        """The report as coded, with people's decisions laid over it; rejected events are left out."""
        if self.versions is None:
            return None
        present = {found.event.id: found.event for found in self.events if found.state is not ReviewState.REJECTED}
        return CodedReport(
            report=self.report,
            events=only_present(present.values()),
            remarks=self.remarks,
            share_read=self.share_read,
            versions=self.versions,
        )


def only_present(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, answering only to each other: what answers to a rejected event answers to nothing."""
    events = tuple(events)
    ids = {event.id for event in events}
    return tuple(
        event
        if ids.issuperset(event.responds_to)
        else replace(event, responds_to=tuple(other for other in event.responds_to if other in ids))
        for event in events
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkVerdict:
    """A person's word on two events, confirmed or cut; None takes the word back. The newest of a pair counts."""

    id: int
    left: EventKey
    right: EventKey
    relation: Relation = Relation.SAME
    verdict: Verdict | None
    by: str
    at: datetime
    comment: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentRow:
    """An incident in a list: the columns that are filtered and sorted by, and the record itself without claims.

    `contradicting` are the fields on which its reports cannot all be right.
    """

    incident: Incident
    first_day: date | None
    last_day: date | None
    n_reports: int
    n_events: int
    contradicting: tuple[str, ...]
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeIncident:
    """An incident with its claims, and the events it is made of as they now stand."""

    incident: Incident
    events: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentPage:
    """An incident with its claims, the events it is made of as they now stand, and the links between them."""

    row: IncidentRow
    incident: Incident
    events: tuple[EventRow, ...]
    links: tuple[Link, ...]
    verdicts: tuple[LinkVerdict, ...]
    answered_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """One run of linking and what it changed."""

    id: int
    at: datetime
    n_events: int
    n_links: int
    n_incidents: int
    n_added: int
    n_closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something new in the ledger. Sequences rise in the order in which changes became visible, with gaps.

    `kind` is one of report, coding, decision, link_decision, linking, sample.
    """

    sequence: int
    kind: str
    at: datetime
    by: str | None = None
    doc_id: str | None = None
    event_id: str | None = None
    incident_id: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the ledger holds, at a glance."""

    n_reports: int
    n_republished: int
    n_events: int
    n_incidents: int
    n_decisions: int
    reports_by_state: Counter[str]
    events_by_state: Counter[str]
    events_by_category: Counter[str]
    sources: Counter[str]
    first_day: date | None
    last_day: date | None
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedEvent:
    """An event that two runs coded differently: before or after is None where one did not find it."""

    event_id: str
    before: Event | None
    after: Event | None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDiff:
    """What two runs coded differently in one report, and how many events they coded alike."""

    doc_id: str
    changed: tuple[ChangedEvent, ...]
    n_same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that does not hold, and where. With `report_id`, what is derived for the report can be derived anew."""

    where: str
    what: str
    report_id: int | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"
