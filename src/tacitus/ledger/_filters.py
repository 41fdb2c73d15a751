"""What may be asked of the ledger. An empty filter asks for everything; each field given narrows it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tacitus.ledger._records import Action, ReportState, ReviewState
from tacitus.model import EventKey, IncidentKind, Realis


class ReportOrder(StrEnum):
    """How reports are sorted; undated ones come last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    ADDED = "added"  # as they came into the ledger
    TITLE = "title"


class EventOrder(StrEnum):
    """How events are sorted."""

    REPORT = "report"  # as the reports came in, and as their texts tell them
    LEAST_CONFIDENT = "least_confident"
    NEWEST = "newest"  # by the report's day of publication
    OLDEST = "oldest"


class IncidentOrder(StrEnum):
    """How incidents are sorted; undated ones come last."""

    NEWEST = "newest"
    OLDEST = "oldest"
    KILLED = "killed"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports.

    `query` is searched in the texts: words, "phrases in quotes", -without. `from_` and `to` are days of publication,
    both inside. `republished` False leaves out what repeats another report, True asks for that alone.
    """

    query: str | None = None
    doc_ids: tuple[str, ...] | None = None
    state: ReportState | None = None
    source: str | None = None
    from_: date | None = None
    to: date | None = None
    categories: tuple[str, ...] = ()
    republished: bool | None = None
    sample: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events, as they now stand. Rejected events are left out unless `states` names them.

    `from_` and `to` are days on which the event happened (any day of its interval), or, where it is undated, its
    report's day of publication. `query` is searched in the text of the report. `min_confidence` leaves in whatever a
    person decided about.
    """

    query: str | None = None
    doc_ids: tuple[str, ...] | None = None
    states: tuple[ReviewState, ...] = (
        ReviewState.OPEN,
        ReviewState.CONFIRMED,
        ReviewState.CORRECTED,
        ReviewState.ADDED,
    )
    source: str | None = None
    from_: date | None = None
    to: date | None = None
    categories: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    realis: tuple[Realis, ...] = ()
    party: str | None = None
    min_confidence: float | None = None
    max_confidence: float | None = None
    republished: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFilter:
    """Which incidents.

    `box` is west, south, east, north in degrees; west may be greater than east, over the date line. `party` is an
    actor or a recipient; names are compared without regard to case. `query` is searched in the reports' texts.
    `in_chain` asks for those that answer another or are answered.
    """

    query: str | None = None
    ids: tuple[str, ...] | None = None
    kinds: tuple[IncidentKind, ...] = ()
    categories: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    from_: date | None = None
    to: date | None = None
    min_killed: int | None = None
    realis: tuple[Realis, ...] = ()
    box: tuple[float, float, float, float] | None = None
    contradicting: bool | None = None
    min_reports: int | None = None
    in_chain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFilter:
    """Which decisions. Those made in a sample of blind double coding are asked for by its number, alone."""

    doc_id: str | None = None
    key: EventKey | None = None
    by: str | None = None
    action: Action | None = None
    sample: int | None = None
