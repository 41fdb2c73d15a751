"""Reports that repeat another one, as wire copy is printed by many papers, some shortening it.

Min-wise hashing of five-word shingles finds candidates without comparing all pairs (Broder 1997; bands as in
Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4); the texts themselves then decide.
"""

import hashlib
import re
import zlib
from typing import Final

import numpy as np
from numpy.typing import NDArray

_WORD: Final = re.compile(r"\w+")
_N_SHINGLE: Final = 5
"""Words in a shingle. Set, not swept: two reports of one happening share words, seldom five in a row."""

_N_BANDS: Final = 24
_N_ROWS: Final = 2
"""Two rows in 24 bands find a text of which half is left (Jaccard 0.5) with p = 0.999, one of which a third is left
with 0.94; texts of which a fiftieth is shared come up as candidates once in a hundred, and are then compared."""

SAME: Final = 0.6
"""Share of the shorter text's shingles that the longer one has, from which it is a republication."""

MIN_SHINGLES: Final = 20
"""Texts with fewer shingles are compared by digest alone: short alerts share their words by nature."""

_M: Final = np.uint64(0x9E3779B97F4A7C15)  # odd, from the golden ratio: Fibonacci hashing


def _constants(name: str) -> NDArray[np.uint64]:
    """Numbers for the permutations, the same on every machine and in every version: ledgers keep the results."""
    drawn = (hashlib.sha256(f"tacitus {name} {i}".encode()).digest() for i in range(_N_BANDS * _N_ROWS))
    return np.array([int.from_bytes(digest[:8], "little") for digest in drawn], dtype=np.uint64)[:, None]


_FACTORS: Final = _constants("factor") | np.uint64(1)
_TERMS: Final = _constants("term")
_BANDS: Final = np.arange(1, _N_BANDS + 1, dtype=np.uint64) * _M


def shingles(text: str) -> NDArray[np.uint64]:
    """The distinct shingles of a text as sorted hashes; case, punctuation and line breaks make no difference."""
    words = np.array([zlib.crc32(word.encode()) for word in _WORD.findall(text.lower())], dtype=np.uint64)
    if len(words) < _N_SHINGLE:
        return np.zeros(0, dtype=np.uint64)
    hashes = np.zeros(len(words) - _N_SHINGLE + 1, dtype=np.uint64)
    for i in range(_N_SHINGLE):
        hashes = (hashes * _M) ^ (words[i : len(words) - _N_SHINGLE + 1 + i] + np.uint64(1)) * _M
    return np.unique(hashes)


def bands(found: NDArray[np.uint64]) -> tuple[int, ...]:
    """One signed 64-bit number for each band; texts that share one are candidates. Empty for a text too short."""
    if len(found) < MIN_SHINGLES:
        return ()
    lowest = ((_FACTORS * found + _TERMS) >> np.uint64(16)).min(axis=1).reshape(_N_BANDS, _N_ROWS)
    mixed = ((lowest[:, 0] * _M) ^ (lowest[:, 1] + np.uint64(1))) * _M + _BANDS
    return tuple(int(value) for value in mixed.view(np.int64))


def similarity(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> float:
    """The share of the shorter text's shingles that the longer one has."""
    return len(np.intersect1d(one, other, assume_unique=True)) / max(1, min(len(one), len(other)))
