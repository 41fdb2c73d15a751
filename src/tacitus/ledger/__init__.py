"""The ledger: reports, their events, incidents, claims and people's decisions, in SQLite or PostgreSQL.

    with Ledger.open("war.db") as ledger:          # or "postgresql://host/war"
        run = Run.begun(coder.versions)
        ledger.add(coded, run)                     # the report whole, or not at all
        ledger.finish(run)
        ledger.link()                              # incidents, kept beside what they replace
        for row in ledger.incidents(IncidentFilter(countries=("SYR",))): ...
        ledger.incidents().to_pandas()             # a table, a row an incident
        ledger.decide(EventKey(doc_id="a", event_id="e1"), Ruling(action=Action.CONFIRM, by="Anna"))

Nothing is deleted and no decision is overwritten. What one asks for most, the events and incidents as they now stand,
is kept ready in tables of its own, which `check` compares with what they are derived from.
"""

from tacitus.ledger._filters import (
    DecisionFilter,
    EventFilter,
    EventOrder,
    IncidentFilter,
    IncidentOrder,
    ReportFilter,
    ReportOrder,
)
from tacitus.ledger._ledger import Ledger
from tacitus.ledger._listing import Listing, entry_of_whole
from tacitus.ledger._query import Query
from tacitus.ledger._records import (
    Action,
    Added,
    Appearance,
    Change,
    ChangedEvent,
    Decision,
    EventRow,
    Fault,
    IncidentPage,
    IncidentRow,
    Linking,
    LinkVerdict,
    Outcome,
    Page,
    ReportDiff,
    ReportRow,
    ReportState,
    ReviewedEvent,
    ReviewedReport,
    ReviewState,
    Ruling,
    Run,
    Summary,
    WholeIncident,
)
from tacitus.ledger._sampling import Draw, Sample, Settlement
from tacitus.ledger._survey import IncidentCounts, IncidentPoints, PartyKey, PartyPair, Survey

__all__ = [
    "Action",
    "Added",
    "Appearance",
    "Change",
    "ChangedEvent",
    "Decision",
    "DecisionFilter",
    "Draw",
    "EventFilter",
    "EventOrder",
    "EventRow",
    "Fault",
    "IncidentCounts",
    "IncidentFilter",
    "IncidentOrder",
    "IncidentPage",
    "IncidentPoints",
    "IncidentRow",
    "Ledger",
    "LinkVerdict",
    "Linking",
    "Listing",
    "Outcome",
    "Page",
    "PartyKey",
    "PartyPair",
    "Query",
    "ReportDiff",
    "ReportFilter",
    "ReportOrder",
    "ReportRow",
    "ReportState",
    "ReviewState",
    "ReviewedEvent",
    "ReviewedReport",
    "Ruling",
    "Run",
    "Sample",
    "Settlement",
    "Summary",
    "Survey",
    "WholeIncident",
    "entry_of_whole",
]
