"""The reader model: from a report's text to spans and relations.

The only stage that knows that there is a neural network.
"""

from tacitus.reading._candidates import LENIENCE, Piece, softmax, spans_of
from tacitus.reading._decode import SpanScores, decide, same_words, span_of
from tacitus.reading._labels import Labels
from tacitus.reading._onnx import SPAN_OUTPUTS, load_reader
from tacitus.reading._reader import Network, Reader, window_arrays
from tacitus.reading._tokens import WINDOW, Tokens, owners, tokenize, windows

__all__ = [
    "LENIENCE",
    "SPAN_OUTPUTS",
    "WINDOW",
    "Labels",
    "Network",
    "Piece",
    "Reader",
    "SpanScores",
    "Tokens",
    "decide",
    "load_reader",
    "owners",
    "same_words",
    "softmax",
    "span_of",
    "spans_of",
    "tokenize",
    "window_arrays",
    "windows",
]
