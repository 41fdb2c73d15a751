"""What may be asked in an address: filters, orders, pages; and the same as the ledger asks it."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, TypeVar

from pydantic import Field, field_validator

from tacitus import ledger
from tacitus.ledger import Action, EventOrder, IncidentOrder, ReportOrder, ReportState, ReviewState
from tacitus.model import IncidentKind, Realis
from tacitus.web._ids import from_event_id, from_id
from tacitus.web._shapes import Number, Page, Question

MAX_PAGE: Final = 500
_MAX_LISTED: Final = 50
_MAX_WORDS: Final = 300

Item = TypeVar("Item")
Shaped = TypeVar("Shaped")

_Words = Annotated[str | None, Field(max_length=_MAX_WORDS)]
_Codes = Annotated[tuple[str, ...], Field(max_length=_MAX_LISTED)]


class Unit(StrEnum):
    """How wide the bins of a timeline are."""

    AUTO = "auto"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Paged(Question):
    """Which part of a list."""

    limit: int = Field(default=50, ge=1, le=MAX_PAGE)
    cursor: str | None = Field(default=None, max_length=400)


class ReportWhere(Question):
    """Which reports. `q` is searched in title and text."""

    q: _Words = None
    state: ReportState | None = None
    source: _Words = None
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    category: _Codes = ()
    republished: bool | None = None

    def as_filter(self, state: ReportState | None = None) -> ledger.ReportFilter:
        """The filter of the ledger, with a state of its own where one is given."""
        return ledger.ReportFilter(
            query=self.q or None,
            state=state or self.state,
            source=self.source,
            from_=self.from_,
            to=self.to,
            categories=self.category,
            republished=self.republished,
        )


class ReportQuery(ReportWhere, Paged):
    """Which reports, in which order."""

    order: ReportOrder = ReportOrder.NEWEST


class QueueQuery(Paged):
    """Which events to check, and which first. `q` is searched in the report; without a state: those open."""

    q: _Words = None
    state: tuple[ReviewState, ...] = (ReviewState.OPEN,)
    source: _Words = None
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    category: _Codes = ()
    country: _Codes = ()
    realis: tuple[Realis, ...] = ()
    party: _Words = None
    max_confidence: float | None = Field(default=None, ge=0, le=1)
    republished: bool | None = None
    order: EventOrder = EventOrder.LEAST_CONFIDENT

    def as_filter(self) -> ledger.EventFilter:
        """The filter of the ledger."""
        return ledger.EventFilter(
            query=self.q or None,
            states=self.state,
            source=self.source,
            from_=self.from_,
            to=self.to,
            categories=self.category,
            countries=self.country,
            realis=self.realis,
            party=self.party,
            max_confidence=self.max_confidence,
            republished=self.republished,
        )


class DecisionQuery(Paged):
    """Which decisions."""

    report: _Words = None
    event: _Words = None
    by: _Words = None
    action: Action | None = None

    def asked(self, book: ledger.Ledger) -> ledger.Query[ledger.Decision]:
        """The question to the ledger."""
        return book.decisions(
            ledger.DecisionFilter(
                doc_id=from_id(self.report) if self.report else None,
                key=from_event_id(self.event) if self.event else None,
                by=self.by,
                action=self.action,
            )
        )


class IncidentWhere(Question):
    """Which incidents. `q` is searched in the texts of the reports; `box` is west,south,east,north in degrees."""

    q: _Words = None
    kind: tuple[IncidentKind, ...] = ()
    category: _Codes = ()
    country: _Codes = ()
    actor: _Words = None
    recipient: _Words = None
    party: _Words = Field(default=None, description="Actor or recipient.")
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    min_killed: Number | None = Field(default=None, ge=0)
    realis: tuple[Realis, ...] = ()
    box: str | None = Field(default=None, max_length=100)
    contradicting: bool | None = None
    min_reports: Number | None = Field(default=None, ge=1)

    @field_validator("box")
    @classmethod
    def _four_degrees(cls, box: str | None) -> str | None:
        if box:
            edges = [float(part) for part in box.split(",")]
            if len(edges) != 4 or not -90 <= edges[1] <= edges[3] <= 90 or not all(-180 <= e <= 180 for e in edges):
                raise ValueError("a box is west,south,east,north in degrees, south not above north")
        return box or None

    def as_filter(self) -> ledger.IncidentFilter:
        """The filter of the ledger."""
        west, south, east, north = (float(part) for part in self.box.split(",")) if self.box else (0.0,) * 4
        return ledger.IncidentFilter(
            query=self.q or None,
            kinds=self.kind,
            categories=self.category,
            countries=self.country,
            actor=self.actor,
            recipient=self.recipient,
            party=self.party,
            from_=self.from_,
            to=self.to,
            min_killed=self.min_killed,
            realis=self.realis,
            box=(west, south, east, north) if self.box else None,
            contradicting=self.contradicting,
            min_reports=self.min_reports,
        )


class IncidentQuery(IncidentWhere, Paged):
    """Which incidents, in which order."""

    order: IncidentOrder = IncidentOrder.NEWEST


class TimelineQuery(IncidentWhere):
    """Which incidents, in which bins."""

    unit: Unit = Unit.AUTO


class MatrixQuery(IncidentWhere):
    """Which incidents, and for how many of the parties that appear most."""

    top: int = Field(default=20, ge=2, le=100)


class Numbered(Paged):
    """Which part of a list that is at hand as a whole; a cursor is how many come before."""

    cursor: str | None = Field(default=None, pattern="^[0-9]{1,9}$")

    def part(self, found: Sequence[Item]) -> Sequence[Item]:
        """That part of it."""
        return found[self._start : self._start + self.limit]

    def page(self, found: Sequence[Item], shape: Callable[[Item], Shaped]) -> Page[Shaped]:
        """That part of it, each in its shape."""
        end = self._start + self.limit
        return Page(
            items=tuple(map(shape, self.part(found))), next=str(end) if end < len(found) else None, total=len(found)
        )

    @property
    def _start(self) -> int:
        return int(self.cursor or 0)


class ChainQuery(IncidentWhere, Numbered):
    """Chains that hold an incident that matches."""


class DisagreementQuery(Numbered):
    """Which disagreements of a sample."""

    settled: bool | None = None
