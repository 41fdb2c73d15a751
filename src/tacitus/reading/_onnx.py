"""The network as one ONNX file, run by onnxruntime.

The file holds three separate parts, each behind a boolean input of its name: `tokens` gives `hidden`, `candidates` and
`lower`; `heads` makes of the first and last of these the scores of the corpora's heads; `spans` gives those of the
spans. Inputs of parts that are not asked for are fed with the smallest arrays that fit.
"""

import hashlib
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from tacitus.errors import ReadingError
from tacitus.reading._calibration import Calibration
from tacitus.reading._candidates import Floats
from tacitus.reading._decode import SpanArrays, SpanScores
from tacitus.reading._labels import Labels
from tacitus.reading._names import Names
from tacitus.reading._reader import Reader
from tacitus.reading._tokens import Ints

PACKAGED = Path(__file__).parent / "weights"
MODEL_FILE, TOKENIZER_FILE, NAMES_FILE = "reader.onnx", "tokenizer.json", "names.tsv"
HEAD_INPUTS = ("windows", "windows_lower")
SPAN_INPUTS = ("hidden_in", "triggers", "mentions", "kinds", "likeness", "sentences", "least")
SPAN_OUTPUTS = (
    "kept",
    "category",
    "realis",
    "modes",
    "acled",
    "traits",
    "salience",
    "roles",
    "identity",
    "responses",
    "sectors",
)
PARTS = ("tokens", "heads", "spans")
WIDTH = 384
# Fused, addition and normalisation take ten times as long on a CPU as one after the other (onnxruntime 1.32).
NOT_FUSED = ["SkipLayerNormFusion"]
ONE = np.ones((1, 1), dtype=np.int64)
NOTHING = {
    "ids": ONE,
    "cases": np.zeros_like(ONE),
    **dict.fromkeys(HEAD_INPUTS, np.zeros((1, 1, WIDTH), dtype=np.float32)),
    "hidden_in": np.zeros((1, WIDTH), dtype=np.float32),
    "triggers": np.array([[0, 1]]),
    "mentions": np.array([[0, 1]]),
    "kinds": np.array([0]),
    "likeness": np.zeros((1, 1, 3), dtype=np.float32),
    "sentences": np.array([0]),
    "least": np.array(2.0, dtype=np.float32),
}


class OnnxNetwork:
    """A `Network` on onnxruntime."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self.session = session
        told = session.get_modelmeta().custom_metadata_map
        self.labels = Labels.loads(told["labels"])
        self.calibration = Calibration.loads(told["calibration"]) if "calibration" in told else Calibration()

    def tokens(self, ids: Ints, cases: Ints, outputs: tuple[str, ...]) -> tuple[Floats, ...]:
        """The named outputs for windows of word pieces (n, length)."""
        if set(outputs) <= {"hidden", "candidates"}:
            return self._run("tokens", outputs, {"ids": ids, "cases": cases})
        vectors = self._run("tokens", ("hidden", "lower"), {"ids": ids, "cases": cases})
        return self._run("heads", outputs, dict(zip(HEAD_INPUTS, vectors, strict=True)))

    def spans(self, arrays: SpanArrays) -> SpanScores:
        """Scores of the spans of one section."""
        given = {name: getattr(arrays, field.name) for name, field in zip(SPAN_INPUTS, fields(SpanArrays), strict=True)}
        return SpanScores(**dict(zip(SPAN_OUTPUTS, self._run("spans", SPAN_OUTPUTS, given), strict=True)))

    def _run(self, part: str, outputs: tuple[str, ...], given: dict[str, NDArray[Any]]) -> tuple[Any, ...]:
        asked = {name: np.array(name == part) for name in PARTS}
        return tuple(self.session.run(list(outputs), {**NOTHING, **asked, **given}))


@cache
def load_reader(directory: Path = PACKAGED, *, n_threads: int = 1) -> Reader:
    """The reader with the weights in `directory`, by default those of the package.

    `n_threads` is how many cores one reading may use; the default leaves the others to further processes.

    Raises:
        ReadingError: the folder does not hold a model, its tokenizer and its names.
    """
    model, tokenizer, names = (directory / name for name in (MODEL_FILE, TOKENIZER_FILE, NAMES_FILE))
    for path in (model, tokenizer, names):
        if not path.is_file():
            raise ReadingError(
                f"R-01: no {path.name} in {str(directory)!r}; install tacitus again, or name a folder with one"
            )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = n_threads
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        str(model), options, providers=["CPUExecutionProvider"], disabled_optimizers=NOT_FUSED
    )
    pieces = Tokenizer.from_file(str(tokenizer))
    pieces.no_truncation()
    pieces.no_padding()
    version = hashlib.sha256(model.read_bytes() + names.read_bytes()).hexdigest()[:12]
    return Reader(OnnxNetwork(session), pieces, Names.load(names), version=version)
