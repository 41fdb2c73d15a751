"""Text to word pieces, and long texts to overlapping windows.

Shared with training, so that the model is taught on exactly what it will see.
"""

import re
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from tacitus.reading._names import FIRST_ID, N_IDS, Names

# Window and overlap in word pieces. 256 keeps the quadratic cost of attention low; half of the annotated reports fit
# into one. A piece in an overlap is read from the window in which it stands further inside.
WINDOW = 256
OVERLAP = 40

# A full stop after a word of at least three small letters or a figure, so that "Gen." and "U.S." seldom count.
_SENTENCE_END = re.compile(r"(?:(?<=[a-z]{3})|(?<=[0-9)\]\"”’'%]))[.!?]+[\"”’')\]]*\s+|[!?]\s+|\n\s*")

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The word pieces of a text: ids, half-open code point offsets, shape of the letters, where words begin, sentences.

    `ids`, `cases`, `sentences`: int64, shape (n,); `offsets`: int64, shape (n, 2); `starts_word`: bool, shape (n,).
    `sentences` numbers the sentence in which each piece stands.
    """

    ids: Ints
    offsets: Ints
    cases: Ints
    starts_word: NDArray[np.bool_]
    sentences: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, start: int, end: int) -> Self:
        """The pieces from `start` to `end`; offsets still point into the whole text."""
        return type(self)(
            ids=self.ids[start:end],
            offsets=self.offsets[start:end],
            cases=self.cases[start:end],
            starts_word=self.starts_word[start:end],
            sentences=self.sentences[start:end],
        )


def tokenize(tokenizer: Any, text: str, names: Names | None = None) -> Tokens:
    """Split `text` into word pieces without special tokens; each of the `names` found becomes one numbered piece."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    ids = np.asarray(encoding.ids, dtype=np.int64)
    starts_word = np.array([not piece.startswith("##") for piece in encoding.tokens], dtype=np.bool_)
    if names is not None:
        ids, offsets, starts_word = _with_names(ids, offsets, starts_word, names.find(text))
    return Tokens(
        ids=ids,
        offsets=offsets,
        cases=np.array([letter_case(text[start:end]) for start, end in offsets.tolist()], dtype=np.int64),
        starts_word=starts_word,
        sentences=np.searchsorted(_sentence_starts(text), offsets[:, 0], side="right"),
    )


def _with_names(
    ids: Ints, offsets: Ints, starts_word: NDArray[np.bool_], found: tuple[tuple[int, int, int], ...]
) -> tuple[Ints, Ints, NDArray[np.bool_]]:
    """The pieces of each name put into one, whose id tells which party of the text it is."""
    kept = np.ones(len(ids), dtype=np.bool_)
    ids, offsets, starts_word = ids.copy(), offsets.copy(), starts_word.copy()
    rank: dict[int, int] = {}
    for start, end, party in found:
        first, last = np.searchsorted(offsets[:, 0], [start, end])
        if first == last or offsets[first, 0] != start:
            continue  # written so that the tokenizer cuts it differently
        ids[first] = FIRST_ID + min(rank.setdefault(party, len(rank)), N_IDS - 1)
        offsets[first, 1] = end
        starts_word[first] = True
        kept[first + 1 : last] = False
    return ids[kept], offsets[kept], starts_word[kept]


def _sentence_starts(text: str) -> Ints:
    """Where sentences begin, roughly: a clue for the network, never shown."""
    return np.array([match.end() for match in _SENTENCE_END.finditer(text)], dtype=np.int64)


def letter_case(piece: str) -> int:
    """0 without capitals, 1 with a first capital, 2 all capitals; the tokenizer itself folds case away."""
    if piece.islower() or piece.upper() == piece.lower():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def pieces(tokens: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The word pieces that a stretch of the text touches; None where it touches none."""
    inside = np.flatnonzero((tokens.offsets[:, 1] > start) & (tokens.offsets[:, 0] < end))
    return (int(inside[0]), int(inside[-1]) + 1) if len(inside) else None


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
