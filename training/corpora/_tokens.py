"""Turns tokens into one text with character offsets, and finds tokens in a text."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from training.corpora._records import Labelled

Bounds = tuple[int, int]


def joined(tokens: Sequence[str]) -> tuple[str, tuple[Bounds, ...]]:
    """The tokens with a blank between them, and the bounds of each."""
    starts = accumulate((len(token) + 1 for token in tokens[:-1]), initial=0)
    return " ".join(tokens), tuple((start, start + len(token)) for start, token in zip(starts, tokens, strict=False))


def found(text: str, tokens: Iterable[str]) -> tuple[Bounds, ...]:
    """The bounds of tokens that stand in the text in this order."""
    bounds, at = [], 0
    for token in tokens:
        start = text.index(token, at)
        at = start + len(token)
        bounds.append((start, at))
    return tuple(bounds)


def spans(entities: Iterable[Mapping[str, Any]], tokens: Sequence[Bounds]) -> tuple[Labelled, ...]:
    """Entities given by token numbers and `type`, as spans of characters in order of the text."""
    return tuple(
        Labelled(label=entity["type"], start=tokens[entity["start"]][0], end=tokens[entity["end"] - 1][1])
        for entity in sorted(entities, key=lambda entity: (entity["start"], entity["end"]))
    )
