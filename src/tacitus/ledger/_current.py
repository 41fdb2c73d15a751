"""How the events of a report now stand: what the latest run coded, with people's decisions laid over it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tacitus.ledger._records import Action, Decision, ReportState, ReviewState
from tacitus.model import Event

_STATES: Final = {
    Action.CONFIRM: ReviewState.CONFIRMED,
    Action.CORRECT: ReviewState.CORRECTED,
    Action.REJECT: ReviewState.REJECTED,
    Action.ADD: ReviewState.ADDED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One event as it stands. `coded` is None where the latest run did not find it, `ruling` where nobody decided.

    `last_decision` is the number of the newest decision of any kind about the event, 0 where there is none.
    """

    event: Event
    state: ReviewState
    coded: Event | None
    ruling: Decision | None
    last_decision: int


def current(coded: Iterable[Event], decisions: Sequence[Decision]) -> tuple[Standing, ...]:
    """The events as they stand, in the order in which the text first tells them.

    A person's word outweighs every run: what was confirmed or corrected stands as it then was, also where a newer
    run codes it otherwise or not at all. Where several people decided, the last word holds.

    Args:
        coded: the latest run's events, with the ids that the ledger keeps over runs.
        decisions: everything decided about the report's events, in the order in which it was decided.
    """
    found = {event.id: event for event in coded}
    rulings = {decision.key.event_id: decision for decision in decisions if _holds(decision)}
    last = {decision.key.event_id: decision.id for decision in decisions}
    standings = (
        _standing(found.get(event_id), rulings.get(event_id), last.get(event_id, 0))
        for event_id in dict.fromkeys((*found, *rulings))
    )
    return tuple(sorted(standings, key=lambda standing: first_told(standing.event)))


def with_undone(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions with those marked that a later one took back."""
    decisions = tuple(decisions)
    undone = {decision.undoes for decision in decisions}
    return tuple(replace(decision, undone=decision.id in undone) for decision in decisions)


def state_of(states: Sequence[ReviewState]) -> ReportState:
    """How far a report is checked, from how its events stand."""
    if not states:
        return ReportState.EMPTY
    n_open = sum(state is ReviewState.OPEN for state in states)
    return ReportState.DONE if not n_open else ReportState.OPEN if n_open == len(states) else ReportState.PARTLY


def first_told(event: Event) -> tuple[int, str]:
    """Where the text first tells the event."""
    return min(span.start for span in (event.trigger, *event.mentions)), event.id


def _holds(decision: Decision) -> bool:
    return decision.action in _STATES and not decision.undone


def _standing(coded: Event | None, ruling: Decision | None, last_decision: int) -> Standing:
    if ruling is None:
        assert coded is not None  # noqa: S101  an id comes from one or the other
        return Standing(event=coded, state=ReviewState.OPEN, coded=coded, ruling=None, last_decision=last_decision)
    event = ruling.before if ruling.action is Action.REJECT else ruling.after
    assert event is not None  # noqa: S101  written so by _decide.py, and demanded by `check`
    state = _STATES[ruling.action]
    return Standing(event=event, state=state, coded=coded, ruling=ruling, last_decision=last_decision)
