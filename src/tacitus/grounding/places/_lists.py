"""The word lists of `data/words.toml`."""

import tomllib
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    read = tomllib.loads((DATA / "words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in read.items()}


def word_list(name: str) -> frozenset[str]:
    """The words of one list."""
    return _lists()[name]
