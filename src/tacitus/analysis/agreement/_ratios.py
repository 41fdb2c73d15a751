"""Precision, recall, F1 and their kin as functions of sums."""

from collections.abc import Iterable, Mapping

from tacitus.analysis.agreement._tally import Statistic, Sums


def ratio(part: float, whole: float) -> float:
    """The share, 0 where there is nothing to share."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return ratio(2 * precision * recall, precision + recall)


def found(name: str = "") -> Mapping[str, Statistic]:
    """Precision, recall and F1 from the sums `hits`, `predicted` and `gold`; `name` stands before keys and metrics.

    Where hits are counted apart from either side, as partial overlap does, they are `hits_predicted` and `hits_gold`.
    """

    def precision(sums: Sums) -> float:
        return ratio(sums[f"{name}hits"] + sums[f"{name}hits_predicted"], sums[f"{name}predicted"])

    def recall(sums: Sums) -> float:
        return ratio(sums[f"{name}hits"] + sums[f"{name}hits_gold"], sums[f"{name}gold"])

    def f1(sums: Sums) -> float:
        return harmonic(precision(sums), recall(sums))

    return {f"{name}f1": f1, f"{name}precision": precision, f"{name}recall": recall}


def f1_each(names: Iterable[str]) -> Mapping[str, Statistic]:
    """The F1 of each name, without precision and recall."""
    return {f"{name}f1": found(name)[f"{name}f1"] for name in names}


def added(parts: Iterable[Sums]) -> dict[str, float]:
    """Sums added key by key."""
    total: dict[str, float] = {}
    for part in parts:
        for key, value in part.items():
            total[key] = total.get(key, 0.0) + value
    return total
