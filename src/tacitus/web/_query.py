"""What may be asked in an address: filters, orders, pages."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import Depends, Query
from pydantic import Field, field_validator

from tacitus.model import Realis
from tacitus.web._shapes import Question, ReportState, ReviewState

MAX_PAGE = 500
_MAX_LISTED = 50


class ReportOrder(StrEnum):
    """How the list of reports is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"
    TITLE = "title"


class QueueOrder(StrEnum):
    """What to check first."""

    CONFIDENCE = "confidence"
    NEWEST = "newest"
    OLDEST = "oldest"


class IncidentOrder(StrEnum):
    """How the table of incidents is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    KILLED = "killed"
    REPORTS = "reports"


class Unit(StrEnum):
    """How wide the bins of a timeline are."""

    AUTO = "auto"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Paging(Question):
    """Which part of a list."""

    limit: int = Field(default=50, ge=1, le=MAX_PAGE)
    cursor: str | None = Field(default=None, max_length=400)


class ReportFilter(Question):
    """Which reports. `q` is searched in title and text."""

    q: str | None = Field(default=None, max_length=300)
    state: ReportState | None = None
    source: str | None = Field(default=None, max_length=300)
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    category: tuple[str, ...] = Field(default=(), max_length=_MAX_LISTED)


class EventFilter(Question):
    """Which events. `q` is searched in the report's title and text."""

    q: str | None = Field(default=None, max_length=300)
    state: ReviewState | None = None
    source: str | None = Field(default=None, max_length=300)
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    category: tuple[str, ...] = Field(default=(), max_length=_MAX_LISTED)
    country: tuple[str, ...] = Field(default=(), max_length=_MAX_LISTED)
    realis: Realis | None = None


class IncidentFilter(Question):
    """Which incidents. `q` is searched in the texts of the reports; `box` is west,south,east,north in degrees."""

    q: str | None = Field(default=None, max_length=300)
    category: tuple[str, ...] = Field(default=(), max_length=_MAX_LISTED)
    country: tuple[str, ...] = Field(default=(), max_length=_MAX_LISTED)
    actor: str | None = Field(default=None, max_length=300)
    recipient: str | None = Field(default=None, max_length=300)
    party: str | None = Field(default=None, max_length=300, description="Actor or recipient.")
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    min_killed: int | None = Field(default=None, ge=0)
    realis: tuple[Realis, ...] = ()
    box: str | None = Field(default=None, max_length=100)
    contradicting: bool | None = None
    min_reports: int | None = Field(default=None, ge=1, alias="reports")

    @field_validator("box")
    @classmethod
    def _four_degrees(cls, box: str | None) -> str | None:
        if box is not None:
            edges = [float(part) for part in box.split(",")]
            if len(edges) != 4 or not (-90 <= edges[1] <= edges[3] <= 90):
                raise ValueError("a box is west,south,east,north in degrees, south not above north")
        return box
