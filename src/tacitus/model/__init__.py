"""The nouns of tacitus: frozen records that every stage speaks in, and nothing else."""

from tacitus.model._contradiction import contradicting
from tacitus.model._event import ONE, CodedReport, Event, Realis, Versions
from tacitus.model._incident import (
    Chain,
    Claim,
    ClaimField,
    EventKey,
    Figure,
    Incident,
    IncidentKind,
    Link,
    LinkDecision,
    Reason,
    Relation,
    Value,
    Verdict,
)
from tacitus.model._interval import Interval, TimePrecision
from tacitus.model._party import Party
from tacitus.model._place import Place, PlacePrecision
from tacitus.model._quantity import Quantity
from tacitus.model._reading import Argument, Grounding, Happening, Kind, Mention, Reading, ReadSector, Role
from tacitus.model._report import Rejection, Report
from tacitus.model._span import Evidenced, Span

__all__ = [
    "ONE",
    "Argument",
    "Chain",
    "Claim",
    "ClaimField",
    "CodedReport",
    "Event",
    "EventKey",
    "Evidenced",
    "Figure",
    "Grounding",
    "Happening",
    "Incident",
    "IncidentKind",
    "Interval",
    "Kind",
    "Link",
    "LinkDecision",
    "Mention",
    "Party",
    "Place",
    "PlacePrecision",
    "Quantity",
    "ReadSector",
    "Reading",
    "Realis",
    "Reason",
    "Rejection",
    "Relation",
    "Report",
    "Role",
    "Span",
    "TimePrecision",
    "Value",
    "Verdict",
    "Versions",
    "contradicting",
]
