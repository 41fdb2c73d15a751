"""After words and new reports, linking reads what these can change, and comes to what linking everything comes to."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from benchmarks.linking_speed import reports
from tacitus.ledger import Action, Ledger, Ruling
from tacitus.ledger._block import block, new_words
from tacitus.ledger._changed import changed
from tacitus.ledger._linking import changed_reports, current_incidents
from tacitus.model import CodedReport, EventKey, Incident, Realis, Verdict
from tests.ledger.written import NEWER, add

N_EVENTS = 2000


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of made-up events, some planned, some in answer to another. Words said in one test hold in the next."""
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "war.db") as ledger:
        add(ledger, *map(_with_plans_and_answers, reports(N_EVENTS)))
        ledger.link()
        yield ledger


def _with_plans_and_answers(coded: CodedReport) -> CodedReport:
    chance = Random(coded.doc_id)  # noqa: S311  no secret
    first, second, *rest = coded.events
    realis = Realis.PLANNED if chance.random() < 0.3 else Realis.OCCURRED
    events = (first, replace(second, responds_to=(first.id,)), *(replace(event, realis=realis) for event in rest))
    return replace(coded, events=events)


def _incidents(ledger: Ledger) -> dict[str, Incident]:
    with ledger._database.reading() as connection:
        return {incident.id: incident for incident in current_incidents(connection)}


def _words(ledger: Ledger, chance: Random) -> Iterator[tuple[EventKey, EventKey, Verdict]]:
    """Cuts within incidents, and confirmations of events that are two incidents, one after the other."""
    found = [incident.events for incident in _incidents(ledger).values()]
    joint = [events for events in found if len(events) > 1]
    for _ in range(4):
        left, right, *_ = chance.choice(joint)
        yield left, right, Verdict.CUT
        (left, *_), (right, *_) = chance.sample(found, 2)
        yield left, right, Verdict.CONFIRM
        yield left, right, Verdict.CUT


def test_linking_after_words_on_links_is_linking_everything(war: Ledger) -> None:
    for left, right, verdict in list(_words(war, Random(1))):  # noqa: S311  no secret
        war.decide_link(left, right, verdict, by="Anna")
    for said in war.link_verdicts()[::3]:
        war.decide_link(said.left, said.right, None, by="Anna")
    step_by_step, counted = _incidents(war), war.link()
    anew = war.link(whole=True)
    assert (anew.n_added, anew.n_closed) == (0, 0)
    assert (anew.n_events, anew.n_links, anew.n_incidents) == (counted.n_events, counted.n_links, counted.n_incidents)
    assert _incidents(war) == step_by_step
    assert not list(war.check())


def _changes(ledger: Ledger, chance: Random) -> Iterator[str]:
    """Rulings that move, reject, bring back and add events, and reports that come in or are coded anew, in rounds."""
    told = [
        (EventKey(doc_id=coded.doc_id, event_id=event.id), event)
        for coded in ledger.coded_reports()
        for event in coded.events
    ]
    picked = chance.sample(told, 4)
    for (key, event), (_, other) in zip(picked, chance.sample(told, 4), strict=True):
        moved = replace(event, place=other.place, time=other.time)
        ledger.decide(key, Ruling(action=Action.CORRECT, by="Anna", event=moved))
    yield "corrected"
    for key, _ in picked:
        ledger.decide(key, Ruling(action=Action.REJECT, by="Ben"))
    yield "rejected"
    for key, event in picked[:2]:
        ledger.decide(key, Ruling(action=Action.UNDO, by="Ben"))
        ledger.add_event(key.doc_id, Ruling(action=Action.ADD, by="Anna", event=replace(event, time=None)))
    yield "brought back and added"
    late = [_renamed(coded) for coded in chance.sample(list(ledger.coded_reports()), 3)]
    add(ledger, *late)
    yield "come in"
    add(ledger, *(replace(coded, events=coded.events[1:], versions=NEWER) for coded in late))
    yield "coded anew"


def _renamed(coded: CodedReport) -> CodedReport:
    """The same told by another report."""
    text = f"{coded.report.text} It was told again."
    report = replace(coded.report, doc_id=f"late {coded.doc_id}", text=text)
    return replace(coded, report=report, events=tuple(replace(event, responds_to=()) for event in coded.events))


def test_linking_after_changes_of_events_is_linking_everything(war: Ledger) -> None:
    for _ in _changes(war, Random(2)):  # noqa: S311  no secret
        counted = war.link()
        step_by_step = _incidents(war)
        anew = war.link(whole=True)
        assert (anew.n_added, anew.n_closed) == (0, 0)
        assert (anew.n_events, anew.n_links, anew.n_incidents) == (
            counted.n_events,
            counted.n_links,
            counted.n_incidents,
        )
        assert _incidents(war) == step_by_step
    assert not list(war.check())


def test_a_corrected_event_is_compared_with_what_is_near_it_alone(war: Ledger) -> None:
    war.link()
    newest = war.sequence()
    coded = next(iter(war.coded_reports()))
    moved = replace(coded.events[0], killed=None)
    war.decide(EventKey(doc_id=coded.doc_id, event_id=moved.id), Ruling(action=Action.CORRECT, by="Anna", event=moved))
    with war._database.reading() as connection:
        other = changed(connection, changed_reports(connection, newest))
        found = block(connection, other.ends)
    assert other.news.reports == {coded.doc_id}
    assert len(found.reports) < N_EVENTS / 5 / 10


def test_a_word_on_a_link_touches_its_surroundings_alone(war: Ledger) -> None:
    newest = war.sequence()
    row = next(row for row in war.incidents() if row.n_reports > 1)
    left, right, *_ = row.incident.events
    war.decide_link(left, right, Verdict.CUT, by="Anna", relink=False)
    with war._database.reading() as connection:
        found = block(connection, new_words(connection, newest))
    told = {key for incident in found.linked.incidents for key in incident.events}
    assert {left, right} <= told
    assert len(found.reports) < N_EVENTS / 5 / 10
