"""From tag scores to the spans that might be triggers and mentions."""

import numpy as np
from numpy.typing import NDArray

from tacitus.reading._tokens import Tokens

Floats = NDArray[np.float32]
Piece = tuple[int, int]  # half-open range of word pieces

# Added to the scores of "begin" and "inside", so that doubtful spans reach the span network, which decides.
# Training proposes candidates with the same lenience: what was learnt with 1.0 found no candidate for 14 % of the
# held-out events (2.0: 7 %).
LENIENCE = 2.0


def softmax(scores: Floats) -> Floats:
    """Over the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def spans_of(scores: Floats, tokens: Tokens, *, lenience: float = 0.0) -> tuple[tuple[Piece, float], ...]:
    """The spans that (n, 3) scores of outside, begin, inside tell, each with its mean probability of not outside.

    A span begins and ends at whole words. "Inside" after "outside" begins a span.
    """
    scores = scores.copy()
    scores[:, 1:] += lenience
    chosen = _by_word(scores.argmax(-1), tokens)
    probabilities = 1 - softmax(scores)[:, 0]
    found = []
    start = None
    for index in range(len(chosen) + 1):
        tag = chosen[index] if index < len(chosen) else 0
        if start is not None and tag != 2:
            found.append(((start, index), float(probabilities[start:index].mean())))
            start = None
        if start is None and tag:
            start = index
    return tuple(found)


def _by_word(tags: NDArray[np.int64], tokens: Tokens) -> list[int]:
    """Later pieces of a word follow its first piece."""
    result: list[int] = []
    for tag, starts_word in zip(tags.tolist(), tokens.starts_word.tolist(), strict=True):
        if starts_word or not result:
            result.append(tag)
        else:
            result.append(2 if result[-1] else 0)
    return result
