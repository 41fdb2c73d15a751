"""The learnt numbers of linking: how often each level occurs among events that are one happening, and that are two.

They are learnt once, by `python -m training.linking`, and shipped. Nothing is ever learnt from the events being
linked, so that the probability of a pair depends on that pair alone.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import fsum, log2
from typing import Self

from tacitus.linking._comparisons import COMPARISONS
from tacitus.model import Reason

# Fine enough to tell probabilities apart, and coarse enough that no platform's last bit shows.
PROBABILITY_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """Of one level: `m`, its share among pairs of one happening; `u`, among pairs of two."""

    m: float
    u: float

    @property
    def weight(self) -> float:
        """The log2 Bayes factor."""
        return log2(self.m / self.u)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """`prior` is the share of compared pairs that are one happening; `levels` has the chances by comparison and level.

    `version` names the training that made them.
    """

    version: str
    prior: float
    levels: Mapping[str, Mapping[str, Chances]]

    @classmethod
    def even(cls) -> Self:
        """Chances that tell nothing: a start for learning."""
        shares = {comparison.name: 1 / len(comparison.levels) for comparison in COMPARISONS}
        levels = {
            comparison.name: {
                level.name: Chances(m=shares[comparison.name], u=shares[comparison.name]) for level in comparison.levels
            }
            for comparison in COMPARISONS
        }
        return cls(version="even", prior=0.5, levels=levels)

    @classmethod
    def of(cls, stored: Mapping[str, object]) -> Self:
        """From the JSON form.

        Raises:
            KeyError: a level of `COMPARISONS` has no chances; the file and the comparisons are of two versions.
        """
        table: Mapping[str, Mapping[str, Mapping[str, float]]] = stored["levels"]  # type: ignore[assignment]
        levels = {
            comparison.name: {level.name: Chances(**table[comparison.name][level.name]) for level in comparison.levels}
            for comparison in COMPARISONS
        }
        return cls(version=str(stored["version"]), prior=float(str(stored["prior"])), levels=levels)


def probability_of(reasons: Iterable[Reason], parameters: Parameters | None = None) -> float:
    """The probability of a link with these reasons, as Splink computes it from the same chances."""
    parameters = parameters or shipped_parameters()
    weights = (parameters.levels[reason.comparison][reason.level].weight for reason in reasons)
    log2_odds = fsum((log2(parameters.prior / (1 - parameters.prior)), *weights))
    return round(1 / (1 + 2**-log2_odds), PROBABILITY_DIGITS)


@cache
def shipped_parameters() -> Parameters:
    """The parameters of this version of tacitus."""
    return Parameters.of(json.loads(files("tacitus.linking").joinpath("parameters.json").read_text(encoding="utf-8")))
