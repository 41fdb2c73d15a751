"""The closed lists of words that the rules use, from `data/words.toml`."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads(Path(__file__).with_name("data").joinpath("words.toml").read_text(encoding="utf-8"))


def listed(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_table()[name])
