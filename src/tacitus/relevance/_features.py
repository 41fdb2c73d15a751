"""Words and pairs of neighbouring words, hashed to numbers: no vocabulary to keep, any word has its place."""

import re
from binascii import crc32
from functools import lru_cache
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

N_FEATURES: Final = 1 << 17
"""Set: four times the distinct words and pairs that occur in ten training texts or more."""

MAX_CHARACTERS: Final = 20_000
"""Read of one text, from its beginning. Set: five times a long report; the time for one text is bounded by it."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_MIX: Final = np.uint32(0x9E3779B1)


def features(text: str) -> npt.NDArray[np.uint32]:
    """The numbers of the features that occur, each once, ascending: uint32, shape (n_features,)."""
    words = _WORD.findall(text[:MAX_CHARACTERS].lower())
    hashes = np.fromiter(map(_hash, words), dtype=np.uint32, count=len(words))
    pairs = hashes[:-1] * _MIX ^ hashes[1:]
    found: npt.NDArray[np.uint32] = np.unique(np.concatenate([hashes, pairs]) % np.uint32(N_FEATURES))
    return found


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def has_words(text: str, n: int) -> bool:
    """Whether there are at least so many words, as far as it is read."""
    return sum(1 for _ in islice(_WORD.finditer(text, 0, MAX_CHARACTERS), n)) == n
