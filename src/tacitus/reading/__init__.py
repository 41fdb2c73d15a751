"""The reader model: from a report's text to spans and relations.

The only stage that knows that there is a neural network.
"""

from tacitus.reading._calibration import Calibration, log_odds
from tacitus.reading._candidates import LENIENCE, RULES_WIN, Piece, known_pieces, overlap, softmax, spans_of, with_known
from tacitus.reading._decode import SpanArrays, SpanScores, Thresholds, decide, likeness, read_sectors, span_of
from tacitus.reading._labels import Labels
from tacitus.reading._names import FIRST_ID, N_IDS, Names
from tacitus.reading._onnx import HEAD_INPUTS, MODEL_FILE, NAMES_FILE, PARTS, SPAN_INPUTS, SPAN_OUTPUTS, load_reader
from tacitus.reading._reader import Network, Reader, Section, window_arrays
from tacitus.reading._tokens import WINDOW, Tokens, owners, pieces, tokenize, windows

__all__ = [
    "FIRST_ID",
    "HEAD_INPUTS",
    "LENIENCE",
    "MODEL_FILE",
    "NAMES_FILE",
    "N_IDS",
    "PARTS",
    "RULES_WIN",
    "SPAN_INPUTS",
    "SPAN_OUTPUTS",
    "WINDOW",
    "Calibration",
    "Labels",
    "Names",
    "Network",
    "Piece",
    "Reader",
    "Section",
    "SpanArrays",
    "SpanScores",
    "Thresholds",
    "Tokens",
    "decide",
    "known_pieces",
    "likeness",
    "load_reader",
    "log_odds",
    "overlap",
    "owners",
    "pieces",
    "read_sectors",
    "softmax",
    "span_of",
    "spans_of",
    "tokenize",
    "window_arrays",
    "windows",
    "with_known",
]
