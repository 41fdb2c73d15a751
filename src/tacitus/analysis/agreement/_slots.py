"""The slots of an event record: how many fillers each holds, and how many two records share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tacitus.analysis import aligned
from tacitus.analysis._same import Same, Value, is_stated, same_low, same_party, same_place, same_time


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot by the number of its fillers in one event, and of those that a gold and a predicted event share."""

    held: Callable[[Value], int]
    shared: Callable[[Value, Value], int]


def _single(key: str) -> Slot:
    """A slot that every event fills."""
    return Slot(lambda _: 1, lambda gold, predicted: gold.get(key) == predicted.get(key))


def _set(key: str) -> Slot:
    def codes(event: Value) -> set[Any]:
        return set(event.get(key) or ())

    return Slot(lambda event: len(codes(event)), lambda gold, predicted: len(codes(gold) & codes(predicted)))


def _list(key: str, same: Same) -> Slot:
    def fillers(event: Value) -> list[Value]:
        return event.get(key) or []

    def shared(gold: Value, predicted: Value) -> int:
        return len(aligned(fillers(gold), fillers(predicted), same))

    return Slot(lambda event: len(fillers(event)), shared)


def _number(key: str) -> Slot:
    return Slot(
        lambda event: is_stated(event.get(key)), lambda gold, predicted: same_low(gold.get(key), predicted.get(key))
    )


def _place_held(event: Value) -> int:
    return bool(event.get("place"))


def _time_held(event: Value) -> int:
    return bool((event.get("time") or {}).get("from"))


def _count_held(event: Value) -> int:
    """A count of one is the rule and fills no slot."""
    count = event.get("count")
    return is_stated(count) and count["low"] != 1  # type: ignore[index]


def _count_shared(gold: Value, predicted: Value) -> int:
    return _count_held(gold) and same_low(gold.get("count"), predicted.get("count"))


def _answers_held(event: Value) -> int:
    return len(event.get("responds_to") or ())


SLOTS: Mapping[str, Slot] = {
    "category": _single("category"),
    "mode": _set("mode"),
    "actors": _list("actors", same_party),
    "recipients": _list("recipients", same_party),
    "place": Slot(_place_held, lambda gold, predicted: same_place(gold.get("place"), predicted.get("place"))),
    "time": Slot(_time_held, lambda gold, predicted: same_time(gold.get("time"), predicted.get("time"))),
    "killed": _number("killed"),
    "injured": _number("injured"),
    "weapons": _list("weapons", same_party),
    "realis": _single("realis"),
    "attribution": _list("attribution", same_party),
    "count": Slot(_count_held, _count_shared),
    # Shared answers are those to one event: the predicted event must carry the gold events' ids by now.
    "responds_to": Slot(_answers_held, _set("responds_to").shared),
}
