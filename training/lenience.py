"""How readily each head of a corpus says yes: `python -m training.lenience --corpora DIR`.

A head that was taught the likeliest answer tells too seldom what is rare (MUC-4: a role filler in thirty words). Here
each head's bias is moved by the shift that scores best on the corpus' dev part, in the exported model file itself.
"""

import argparse
import logging
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from benchmarks._catalogue import BENCHMARKS
from tacitus.reading import MODEL_FILE, Calibration, Labels, Network, Reader, SpanArrays, SpanScores, load_reader
from training.export import WEIGHTS, weights_of

# The outputs whose corpora score single labels or spans, by the benchmark that scores them.
OUTPUTS = {
    "re3d": "tag.re3d",
    "cameo_ner": "tag.cameo_ner",
    "muc4": "tag.muc4",
    "polnear": "tag.polnear",
    "india_police_events": "text.india_police_events",
    "satp": "text.satp",
    "insight_crime": "text.insight_crime",
}
SHIFTS = tuple(np.arange(-1.5, 2.75, 0.25).tolist())
log = logging.getLogger("training")


@dataclass(slots=True)
class Shifted:
    """A network of which one output is moved; what it once computed it remembers."""

    network: Network
    output: str
    shift: float = 0.0
    seen: dict[tuple[bytes, bytes], np.ndarray] = field(default_factory=dict)

    @property
    def labels(self) -> Labels:
        """Those of the network."""
        return self.network.labels

    @property
    def calibration(self) -> Calibration:
        """That of the network."""
        return self.network.calibration

    def tokens(self, ids: np.ndarray, cases: np.ndarray, outputs: tuple[str, ...]) -> tuple[np.ndarray, ...]:
        """The output, moved."""
        if outputs != (self.output,):
            return self.network.tokens(ids, cases, outputs)
        key = (ids.tobytes(), cases.tobytes())
        if key not in self.seen:
            (self.seen[key],) = self.network.tokens(ids, cases, outputs)
        return (self.seen[key] + moves(self.output, self.seen[key].shape[-1], self.shift),)

    def spans(self, arrays: SpanArrays) -> SpanScores:
        """Those of the network."""
        return self.network.spans(arrays)


def moves(output: str, n_columns: int, shift: float) -> np.ndarray:
    """What a shift adds to each column: to labels, or to "begin" and "inside" of each label's three."""
    says_yes = np.arange(n_columns) % 3 > 0 if output.startswith("tag.") else np.ones(n_columns, dtype=bool)
    return np.asarray(np.where(says_yes, shift, 0.0), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class _System:
    reader: Reader


def best_shift(name: str, reader: Reader, corpora: Path) -> tuple[float, float]:
    """The shift that scores best on the dev part, and its score; of equals the smallest."""
    network = Shifted(reader.network, OUTPUTS[name])
    system = _System(Reader(network, reader.tokenizer, reader.names, version=reader.version))
    benchmark = BENCHMARKS[name]
    scores = {}
    for shift in sorted(SHIFTS, key=abs):
        network.shift = shift
        figures = benchmark.run(corpora / benchmark.folder, "dev", system)
        scores[shift] = next(figure.value for figure in figures if figure.metric == benchmark.headline[0])
    best = max(scores, key=lambda shift: scores[shift])
    log.info("%s: %.3f without a shift, %.3f with %+.2f", name, scores[0.0], scores[best], best)
    return best, scores[best]


def move(model: onnx.ModelProto, output: str, shift: float) -> None:
    """Add the shift to the bias of the last layer of a head."""
    sort, head = output.split(".")
    biases = [one for one in weights_of(model) if f"{sort}_heads.{head}." in one.name and "bias" in one.name]
    last = max(biases, key=lambda one: one.name)
    values = numpy_helper.to_array(last)
    last.CopyFrom(numpy_helper.from_array(values + moves(output, len(values), shift), last.name))


def main() -> None:
    """Move the heads of an exported model."""
    parser = argparse.ArgumentParser(prog="python -m training.lenience", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    chosen = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    reader = load_reader(chosen.weights)
    shifts = {name: best_shift(name, reader, chosen.corpora)[0] for name in OUTPUTS}
    model = onnx.load(chosen.weights / MODEL_FILE)
    for name, shift in shifts.items():
        move(model, OUTPUTS[name], shift)
    onnx.save(model, chosen.weights / MODEL_FILE)


if __name__ == "__main__":
    main()
