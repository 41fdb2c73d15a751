"""Asking for reports, events and changes: filters, orders, pages, full text."""

from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import LedgerLookupError, LedgerUseError
from tacitus.ledger import (
    Action,
    EventFilter,
    EventOrder,
    IncidentFilter,
    Ledger,
    ReportFilter,
    ReportOrder,
    ReportState,
    Ruling,
)
from tacitus.ledger._search import terms
from tacitus.model import Party, Realis
from tests.ledger.written import DAY, TEXT, add, coded, key, none, raid, report

TALKS = "Talks on a café ceasefire were held in Nairobi. The negotiators met again."


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    add(
        ledger,
        coded(),
        none(report("b", TALKS, published=None, source="Radio", title="Talks")),
        none(report("c", "Quiet day.", published=DAY + timedelta(days=9), source=None)),
    )
    return ledger


def _ids(ledger: Ledger, order: ReportOrder = ReportOrder.ADDED, **where: object) -> list[str]:
    return [row.doc_id for row in ledger.reports(ReportFilter(**where), order)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("talks", ["b"]),
        ("talk", ["b"]),  # stems
        ("TALKS ceasefire", ["b"]),
        ("talks market", []),
        ('"car bomb exploded"', ["a"]),
        ('"bomb car"', []),
        ("-market", ["b", "c"]),
        ("day -quiet", []),
        ("negoti*", ["b"]),
        ('"', []),
        ("' OR 1=1 --", []),
        ("NEAR(car bomb) ^ : {", []),
        ("(((", []),
    ],
)
def test_full_text(filled: Ledger, query: str, found: list[str]) -> None:
    assert _ids(filled, query=query) == found


@given(query=st.text(max_size=30))
def test_no_words_are_lost_or_made_up(query: str) -> None:
    assert all(word and not word.isspace() for term in terms(query) for word in term.words)


def test_filters_of_reports(filled: Ledger) -> None:
    assert _ids(filled, source="Radio") == ["b"]
    assert _ids(filled, from_=DAY, to=DAY) == ["a"]
    assert _ids(filled, state=ReportState.EMPTY) == ["b", "c"]
    assert _ids(filled, categories=("COERCE",)) == ["a"]
    assert _ids(filled, doc_ids=("c", "a")) == ["a", "c"]
    assert _ids(filled, doc_ids=()) == []


def test_orders_of_reports(filled: Ledger) -> None:
    assert _ids(filled, ReportOrder.NEWEST) == ["c", "a", "b"]
    assert _ids(filled, ReportOrder.OLDEST) == ["a", "c", "b"]
    assert set(_ids(filled, ReportOrder.TITLE)) == {"a", "b", "c"}


@pytest.mark.parametrize("order", ReportOrder)
def test_pages_follow_each_other_without_gap_or_repetition(filled: Ledger, order: ReportOrder) -> None:
    query = filled.reports(order=order)
    first = query.page(limit=2)
    assert (first.total, len(first.rows)) == (3, 2)
    # What comes in between neither repeats nor hides anything.
    add(filled, none(report("z", "Another quiet day.", published=DAY + timedelta(days=30), title="Zulu")))
    rest = query.page(limit=1000, cursor=first.next)
    seen = [row.doc_id for row in (*first.rows, *rest.rows)]
    assert len(seen) == len(set(seen))
    assert {"a", "b", "c"} <= set(seen)
    assert rest.next is None


_FOREIGN = ("[]", "{}", "[;1", "[null]", "[[1]]", '["a"]', '[{"on": 5}]', "[1" + "0" * 30 + "]")


@pytest.mark.parametrize("cursor", ["nonsense", *(urlsafe_b64encode(said.encode()).decode() for said in _FOREIGN)])
def test_a_cursor_of_something_else_is_refused(filled: Ledger, cursor: str) -> None:
    with pytest.raises(LedgerUseError, match="is none of this question"):
        filled.reports().page(cursor=cursor)


def test_a_cursor_of_another_order_is_refused(filled: Ledger) -> None:
    cursor = filled.reports(order=ReportOrder.TITLE).page(limit=1).next
    with pytest.raises(LedgerUseError, match="is none of this question"):
        filled.reports(order=ReportOrder.NEWEST).page(cursor=cursor)


@pytest.mark.parametrize("limit", [0, 1001])
def test_a_page_is_never_empty_nor_endless(filled: Ledger, limit: int) -> None:
    with pytest.raises(LedgerUseError, match=f"from 1 to 1000 rows, got {limit}"):
        filled.reports().page(limit=limit)


def test_events_by_filter_and_order(filled: Ledger) -> None:
    def ids(order: EventOrder = EventOrder.REPORT, **where: object) -> list[str]:
        return [row.event.id for row in filled.events(EventFilter(**where), order)]

    assert ids() == ["e1", "e2"]
    assert ids(EventOrder.LEAST_CONFIDENT) == ["e2", "e1"]
    assert ids(categories=("COERCE",)) == ["e2"]
    assert ids(countries=("SOM",), party="somali armed forces") == ["e2"]
    assert ids(realis=(Realis.PLANNED,)) == []
    assert ids(min_confidence=0.5) == ["e1"]
    assert ids(max_confidence=0.5) == ["e2"]
    assert ids(from_=DAY + timedelta(days=1)) == []
    assert ids(query="soldiers", source="The Wire", republished=False) == ["e1", "e2"]
    filled.decide(key("e2"), Ruling(action=Action.CONFIRM, by="Anna"))
    assert ids(min_confidence=0.5) == ["e1", "e2"], "what a person confirmed is surer than any program"


def _of_austria(ledger: Ledger, party: str) -> tuple[int, int]:
    """In how many events and incidents a party is found, of one each."""
    add(ledger, coded(raid(responds_to=(), actors=(Party(name="Österreich", country="AUT", sector="GOV"),))))
    ledger.link()
    return ledger.events(EventFilter(party=party)).count(), ledger.incidents(IncidentFilter(party=party)).count()


def test_a_party_is_found_by_its_very_name(ledger: Ledger) -> None:
    assert _of_austria(ledger, "Österreich") == (1, 1)


@pytest.mark.parametrize("name", ["österreich", "ÖSTERREICH"])
def test_sqlite_knows_capitals_of_all_alphabets(tmp_path: Path, name: str) -> None:
    with Ledger.open(tmp_path / "war.db") as ledger:
        assert _of_austria(ledger, name) == (1, 1)


def test_the_summary_counts(filled: Ledger) -> None:
    held = filled.summary()
    assert (held.n_reports, held.n_events, held.n_incidents, held.n_decisions) == (3, 2, 0, 0)
    assert held.reports_by_state == {"open": 1, "empty": 2}
    assert held.events_by_category == {"ASSAULT": 1, "COERCE": 1}
    assert held.sources == {"The Wire": 1, "Radio": 1}
    assert (held.first_day, held.last_day) == (DAY, DAY + timedelta(days=9))


def test_changes_are_told_once_and_in_order(filled: Ledger) -> None:
    seen = filled.sequence()
    assert filled.changes(seen) == ()
    filled.decide(key("e1"), Ruling(action=Action.CONFIRM, by="Anna"))
    (change,) = filled.changes(seen)
    assert (change.kind, change.doc_id, change.event_id, change.by) == ("decision", "a", "e1", "Anna")
    assert filled.sequence() == change.sequence
    assert [each.doc_id for each in filled.changes(0, limit=2)] == ["a", "b"]


def test_what_answers_to_a_rejected_event_answers_to_nothing(filled: Ledger) -> None:
    filled.decide(key("e1"), Ruling(action=Action.REJECT, by="Anna"))
    (only,) = (found for found in filled.coded_reports() if found.events)
    assert only.events == (replace(raid(), responds_to=()),)
    assert filled.report("a").coded == only


def test_a_report_that_is_not_there_is_named(filled: Ledger) -> None:
    with pytest.raises(LedgerLookupError, match="L-03: the ledger has no report 'zz'"):
        filled.report("zz")


def test_wire_copy_is_marked_with_its_original(ledger: Ledger) -> None:
    sentences = (
        f"On day {i} the patrol near post {i * 7} met nobody and went on to village {i * 3}." for i in range(12)
    )
    paragraph = " ".join(sentences)
    wire = none(report("wire", paragraph, published=DAY))
    shortened = none(report("paper", "A headline of our own. " + paragraph[: len(paragraph) // 2], published=DAY))
    other = none(report("other", TEXT + " " + TALKS, published=DAY))
    add(ledger, shortened, other)
    add(ledger, none(report("late", paragraph.replace("patrol", "Patrol"), published=DAY + timedelta(days=1))))
    assert ledger.report("late").same_as == "paper"
    # The original comes in last, and is known by its day.
    add(ledger, replace(wire, report=replace(wire.report, published=DAY - timedelta(days=1))))
    assert ledger.report("wire").same_as is None
    assert set(ledger.report("wire").republished_as) == {"paper", "late"}
    assert _ids(ledger, republished=False) == ["other", "wire"]
    assert ledger.summary().n_republished == 2
