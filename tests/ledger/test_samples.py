"""Two people code one sample of reports blind to each other."""

import pytest

from tacitus.errors import LedgerConflictError, LedgerLookupError, LedgerUseError
from tacitus.ledger import Action, DecisionFilter, Draw, Ledger, ReviewState, Ruling, Settlement
from tests.ledger.written import add, bombing, coded, key, none, report


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    add(ledger, coded(), *(none(report(f"r{i}", f"Report {i} of nothing.")) for i in range(9)))
    return ledger


def _draw(ledger: Ledger, name: str = "pilot", **more: object) -> int:
    return ledger.draw_sample(Draw(name=name, coders=("Anna", "Ben"), **more), by="Chief").id


def test_nobody_sees_what_the_other_decides(filled: Ledger) -> None:
    sample = _draw(filled, doc_ids=("a",))
    filled.decide(key(), Ruling(action=Action.REJECT, by="Anna", sample=sample))
    assert filled.event(key(), sample=sample, by="Anna").state is ReviewState.REJECTED
    assert filled.event(key(), sample=sample, by="Ben").state is ReviewState.OPEN
    assert filled.event(key()).state is ReviewState.OPEN
    assert filled.decisions().count() == 0
    assert [decision.by for decision in filled.decisions(DecisionFilter(sample=sample))] == ["Anna"]
    with pytest.raises(LedgerLookupError, match="Ben has decided nothing"):
        filled.decide(key(), Ruling(action=Action.UNDO, by="Ben", sample=sample))


def test_who_begins_with_the_text_alone_sees_no_event(filled: Ledger) -> None:
    sample = _draw(filled, doc_ids=("a",), start="empty")
    assert filled.report("a", sample=sample, by="Anna").events == ()
    written = bombing(responds_to=())
    added = filled.add_event("a", Ruling(action=Action.ADD, by="Anna", event=written, sample=sample))
    assert added.key == key("e3"), "the id is one that no other view of the report uses"
    assert [event.key for event in filled.report("a", sample=sample, by="Anna").events] == [key("e3")]
    assert filled.report("a", sample=sample, by="Ben").events == ()


def test_the_same_seed_draws_the_same_reports(filled: Ledger) -> None:
    drawn = [filled.sample(_draw(filled, f"s{i}", size=4, seed=seed)).doc_ids for i, seed in enumerate((1, 1, 2))]
    assert drawn[0] == drawn[1] != drawn[2]
    assert all(len(set(doc_ids)) == 4 for doc_ids in drawn)


def test_how_far_they_are_and_what_was_settled(filled: Ledger) -> None:
    sample = _draw(filled, doc_ids=("a", "r1"))
    filled.finish_report(sample, "a", by="Anna")
    filled.finish_report(sample, "a", by="Anna")
    found = filled.sample(sample)
    assert (found.n_done("Anna"), found.n_done("Ben"), found.is_done("a")) == (1, 0, False)
    said = Settlement(sample=sample, disagreement="a:1", event=bombing(), by="Chief", at=found.created_at)
    filled.settle(said)
    assert filled.settlements(sample) == (said,)
    with pytest.raises(LedgerConflictError, match="settled already"):
        filled.settle(said)
    with pytest.raises(LedgerLookupError, match="not Ben's to code"):
        filled.finish_report(sample, "r5", by="Ben")


@pytest.mark.parametrize(
    ("draw", "told"),
    [
        (Draw(name="x", coders=("Anna", "Anna")), "two different coders"),
        (Draw(name="x", coders=("Anna", "Ben", "Ben")), "two different coders"),
        (Draw(name="x", coders=("Anna", "Ben"), size=-1), "one report or more, got -1"),
        (Draw(name="x", coders=("Anna", "Ben"), start="half"), "starts 'machine' or 'empty'"),
    ],
    ids=["one", "twice", "size", "start"],
)
def test_a_sample_that_is_none_is_refused(filled: Ledger, draw: Draw, told: str) -> None:
    with pytest.raises(LedgerUseError, match=told):
        filled.draw_sample(draw, by="Chief")
    assert filled.samples() == ()
