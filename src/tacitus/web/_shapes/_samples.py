"""Two coders on one sample, blind to each other, and what comes of it."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from tacitus.model import Event
from tacitus.web._shapes._common import Comment, Number, Question, Shape


class Start(StrEnum):
    """What the coders begin with: the machine's events, to check; or nothing but the text."""

    MACHINE = "machine"
    EMPTY = "empty"


class NewSample(Question):
    """A sample to draw. The same seed draws the same reports from the same ledger.

    Named reports are taken as they are; without names, `size` reports are drawn from those of the ledger.
    """

    name: str = Field(min_length=1, max_length=120)
    coders: tuple[str, str]
    size: int = Field(default=20, ge=1, le=2000)
    seed: Number = 0
    start: Start = Start.MACHINE
    reports: tuple[str, ...] = Field(default=(), max_length=2000)


class CoderProgress(Shape):
    """How far one coder is."""

    name: str
    n_done: int


class Sample(Shape):
    """A sample of reports that two people code without seeing each other's work."""

    id: int
    name: str
    start: Start
    seed: int
    n_reports: int
    coders: tuple[CoderProgress, ...]
    n_disagreements: int | None = Field(description="Not yet adjudicated; null for a coder who has reports left.")
    created_by: str
    created_at: datetime


class SampleReport(Shape):
    """A report of a sample, as its coder sees it."""

    report_id: str
    title: str | None
    done: bool


class SlotAgreement(Shape):
    """How far two coders agree on one field: `share` is F1 over its values; null where nothing could be compared."""

    slot: str
    n: int
    share: float | None
    alpha: float | None = Field(description="Krippendorff's alpha.")


class Agreement(Shape):
    """Agreement on the reports that both coders have done."""

    sample: int
    n_reports: int
    alpha: float | None = Field(description="Over every event that either has, with none as a category of its own.")
    slots: tuple[SlotAgreement, ...]
    matched: int
    only_first: int
    only_second: int


class Versus(Shape):
    """One coder's value of an event."""

    coder: str
    event: Event | None
    comment: str | None


class Disagreement(Shape):
    """An event on which two coders differ, with the fields in which they do; no event means that one saw none."""

    id: str
    sample: int
    report_id: str
    title: str | None
    excerpt: str
    start: int
    fields: tuple[str, ...]
    values: tuple[Versus, Versus]
    coded: Event | None
    event_id: str | None
    is_settled: bool
    settled: Event | None
    settled_by: str | None


class Adjudication(Question):
    """What is to hold: an event, or none (null). It becomes a decision like any other."""

    event: Event | None
    comment: Comment = None
