"""Entries from what the ledger and the coder hold: events of one report, incidents of several."""

from dataclasses import replace
from datetime import date

import pytest

from tacitus.export import Telling, entry_of_event, entry_of_incident
from tacitus.linking import link
from tacitus.model import CodedReport, IncidentKind, Quantity, Report
from tests.written import RAIDS, SHELLING, TEXT, VERSIONS

FIRST = Telling(
    doc_id="a", event=SHELLING, published=date(2021, 3, 3), title="Shelling", source="Levant Wire", review="open"
)


def coded(telling: Telling) -> CodedReport:
    report = Report(
        doc_id=telling.doc_id,
        text=TEXT,
        published=telling.published,
        title=telling.title,
        source=telling.source,
    )
    return CodedReport(report=report, events=(telling.event,), versions=VERSIONS)


def test_an_event_keeps_its_values_and_gets_its_report() -> None:
    found = entry_of_event(FIRST, IncidentKind.SINGLE)
    assert (found.id, found.category, found.place, found.actors) == ("a#e1", "ASSAULT", SHELLING.place, SHELLING.actors)
    assert found.killed is not None
    assert (found.killed.best, found.killed.low, found.killed.high) == (4, 4, None)
    assert found.killed.basis.text == "at least four"
    assert found.said_by == ("the governor",)
    assert (found.review, found.confidence) == (("open",), 0.875)
    (source,) = found.sources
    assert (source.label, source.trigger, source.published) == ("Levant Wire", "shelled", date(2021, 3, 3))


def test_answers_name_their_report_too() -> None:
    assert entry_of_event(Telling(doc_id="a", event=RAIDS), IncidentKind.AGGREGATE).responds_to == ("a#e1",)


def test_reports_that_cannot_both_be_right_are_told_with_each_value_and_whose_it_is() -> None:
    two = replace(SHELLING, killed=replace(SHELLING.killed, low=2, high=2), confidence=None)  # type: ignore[type-var]
    tellings = (
        FIRST,
        Telling(doc_id="b", event=two, published=date(2021, 3, 4), source="Orontes Daily", review="confirmed"),
    )
    (incident,) = link([coded(telling) for telling in tellings]).incidents
    found = entry_of_incident(incident, tellings)
    assert found.id == incident.id
    assert found.killed is not None
    assert (found.killed.best, found.killed.low, found.killed.high) == (2, 2, None)
    assert [said.stated for said in found.killed.said] == [4, 2]
    (contradiction,) = found.contradictions
    assert contradiction.values == ("at least 4 (the governor in Levant Wire)", "2 (the governor in Orontes Daily)")
    assert (found.review, found.confidence) == (("confirmed", "open"), None)
    assert [source.doc_id for source in found.sources] == ["a", "b"]


@pytest.mark.parametrize("killed", [SHELLING.killed, Quantity(low=6, high=6)], ids=["the-same", "more-exact"])
def test_reports_that_can_both_be_right_contradict_nothing(killed: Quantity) -> None:
    other = replace(SHELLING, killed=killed)
    tellings = (FIRST, Telling(doc_id="b", event=other, published=date(2021, 3, 4), source="Orontes Daily"))
    (incident,) = link([coded(telling) for telling in tellings]).incidents
    assert entry_of_incident(incident, tellings).contradictions == ()
