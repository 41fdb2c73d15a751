"""The same events give the same incidents: in any order, one report at a time, in batches, or all at once."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tacitus.linking import Linked, extend, link
from tacitus.model import CodedReport, LinkDecision, Quantity, Verdict
from tests.linking.written import KISMAYO, OTHER_TEXT, another, bombing, key, later, plan, told
from training.stories import load_stories

STORIES = load_stories(Path(__file__).parent / "stories")


def one_by_one(batches: Sequence[Sequence[CodedReport]], decisions: Sequence[LinkDecision] = ()) -> Linked:
    linked, known = Linked(), list[CodedReport]()
    for batch in batches:
        linked = extend(linked, known, batch, decisions=decisions)
        known.extend(batch)
    return linked


@pytest.mark.parametrize("story", STORIES[:1], ids=lambda story: story.name)
def test_a_story_linked_in_batches_and_backwards_is_the_story_linked_at_once(story) -> None:  # type: ignore[no-untyped-def]
    reports = story.reports
    assert one_by_one([reports[8:], reports[:3], reports[3:8]]) == link(reports[::-1])


EVENTS = st.sampled_from(
    [
        bombing(),
        bombing(day=None),
        bombing(day=later(1)),
        bombing(place=KISMAYO),
        bombing(place=None, killed=None),
        bombing(count=Quantity(low=2)),
        plan(later(1)),
        bombing(mode=("suicide-attack",), killed=Quantity(low=6)),
    ]
)


@settings(max_examples=6, deadline=None)
@given(events=st.lists(EVENTS, min_size=2, max_size=7), seed=st.integers(0, 99), data=st.data())
def test_any_reports_in_any_batches_with_any_decisions(events: list[object], seed: int, data: st.DataObject) -> None:
    reports = [told(f"r{number}", event) for number, event in enumerate(events)]  # type: ignore[arg-type]
    pair = st.lists(st.sampled_from(range(len(reports))), min_size=2, max_size=2, unique=True)
    drawn = data.draw(st.lists(st.tuples(pair, st.sampled_from(Verdict)), max_size=3))
    decisions = [
        LinkDecision(left=key(f"r{left}"), right=key(f"r{right}"), verdict=verdict, by="Anna")
        for (left, right), verdict in drawn
    ]
    shuffled = Random(seed).sample(reports, len(reports))  # noqa: S311  no secret
    cut = data.draw(st.integers(1, len(reports)))
    assert one_by_one([shuffled[:cut], shuffled[cut:]], decisions) == link(reports, decisions=decisions)


def test_a_report_coded_anew_is_linked_as_if_it_had_never_been_coded_otherwise() -> None:
    before = [told("a", bombing()), told("b", bombing(place=None, killed=None)), told("c", bombing())]
    recoded = told("b", bombing(day=later(1), place=KISMAYO))
    assert extend(link(before), before, [recoded]) == link([before[0], recoded, before[2]])


def test_a_decision_that_is_taken_back_leaves_no_trace() -> None:
    reports = [told("a", bombing()), told("b", bombing()), told("c", another(day=later(1)), text=OTHER_TEXT)]
    cut = [LinkDecision(left=key("a"), right=key("b"), verdict=Verdict.CUT, by="Anna")]
    decided = link(reports, decisions=cut)
    assert len(decided.incidents) == 3
    assert extend(decided, reports, ()) == link(reports)


def test_later_reports_do_not_change_the_id_of_an_incident() -> None:
    first = [told("a", bombing())]
    more = [told("b", bombing(), published=later(1)), told("c", bombing(), published=later(2))]
    (before,), (after,) = link(first).incidents, link([*first, *more]).incidents
    assert (after.id, len(after.events)) == (before.id, 3)
