"""Scores predicted event records against gold ones, report by report.

The measures are those of the project's annotation: an event counts when it is paired and its category is equal; a
slot's filler counts when it is the same within a pair, and fillers of unpaired events are all wrong or all missed.
"""

from collections.abc import Mapping, Sequence

from benchmarks._labels import calibration_error, calibration_sums
from benchmarks._pairing import pairs
from benchmarks._ratios import added, f1_each, found, ratio
from benchmarks._same import Value
from benchmarks._slots import SLOTS
from benchmarks._tally import Statistic, Sums

MATERIAL = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
REAL = frozenset({"occurred", "planned", None})


def event_sums(gold: Sequence[Value], predicted: Sequence[Value]) -> dict[str, float]:
    """Sums of one report for `event_statistics`. Events are JSON records of the annotation guide's form."""
    paired = pairs(gold, predicted)
    right = [pair for pair in paired if pair[0].get("category") == pair[1].get("category")]
    material = sum(is_material(a) and is_material(b) for a, b in right)
    return added(
        (
            {"events_hits": len(right), "events_gold": len(gold), "events_predicted": len(predicted)},
            {
                "material_hits": material,
                "material_gold": sum(map(is_material, gold)),
                "material_predicted": sum(map(is_material, predicted)),
            },
            _slot_sums(gold, predicted, paired),
            *_confidence_sums(predicted, right),
        )
    )


def is_material(event: Value) -> bool:
    """Whether the event is material conflict, done or planned."""
    return event.get("category") in MATERIAL and event.get("realis") in REAL


def _slot_sums(
    gold: Sequence[Value], predicted: Sequence[Value], paired: Sequence[tuple[Value, Value]]
) -> dict[str, float]:
    names = {b.get("id"): a.get("id") for a, b in paired}
    renamed = [(a, {**b, "responds_to": [names.get(other) for other in b.get("responds_to") or ()]}) for a, b in paired]
    sums: dict[str, float] = {}
    for name, slot in SLOTS.items():
        sums[f"{name}_gold"] = sum(map(slot.held, gold))
        sums[f"{name}_predicted"] = sum(map(slot.held, predicted))
        sums[f"{name}_hits"] = sum(slot.shared(a, b) for a, b in renamed)
        sums[f"{name}_paired"] = sum(slot.held(a) for a, _ in paired)
    for side in ("hits", "predicted", "gold"):
        sums[f"slots_{side}"] = sum(sums[f"{name}_{side}"] for name in SLOTS)
    return sums


def _confidence_sums(predicted: Sequence[Value], right: Sequence[tuple[Value, Value]]) -> list[dict[str, float]]:
    found_right = {id(event) for _, event in right}
    return [
        calibration_sums(event["confidence"], id(event) in found_right)
        for event in predicted
        if event.get("confidence") is not None
    ]


def event_statistics() -> Mapping[str, Statistic]:
    """Precision, recall and F1 of events, of material conflict and of slots; then each slot, and calibration."""
    return {
        **found("events_"),
        **found("material_"),
        **found("slots_"),
        **f1_each(f"{name}_" for name in SLOTS),
        **{f"{name}_within_pairs": _within_pairs(name) for name in SLOTS},
        "confidence_ece": calibration_error,
    }


def _within_pairs(name: str) -> Statistic:
    def accuracy(sums: Sums) -> float:
        return ratio(sums[f"{name}_hits"], sums[f"{name}_paired"])

    return accuracy
