"""What one report adds to the sums from which agreement on its events is computed.

An event counts when it is paired and its category is equal; a slot's filler counts when it is the same within a pair,
and fillers of unpaired events are all wrong or all missed. One side is called gold, the other predicted; two coders are
measured alike, precision of the one being recall of the other.
"""

from collections.abc import Mapping, Sequence

from tacitus.analysis._same import Value
from tacitus.analysis.agreement._pairing import Pair, pairs
from tacitus.analysis.agreement._ratios import added, f1_each, found, ratio
from tacitus.analysis.agreement._slots import SLOTS
from tacitus.analysis.agreement._tally import Statistic, Sums

MATERIAL = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
REAL = frozenset({"occurred", "planned", None})


def event_sums(gold: Sequence[Value], predicted: Sequence[Value]) -> dict[str, float]:
    """Sums of one report for `event_statistics`. Events are JSON records of the annotation guide's form."""
    paired = pairs(gold, predicted)
    right = same_category(paired)
    return added(
        (
            {"events_hits": len(right), "events_gold": len(gold), "events_predicted": len(predicted)},
            {
                "material_hits": sum(is_material(a) and is_material(b) for a, b in right),
                "material_gold": sum(map(is_material, gold)),
                "material_predicted": sum(map(is_material, predicted)),
            },
            _slot_sums(gold, predicted, paired),
        )
    )


def event_statistics() -> Mapping[str, Statistic]:
    """Precision, recall and F1 of events, of material conflict and of all slots together; then each slot's."""
    return {
        **found("events_"),
        **found("material_"),
        **found("slots_"),
        **f1_each(f"{name}_" for name in SLOTS),
        **{f"{name}_within_pairs": _within_pairs(name) for name in SLOTS},
    }


def same_category(paired: Sequence[Pair]) -> list[Pair]:
    """The pairs that agree on the category."""
    return [(a, b) for a, b in paired if a.get("category") == b.get("category")]


def is_material(event: Value) -> bool:
    """Whether the event is material conflict, done or planned."""
    return event.get("category") in MATERIAL and event.get("realis") in REAL


def renamed(paired: Sequence[Pair]) -> list[Pair]:
    """The pairs with the answers of the second side named by the ids of the first, so that they can be compared."""
    names = {b.get("id"): a.get("id") for a, b in paired}
    return [(a, {**b, "responds_to": [names.get(other) for other in b.get("responds_to") or ()]}) for a, b in paired]


def _slot_sums(gold: Sequence[Value], predicted: Sequence[Value], paired: Sequence[Pair]) -> dict[str, float]:
    sums: dict[str, float] = {}
    comparable = renamed(paired)
    for name, slot in SLOTS.items():
        sums[f"{name}_gold"] = sum(map(slot.held, gold))
        sums[f"{name}_predicted"] = sum(map(slot.held, predicted))
        sums[f"{name}_hits"] = sum(slot.shared(a, b) for a, b in comparable)
        sums[f"{name}_paired"] = sum(slot.held(a) for a, _ in paired)
    for side in ("hits", "predicted", "gold"):
        sums[f"slots_{side}"] = sum(sums[f"{name}_{side}"] for name in SLOTS)
    return sums


def _within_pairs(name: str) -> Statistic:
    def accuracy(sums: Sums) -> float:
        return ratio(sums[f"{name}_hits"], sums[f"{name}_paired"])

    return accuracy
