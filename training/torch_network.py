"""The torch network behind the interface that the reader uses, so that a training can be scored without an export."""

from dataclasses import fields

import numpy as np
import torch
from numpy.typing import NDArray

from tacitus.reading import SPAN_OUTPUTS, Calibration, Labels, SpanArrays, SpanScores
from training.network import ReaderNetwork

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
        hidden = self.network.encoder(torch.from_numpy(ids), torch.from_numpy(cases))
        there = torch.ones_like(hidden[..., 0])
        return tuple(self._output(name, hidden, there).numpy() for name in outputs)

    def _output(self, name: str, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        if name == "hidden":
            return hidden
        if name == "candidates":
            return self.network.candidates(hidden)
        sort, head = name.split(".")
        return (
            self.network.tag_heads[head](hidden)
            if sort == "tag"
            else self.network.text_heads[head](self.network.text_vector(hidden, mask))
        )

    @torch.inference_mode()
    def spans(self, arrays: SpanArrays) -> SpanScores:
        """Scores of the spans of one section."""
        given = (torch.from_numpy(np.ascontiguousarray(getattr(arrays, field.name))) for field in fields(arrays))
        values = self.network.spans(*given)
        return SpanScores(**{name: value.numpy() for name, value in zip(SPAN_OUTPUTS, values, strict=True)})
