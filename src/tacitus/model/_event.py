"""One coded happening in one report: the project's data contract."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tacitus.model._interval import Interval
from tacitus.model._party import Party
from tacitus.model._place import Place
from tacitus.model._quantity import Quantity
from tacitus.model._report import Report
from tacitus.model._span import Span


class Realis(StrEnum):
    """Whether it really happened, as the report tells it."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    ALLEGED = "alleged"
    GENERIC = "generic"


ONE = Quantity(low=1, high=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that someone did, said they would do, or that happened, with the words for each value.

    `category` and `mode` are PLOVER codes of the codebook, `acled` an ACLED sub-event type. `trigger` names the event
    where it is told best, `mentions` are its other triggers. `attribution` is whose word the event rests on, empty
    for the report's own voice. `responds_to` holds ids of events of the same report. `confidence` is calibrated,
    from 0 to 1; None for an event coded by a person.
    """

    id: str
    category: str
    mode: tuple[str, ...] = ()
    acled: str | None = None
    trigger: Span
    mentions: tuple[Span, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    time: Interval | None = None
    weapons: tuple[Span, ...] = ()
    killed: Quantity | None = None
    injured: Quantity | None = None
    count: Quantity = ONE
    realis: Realis = Realis.OCCURRED
    attribution: tuple[Span, ...] = ()
    claimed_by: tuple[Span, ...] = ()
    responds_to: tuple[str, ...] = ()
    confidence: float | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """Which code, model, codebook and gazetteer made a record: equal versions and text give equal bytes."""

    code: str
    model: str
    codebook: str
    gazetteer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """A report and the events coded in it. `remarks` says in words what stayed unresolved and why."""

    report: Report
    events: tuple[Event, ...]
    remarks: tuple[str, ...] = ()
    share_read: float = 1.0
    versions: Versions

    @property
    def doc_id(self) -> str:
        """The report's id."""
        return self.report.doc_id

    @property
    def published(self) -> date | None:
        """The report's publication date."""
        return self.report.published

    def _repr_html_(self) -> str:
        """The report as a notebook shows it."""
        # The one upward import of the nouns, declared in the import contract: a notebook asks the object itself.
        from tacitus.views import as_html  # noqa: PLC0415

        return as_html(self)
