"""Which predicted event is meant for which gold event: one to one within a report, as alike in all as possible."""

from collections.abc import Sequence

from tacitus.analysis import aligned
from tacitus.analysis._same import Value, any_same, overlap, same_party, same_place, same_time

CATEGORY_WEIGHT, TRIGGER_WEIGHT, FIELD_WEIGHT = 2.0, 1.5, 0.5
# Without a shared trigger, events of one category are a pair if so many of party sides, place and time agree.
MIN_AGREEING = 2

Pair = tuple[Value, Value]


def pairs(gold: Sequence[Value], predicted: Sequence[Value]) -> list[Pair]:
    """The aligned pairs of gold and predicted events."""
    return [(a, b) for a, b, _ in aligned(gold, predicted, alike)]


def alike(gold: Value, predicted: Value) -> float:
    """How alike two events are; 0 for those that may not be paired."""
    shares_trigger = any_same(triggers(gold), triggers(predicted), overlap)
    same_category = gold.get("category") == predicted.get("category")
    agreeing = _agreeing(gold, predicted)
    if not shares_trigger and not (same_category and agreeing >= MIN_AGREEING):
        return 0.0
    return CATEGORY_WEIGHT * same_category + TRIGGER_WEIGHT * shares_trigger + FIELD_WEIGHT * agreeing


def triggers(event: Value) -> list[Value]:
    """All spans that name the event."""
    return [span for span in (event.get("trigger"), *(event.get("mentions") or ())) if span]


def _agreeing(gold: Value, predicted: Value) -> int:
    return sum(
        (
            any_same(gold.get("actors"), predicted.get("actors"), same_party),
            any_same(gold.get("recipients"), predicted.get("recipients"), same_party),
            same_place(gold.get("place"), predicted.get("place")),
            same_time(gold.get("time"), predicted.get("time")),
        )
    )
