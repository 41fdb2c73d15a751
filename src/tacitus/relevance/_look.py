"""The model and what it decides."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from tacitus.model import Rejection, Report
from tacitus.relevance._features import N_FEATURES, features, has_words

NOT_RELEVANT: Final = "S-10"
"""The code of reports that are set aside here."""

THRESHOLD: Final = 0.27
"""Of the probability: the highest that keeps 0.99 of the relevant texts that choose it (docs/relevance.md)."""

MIN_WORDS: Final = 25
"""Shorter texts are always read: a sentence gives the model too little to judge by. Set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """A linear model: `weights` int8 of shape (N_FEATURES,), times `scale`; `bias` is in the same unit as the sum."""

    weights: npt.NDArray[np.int8]
    scale: float
    bias: float
    threshold: float = THRESHOLD

    def __post_init__(self) -> None:
        if self.weights.shape != (N_FEATURES,) or self.weights.dtype != np.int8:
            found = f"{self.weights.dtype} of shape {self.weights.shape}"
            raise ValueError(f"weights must be int8 of shape ({N_FEATURES},), got {found}")
        if not 0 <= self.threshold <= 1:
            raise ValueError(f"the threshold is a probability from 0 to 1, got {self.threshold}")

    @classmethod
    def load(cls, threshold: float | None = None) -> Self:
        """The packaged model, with its own threshold unless another is given."""
        with files("tacitus.relevance").joinpath("weights.npz").open("rb") as file, np.load(file) as stored:
            return cls(
                weights=stored["weights"],
                scale=float(stored["scale"]),
                bias=float(stored["bias"]),
                threshold=THRESHOLD if threshold is None else threshold,
            )

    def p(self, text: str) -> float:
        """The probability that a text tells of political violence or contention."""
        found = features(text)
        total = float(self.weights[found].sum(dtype=np.int64)) * self.scale
        return float(1 / (1 + np.exp(-(total / np.sqrt(max(len(found), 1)) + self.bias))))

    def sift(self, reports: Iterable[Report | Rejection]) -> Iterator[Report | Rejection]:
        """The reports in their order, with a rejection in place of each that is set aside."""
        for report in reports:
            yield report if isinstance(report, Rejection) else self._judged(report)

    def _judged(self, report: Report) -> Report | Rejection:
        p = self.p(report.text)
        if p >= self.threshold or not has_words(report.text, MIN_WORDS):
            return report
        return Rejection(
            source=report.doc_id,
            code=NOT_RELEVANT,
            reason=f"seems to tell of no political violence or contention (p {p:.2f}, threshold {self.threshold:.2f}); "
            "--no-relevance reads it all the same",
            doc_id=report.doc_id,
        )
