"""Coded reports go in once for each versions, whole or not at all, and come out as they were."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from sqlalchemy import select

from tacitus.errors import LedgerUseError
from tacitus.ledger import EventFilter, Ledger, Outcome, Run
from tacitus.ledger import _tables as t
from tacitus.ledger._rows import event_of, record_of
from tacitus.model import CodedReport, Event, Party, Quantity, Span
from tests.ledger.written import DAY, NEWER, TEXT, VERSIONS, add, bombing, coded, key, none, raid, report
from tests.written import EVENTS


def _all(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with ledger._database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))] for table in t.metadata.sorted_tables
        }


def test_what_goes_in_comes_out(ledger: Ledger) -> None:
    given = coded()
    add(ledger, given)
    assert list(ledger.coded_reports()) == [given]
    assert ledger.report("a").coded == given


@given(event=EVENTS)
def test_an_event_as_json_is_the_event_again(event: Event) -> None:
    assert event_of(record_of(event) or {}) == event


def test_the_same_report_with_the_same_versions_changes_nothing(ledger: Ledger) -> None:
    add(ledger, coded())
    before = _all(ledger)
    again = Run.begun(VERSIONS)
    assert ledger.add(coded(), again).outcome is Outcome.KNOWN
    ledger.finish(again, {"coded": 0})
    assert _all(ledger) == before


def test_another_model_adds_a_run(ledger: Ledger) -> None:
    add(ledger, coded())
    run = Run.begun(NEWER)
    assert ledger.add(coded(bombing(), versions=NEWER), run).outcome is Outcome.RECODED
    ledger.finish(run, {"coded": 1})
    first, second = ledger.runs()
    assert (first.versions, first.n_reports, first.n_events) == (VERSIONS, 1, 2)
    assert (second.versions, second.n_reports, second.n_events) == (NEWER, 1, 1)
    assert first.finished_at is not None
    assert second.summary == {"coded": 1}
    assert [event.key for event in ledger.events()] == [key("e1")]


def test_a_known_report_is_recognised_before_it_is_coded(ledger: Ledger) -> None:
    add(ledger, coded())
    assert ledger.recognise(report(), VERSIONS) == "a"
    assert ledger.recognise(report(), NEWER) is None
    assert ledger.recognise(report(text=TEXT + " Later."), VERSIONS) is None


def test_the_same_text_of_another_source_is_the_same_report_at_another_place(ledger: Ledger) -> None:
    add(ledger, coded())
    elsewhere = report("b", source="The Post", url="https://post.example/1")
    assert ledger.recognise(elsewhere, VERSIONS) == "a"
    assert ledger.recognise(elsewhere, VERSIONS) == "a"
    (appearance,) = ledger.report("a").appearances
    assert (appearance.doc_id, appearance.source, appearance.url) == ("b", "The Post", "https://post.example/1")


def test_the_same_text_on_another_day_is_another_report(ledger: Ledger) -> None:
    add(ledger, coded(), coded(of=report("b", published=DAY + timedelta(days=1))))
    assert {row.doc_id for row in ledger.reports()} == {"a", "b"}


def test_an_id_that_another_text_has_is_told_apart_and_still_found(ledger: Ledger) -> None:
    add(ledger, coded())
    other = none(report(text="Nothing happened in Baidoa."))
    run = Run.begun(VERSIONS)
    added = ledger.add(other, run)
    assert added.doc_id.startswith("a-")
    before = _all(ledger)
    assert ledger.recognise(other.report, VERSIONS) == added.doc_id
    assert _all(ledger) == before


def test_an_event_keeps_its_id_over_runs(ledger: Ledger) -> None:
    add(ledger, coded())
    # The newer model sees the raid first, and a third event of which nothing was known.
    third = bombing(id="e2", trigger=Span(text="killing", start=TEXT.index("killing"), end=TEXT.index("killing") + 7))
    newer = (raid(id="e1", responds_to=("e3",)), third, bombing(id="e3"))
    add(ledger, coded(*newer, versions=NEWER))
    found = {row.event.id: row.event for row in ledger.events()}
    assert found["e1"].trigger.text == "exploded"
    assert (found["e2"].trigger.text, found["e2"].responds_to) == ("raided", ("e1",))
    assert found["e3"].trigger.text == "killing"


def test_a_batch_is_written_whole_or_not_at_all(ledger: Ledger) -> None:
    wrong = coded(
        replace(bombing(), trigger=Span(text="imploded", start=0, end=8)), of=report("b", text="Other " + TEXT)
    )
    with pytest.raises(LedgerUseError, match=r"L-04: the trigger of event 'e1' .* report 'b'"):
        ledger.add_many((coded(), wrong), Run.begun(VERSIONS))
    assert ledger.summary().n_reports == 0
    assert ledger.sequence() == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (coded(bombing(), bombing()), "two events of one id"),
        (none(report(text="A \0 in the text")), "a NUL in its text"),
        (none(report(title="Cut off \ud83d")), r"half a character \(U\+D83D\) in its title"),
        (none(report("caf\udce9")), "half a character .* in its doc_id"),
    ],
    ids=["ids", "nul", "title", "id"],
)
def test_what_no_ledger_can_hold_is_refused(ledger: Ledger, given: CodedReport, told: str) -> None:
    with pytest.raises(LedgerUseError, match=told):
        ledger.add(given, Run.begun(VERSIONS))


def test_reports_written_one_by_one_come_in_batches_and_none_is_left_behind(ledger: Ledger) -> None:
    def cut_off() -> None:
        with ledger.writing(Run.begun(VERSIONS)) as write:
            for i in range(120):
                write(none(report(f"r{i}", text=f"Report number {i}.")))
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        cut_off()
    assert ledger.summary().n_reports == 120


def test_the_columns_say_what_the_record_says(ledger: Ledger) -> None:
    add(ledger, coded())
    with ledger._database.reading() as connection:
        row = connection.execute(select(t.events).filter_by(event_id="e1")).mappings().one()
        spans = connection.execute(
            select(t.evidence.c.field, t.evidence.c.name, t.evidence.c.words, t.evidence.c.span_start)
            .filter_by(event_id="e1")
            .order_by(t.evidence.c.field)
        ).all()
    assert (row["category"], row["country"], row["first_day"], row["killed_low"]) == ("ASSAULT", "SOM", DAY, 4)
    assert [tuple(span) for span in spans] == [
        ("attribution", None, "police", TEXT.index("police")),
        ("killed", None, "at least four", TEXT.index("at least four")),
        ("mentions", None, "blast", TEXT.index("blast")),
        ("place", "Baidoa", "Baidoa", TEXT.index("Baidoa")),
        ("trigger", None, "exploded", TEXT.index("exploded")),
    ]


def test_figures_of_billions_are_kept_and_summed(ledger: Ledger) -> None:
    billions = Quantity(low=3_000_000_000)
    sides = {"actors": raid().actors, "recipients": (Party(name="people"),)}
    add(ledger, coded(bombing(killed=billions, count=billions, **sides)))
    ledger.link()
    assert ledger.report("a").events[0].event.killed == billions
    (pair,) = ledger.survey().pairs()
    assert (type(pair.killed), pair.killed) == (int, 3_000_000_000)


def test_characters_beyond_the_basic_plane_keep_their_offsets(ledger: Ledger) -> None:
    text = "🚀 Rockets — «قصف» — exploded in Baidoa."
    event = Event(id="e1", category="ASSAULT", trigger=Span.of(text, text.index("exploded"), text.index(" in")))
    add(ledger, coded(event, of=report(text=text)))
    assert ledger.report("a").events[0].event == event
    assert ledger.report("a").report.text == text


def test_a_report_without_anything_is_still_a_report(ledger: Ledger) -> None:
    add(ledger, none(report(published=None, source=None)))
    found = ledger.report("a")
    assert (found.state, found.events, found.versions) == ("empty", (), VERSIONS)
    assert list(ledger.events(EventFilter())) == []
