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
    scores = scores.copy()
    scores[:, 1:] += lenience
    chosen = _by_word(scores.argmax(-1), tokens)
    sums = np.concatenate([[0.0], np.cumsum(1 - softmax(scores)[:, 0], dtype=np.float64)]).tolist()
    found = []
    start = None
    for index in range(len(chosen) + 1):
        tag = chosen[index] if index < len(chosen) else 0
        if start is not None and tag != 2:
            found.append(((start, index), (sums[index] - sums[start]) / (index - start)))
            start = None
        if start is None and tag:
            start = index
    return tuple(found)


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


def _by_word(tags: NDArray[np.int64], tokens: Tokens) -> list[int]:
    """Later pieces of a word follow its first piece."""
    result: list[int] = []
    for tag, starts_word in zip(tags.tolist(), tokens.starts_word.tolist(), strict=True):
        if starts_word or not result:
            result.append(tag)
        else:
            result.append(2 if result[-1] else 0)
    return result
