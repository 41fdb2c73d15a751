"""Reports for tests of the ledger, in few words, and what is done with them over and over."""

from dataclasses import replace
from datetime import date

from tacitus.ledger import Ledger, Run
from tacitus.model import CodedReport, Event, EventKey, Interval, Party, Place, Quantity, Report, Versions
from tests.written import at, span

VERSIONS = Versions(code="1", model="reader-1", codebook="plover-1", gazetteer="places-1")
NEWER = replace(VERSIONS, model="reader-2")
DAY = date(2027, 4, 10)
TEXT = (
    "A car bomb exploded in Baidoa, killing at least four people, police said. "
    "Soldiers raided a market in answer to the blast."
)


def bombing(text: str = TEXT, **changes: object) -> Event:
    fields: dict[str, object] = {
        "id": "e1",
        "category": "ASSAULT",
        "mode": ("explosives",),
        "trigger": span(text, "exploded"),
        "mentions": (span(text, "blast"),) if "blast" in text else (),
        "place": Place(name="Baidoa", country="SOM", lat=3.11, lon=43.65, **at(text, "Baidoa")),
        "time": Interval(from_=DAY, to=DAY),
        "killed": Quantity(low=4, **at(text, "at least four")) if "at least four" in text else None,
        "attribution": (span(text, "police"),) if "police" in text else (),
        "confidence": 0.9,
    }
    return Event(**{**fields, **changes})


def raid(text: str = TEXT, **changes: object) -> Event:
    fields: dict[str, object] = {
        "id": "e2",
        "category": "COERCE",
        "mode": ("arrest",),
        "trigger": span(text, "raided"),
        "actors": (Party(name="Somali Armed Forces", country="SOM", sector="MIL", **at(text, "Soldiers")),),
        "place": Place(name="Somalia", country="SOM"),
        "responds_to": ("e1",),
        "confidence": 0.4,
    }
    return Event(**{**fields, **changes})


def report(doc_id: str = "a", text: str = TEXT, **changes: object) -> Report:
    fields: dict[str, object] = {"doc_id": doc_id, "text": text, "published": DAY, "source": "The Wire"}
    return Report(**{**fields, **changes})


def coded(*events: Event, of: Report | None = None, versions: Versions = VERSIONS) -> CodedReport:
    """Both events of `TEXT`, unless others are given."""
    of = of or report()
    return CodedReport(report=of, events=events or (bombing(), raid()), versions=versions)


def none(of: Report, versions: Versions = VERSIONS) -> CodedReport:
    """A report in which nothing was found."""
    return CodedReport(report=of, events=(), versions=versions)


def add(ledger: Ledger, *reports: CodedReport) -> Run:
    """A run that adds these reports, which have the same versions."""
    run = Run.begun(reports[0].versions)
    ledger.add_many(reports, run)
    ledger.finish(run)
    return run


def key(event_id: str = "e1", doc_id: str = "a") -> EventKey:
    return EventKey(doc_id=doc_id, event_id=event_id)
