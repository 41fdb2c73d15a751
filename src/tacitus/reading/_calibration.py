"""From the network's own probability of an event to how often such an event is right."""

import json
import math
from dataclasses import asdict, dataclass
from typing import Self

# Probabilities nearer to 0 and 1 say nothing more; records round confidence to three decimals.
NEAREST = 1e-3


def log_odds(p: float) -> float:
    """The natural logarithm of the odds, for probabilities from NEAREST to 1 - NEAREST."""
    p = min(max(p, NEAREST), 1 - NEAREST)
    return math.log(p / (1 - p))


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """A logistic curve over the log-odds of the network's probability (Platt 1999). The default leaves it as it is."""

    slope: float = 1.0
    shift: float = 0.0

    def __call__(self, p: float) -> float:
        """The calibrated probability."""
        return 1 / (1 + math.exp(-(self.slope * log_odds(p) + self.shift)))

    def dumps(self) -> str:
        """As JSON, for the model file's metadata."""
        return json.dumps(asdict(self))

    @classmethod
    def loads(cls, text: str) -> Self:
        """Back from `dumps`."""
        return cls(**json.loads(text))
