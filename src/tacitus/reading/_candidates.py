"""From tag scores to the spans that might be triggers and mentions."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tacitus.model import Kind, Span
from tacitus.reading._tokens import Tokens, pieces

Floats = NDArray[np.float32]
Piece = tuple[int, int]  # half-open range of word pieces

# Added to the scores of "begin" and "inside", so that doubtful spans reach the span network, which decides.
# Training proposes candidates with the same lenience: what was learnt with 1.0 found no candidate for 14 % of the
# held-out events (2.0: 7 %).
LENIENCE = 2.0

# Kinds of which the rules' spans replace the tagger's. The tagger tells a place better ("eastern Syria", not "Syria").
RULES_WIN = frozenset({Kind.TIME, Kind.NUMBER})


def softmax(scores: Floats) -> Floats:
    """Over the last axis."""
    shifted = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=-1, keepdims=True), dtype=np.float32)


def spans_of(scores: Floats, tokens: Tokens, *, lenience: float = 0.0) -> tuple[tuple[Piece, float], ...]:
    """The spans that (n, 3) scores of outside, begin, inside tell, each with its mean probability of not outside.

    A span begins and ends at whole words. "Inside" after "outside" begins a span.
    """
    if not len(scores):
        return ()
    scores = scores.copy()
    scores[:, 1:] += lenience
    tags = _by_word(scores.argmax(-1), tokens)
    sums = np.concatenate([[0.0], np.cumsum(1 - softmax(scores)[:, 0], dtype=np.float64)])
    before, after = np.concatenate([[0], tags[:-1]]), np.concatenate([tags[1:], [0]])
    starts = np.flatnonzero((tags == 1) | ((tags == 2) & (before == 0)))
    ends = np.flatnonzero((tags > 0) & (after != 2)) + 1
    means = (sums[ends] - sums[starts]) / (ends - starts)
    return tuple(zip(zip(starts.tolist(), ends.tolist(), strict=True), means.tolist(), strict=True))


def _by_word(tags: NDArray[np.int64], tokens: Tokens) -> NDArray[np.int64]:
    """Later pieces of a word follow its first piece."""
    starts = tokens.starts_word.copy()
    starts[0] = True
    first = np.maximum.accumulate(np.where(starts, np.arange(len(tags)), 0))
    return np.where(starts, tags, np.where(tags[first] > 0, 2, 0))


def with_known(
    own: tuple[tuple[Piece, float], ...], known: tuple[Piece, ...], kind: Kind
) -> tuple[tuple[Piece, float], ...]:
    """The tagger's spans of one kind and those that rules found; of two that overlap one is kept."""
    sure = tuple((piece, 1.0) for piece in known)
    first, second = (sure, own) if kind in RULES_WIN else (own, sure)
    return (*first, *(one for one in second if not any(overlap(one[0], other) for other, _ in first)))


def known_pieces(tokens: Tokens, known: Sequence[tuple[Kind, Span]]) -> tuple[tuple[Kind, Piece], ...]:
    """Where mentions that rules found stand among the word pieces; those of one kind do not overlap."""
    found = ((kind, pieces(tokens, span.start, span.end)) for kind, span in known)
    told: list[tuple[Kind, Piece]] = []
    for kind, piece in found:
        if piece and not any(kind is other and overlap(piece, taken) for other, taken in told):
            told.append((kind, piece))
    return tuple(told)


def overlap(left: Piece, right: Piece) -> bool:
    """Whether two ranges share a word piece."""
    return left[0] < right[1] and right[0] < left[1]
