"""The torch network behind the interface that the reader uses, so that a training can be scored without an export."""

from dataclasses import fields

import numpy as np
import torch
from numpy.typing import NDArray

from tacitus.reading import SPAN_OUTPUTS, Calibration, Labels, SpanArrays, SpanScores
from training.network import N_OWN, ReaderNetwork, through

Array = NDArray[np.float32]


class TorchNetwork:
    """A `tacitus.reading.Network` on torch, in float32."""

    def __init__(self, network: ReaderNetwork, labels: Labels) -> None:
        self.network = network.eval()
        self.labels = labels
        self.calibration = Calibration()

    @torch.inference_mode()
    def tokens(self, ids: NDArray[np.int64], cases: NDArray[np.int64], outputs: tuple[str, ...]) -> tuple[Array, ...]:
        """The named outputs for windows of word pieces (n, length)."""
        lower = self.network.encoder.lower(torch.from_numpy(ids), torch.from_numpy(cases))
        hidden, own = through(self.network.encoder.layers[-N_OWN:], lower), through(self.network.own, lower)
        first = {"hidden": lambda: hidden, "candidates": lambda: self.network.candidates(hidden)}
        return tuple(
            (first[name]() if name in first else self.network.corpus_scores(name, hidden, own)).numpy()
            for name in outputs
        )

    @torch.inference_mode()
    def spans(self, arrays: SpanArrays) -> SpanScores:
        """Scores of the spans of one section."""
        given = (torch.from_numpy(np.ascontiguousarray(getattr(arrays, field.name))) for field in fields(arrays))
        values = self.network.spans(*given)
        return SpanScores(**{name: value.numpy() for name, value in zip(SPAN_OUTPUTS, values, strict=True)})
