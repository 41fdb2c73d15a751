"""Coding at once, and what changed."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from tacitus.web._shapes._common import Question, Shape


class JobState(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class NewText(Question):
    """A text to code at once."""

    text: str = Field(min_length=1)
    published: str | None = None
    title: str | None = Field(default=None, max_length=1000)
    source: str | None = Field(default=None, max_length=300)
    url: str | None = Field(default=None, max_length=2000)


class Refusal(Shape):
    """An input that could not be coded, and why."""

    source: str
    code: str
    reason: str
    line: int | None


class Job(Shape):
    """A file or a text on its way into the ledger; how many reports it holds is known at its end.

    `reports` and `refusals` list the first ones, the numbers count all.
    """

    id: str
    name: str
    by: str
    state: JobState
    started_at: datetime
    ended_at: datetime | None
    n_reports: int
    n_events: int
    n_refused: int
    reports: tuple[str, ...]
    refusals: tuple[Refusal, ...]
    message: str | None


class Change(Shape):
    """Something new in the ledger: what a live page listens for.

    `kind` is one of report, coding, decision, link_decision, linking, sample, and job, whose `detail` is the job.
    """

    sequence: int
    kind: str
    at: datetime | None
    by: str | None
    report_id: str | None = None
    event_id: str | None = None
    incident_id: str | None = None
    detail: dict[str, Any] | None = None
