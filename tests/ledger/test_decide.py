"""People's decisions are rows that stay; how an event stands follows from them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tacitus.errors import LedgerConflictError, LedgerLookupError, LedgerUseError
from tacitus.ledger import Action, DecisionFilter, EventFilter, Ledger, ReportState, ReviewState, Ruling
from tacitus.ledger._current import current, with_undone
from tacitus.ledger._records import Decision
from tacitus.model import Quantity, Span
from tests.ledger.written import NEWER, TEXT, add, bombing, coded, key, raid


def _rule(action: Action, by: str = "Anna", **more: object) -> Ruling:
    return Ruling(action=action, by=by, **more)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    add(ledger, coded())
    return ledger


def test_confirmed_corrected_rejected(filled: Ledger) -> None:
    assert filled.report("a").state is ReportState.OPEN
    filled.decide(key("e1"), _rule(Action.CONFIRM))
    assert filled.event(key("e1")).state is ReviewState.CONFIRMED
    assert filled.report("a").state is ReportState.PARTLY
    corrected = raid(mode=("seize",), responds_to=())
    decision = filled.decide(key("e2"), _rule(Action.CORRECT, event=corrected, comment="seized, not arrested"))
    found = filled.event(key("e2"))
    assert found.event == decision.after == replace(corrected, confidence=None)
    assert (found.state, found.coded, decision.before) == (ReviewState.CORRECTED, raid(), raid())
    filled.decide(key("e2"), _rule(Action.REJECT, by="Ben"))
    assert filled.event(key("e2")).state is ReviewState.REJECTED
    assert [row.key for row in filled.events()] == [key("e1")]
    assert [row.key for row in filled.events(EventFilter(states=(ReviewState.REJECTED,)))] == [key("e2")]
    assert filled.report("a").state is ReportState.DONE
    (only,) = filled.coded_reports()
    assert [event.id for event in only.events] == ["e1"]


def test_nothing_decided_is_ever_lost(filled: Ledger) -> None:
    for action, by in ((Action.CONFIRM, "Anna"), (Action.REJECT, "Ben"), (Action.CONFIRM, "Anna")):
        filled.decide(key(), _rule(action, by))
    filled.decide(key(), _rule(Action.UNDO))
    newest_first = list(filled.decisions(DecisionFilter(key=key())))
    assert [(d.action, d.by, d.undone) for d in newest_first] == [
        (Action.UNDO, "Anna", False),
        (Action.CONFIRM, "Anna", True),
        (Action.REJECT, "Ben", False),
        (Action.CONFIRM, "Anna", False),
    ]
    assert newest_first[0].undoes == newest_first[1].id
    assert filled.event(key()).state is ReviewState.REJECTED


def test_undo_takes_back_ones_own_decisions_one_after_the_other(filled: Ledger) -> None:
    filled.decide(key(), _rule(Action.CONFIRM))
    filled.decide(key(), _rule(Action.REJECT))
    filled.decide(key(), _rule(Action.UNDO))
    assert filled.event(key()).state is ReviewState.CONFIRMED
    filled.decide(key(), _rule(Action.UNDO))
    assert filled.event(key()).state is ReviewState.OPEN
    with pytest.raises(LedgerLookupError, match="Anna has decided nothing"):
        filled.decide(key(), _rule(Action.UNDO))


def test_a_missed_event_gets_an_id_of_its_own(filled: Ledger) -> None:
    missed = bombing(id="e1", category="ACCUSE", trigger=Span.of(TEXT, TEXT.index("said"), TEXT.index("said") + 4))
    decision = filled.add_event("a", _rule(Action.ADD, event=missed))
    assert decision.key == key("e3")
    assert filled.event(key("e3")).state is ReviewState.ADDED
    filled.decide(key("e3"), _rule(Action.UNDO))
    with pytest.raises(LedgerLookupError, match="no event 'e3'"):
        filled.event(key("e3"))
    assert filled.add_event("a", _rule(Action.ADD, event=missed)).key == key("e4")


def test_a_decision_survives_a_newer_model(filled: Ledger) -> None:
    fewer = replace(bombing(), killed=Quantity(low=1), confidence=None)
    filled.decide(key("e1"), _rule(Action.CORRECT, event=fewer))
    filled.decide(key("e2"), _rule(Action.CONFIRM))
    add(filled, coded(bombing(killed=None), versions=NEWER))
    one, two = filled.report("a").events
    assert (one.event, one.coded, one.state) == (fewer, bombing(killed=None), ReviewState.CORRECTED)
    # The newer model no longer finds the raid; who confirmed it knows better.
    assert (two.event, two.coded, two.state) == (raid(), None, ReviewState.CONFIRMED)


def test_who_decides_on_what_is_no_longer_so_is_told(filled: Ledger) -> None:
    seen = filled.event(key()).version
    filled.decide(key(), _rule(Action.CONFIRM, by="Ben"), expected=seen)
    with pytest.raises(LedgerConflictError, match="L-05: a#e1 was decided or coded anew meanwhile"):
        filled.decide(key(), _rule(Action.REJECT), expected=seen)
    assert filled.event(key()).state is ReviewState.CONFIRMED


@pytest.mark.parametrize(
    ("ruling", "told"),
    [
        (_rule(Action.CORRECT), "needs the event"),
        (_rule(Action.CONFIRM, event=bombing()), "takes no event"),
        (_rule(Action.CONFIRM, by=" "), "needs the name"),
        (_rule(Action.COMMENT, comment=" "), "no words"),
        (_rule(Action.ADD, event=bombing()), "there already"),
        (_rule(Action.CORRECT, event=bombing(trigger=Span(text="imploded", start=0, end=8))), "holds other words"),
        (_rule(Action.CORRECT, event=bombing(killed=Quantity(low=10**30))), "a figure of more than"),
        (_rule(Action.CORRECT, event=bombing(responds_to=("e9",))), "cannot respond to 'e9'"),
        (_rule(Action.CORRECT, event=bombing(responds_to=("e1",))), "cannot respond to 'e1'"),
    ],
    ids=["no-event", "event", "nobody", "no-words", "add", "span", "figure", "no-such", "itself"],
)
def test_what_makes_no_sense_is_refused_and_not_written(filled: Ledger, ruling: Ruling, told: str) -> None:
    with pytest.raises(LedgerUseError, match=told):
        filled.decide(key(), ruling)
    assert filled.decisions().count() == 0


def test_what_is_not_there_is_named(filled: Ledger) -> None:
    with pytest.raises(LedgerLookupError, match="L-03: the ledger has no report 'z'"):
        filled.decide(key(doc_id="z"), _rule(Action.CONFIRM))
    with pytest.raises(LedgerLookupError, match="report 'a' has no event 'e9'"):
        filled.decide(key("e9"), _rule(Action.CONFIRM))


def test_a_comment_changes_nothing_but_is_heard(filled: Ledger) -> None:
    filled.decide(key(), _rule(Action.COMMENT, comment="the town or the region?"))
    found = filled.event(key())
    assert (found.state, found.event) == (ReviewState.OPEN, bombing())
    assert found.decisions[0].comment == "the town or the region?"
    assert [(change.kind, change.by, change.event_id) for change in filled.changes(0)][-1] == ("decision", "Anna", "e1")


_ACTIONS = st.lists(st.sampled_from((Action.CONFIRM, Action.REJECT, Action.CORRECT, Action.COMMENT)), max_size=6)


@given(actions=_ACTIONS, n_undone=st.integers(0, 6))
def test_taking_back_leaves_what_was_before(actions: list[Action], n_undone: int) -> None:
    def decision(number: int, action: Action, undoes: int | None = None) -> Decision:
        after = None if action is Action.REJECT else bombing(note=str(number))
        return Decision(
            id=number, key=key(), action=action, by="A", at=None, before=bombing(), after=after, undoes=undoes
        )

    made = [decision(i + 1, action) for i, action in enumerate(actions)]
    n_undone = min(n_undone, len(made))
    undos = [decision(100 + i, Action.UNDO, made[-1 - i].id) for i in range(n_undone)]
    (with_undos,) = current((bombing(),), with_undone((*made, *undos)))
    (without,) = current((bombing(),), with_undone(made[: len(made) - n_undone]))
    assert (with_undos.state, with_undos.event) == (without.state, without.event)
