"""Text to word pieces, and long texts to overlapping windows.

Shared with training, so that the model is taught on exactly what it will see.
"""

from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

# Window and overlap in word pieces. 384 keeps the quadratic cost of attention low; most reports of the annotated pool
# fit into one window. A piece in an overlap is read from the window in which it stands further inside.
WINDOW = 384
OVERLAP = 64

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of a text: ids, half-open code point offsets, shape of the letters, and where words begin.

    `ids`, `cases`: int64, shape (n,); `offsets`: int64, shape (n, 2); `starts_word`: bool, shape (n,).
    """

    ids: Ints
    offsets: Ints
    cases: Ints
    starts_word: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, start: int, end: int) -> Self:
        """The pieces from `start` to `end`; offsets still point into the whole text."""
        return type(self)(
            ids=self.ids[start:end],
            offsets=self.offsets[start:end],
            cases=self.cases[start:end],
            starts_word=self.starts_word[start:end],
        )


def tokenize(tokenizer: Any, text: str) -> Tokens:
    """Split `text` into word pieces without special tokens."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts_word = np.array([not piece.startswith("##") for piece in encoding.tokens], dtype=np.bool_)
    cases = np.array([letter_case(text[start:end]) for start, end in offsets], dtype=np.int64)
    return Tokens(ids=np.asarray(encoding.ids, dtype=np.int64), offsets=offsets, cases=cases, starts_word=starts_word)


def letter_case(piece: str) -> int:
    """0 without capitals, 1 with a first capital, 2 all capitals; the tokenizer itself folds case away."""
    if piece.islower() or piece.upper() == piece.lower():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def windows(n_tokens: int) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of word pieces that cover `n_tokens` with overlaps; at least one, even for no pieces.

    As few windows as the overlap allows, of equal length, so that no piece is read more often than needed.
    """
    size = WINDOW - 2  # [CLS] and [SEP]
    if n_tokens <= size:
        return ((0, n_tokens),)
    n_windows = -(-(n_tokens - OVERLAP) // (size - OVERLAP))
    length = -(-(n_tokens + (n_windows - 1) * OVERLAP) // n_windows)
    starts = [round(index * (n_tokens - length) / (n_windows - 1)) for index in range(n_windows)]
    return tuple((start, start + length) for start in starts)


def owners(ranges: tuple[tuple[int, int], ...], n_tokens: int) -> tuple[Ints, Ints]:
    """For each piece, the window it is read from and its row there (counting the leading [CLS]).

    A piece that stands in two windows is read from the one in which it is further from the edge.
    """
    window = np.zeros(n_tokens, dtype=np.int64)
    for index in range(1, len(ranges)):
        boundary = (ranges[index][0] + ranges[index - 1][1]) // 2
        window[boundary:] = index
    firsts = np.array([start for start, _ in ranges], dtype=np.int64)
    return window, np.arange(n_tokens, dtype=np.int64) - firsts[window] + 1
