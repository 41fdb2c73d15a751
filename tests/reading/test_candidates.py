"""Spans from tag scores: whole words, begun by "begin" or by "inside" after "outside"."""

import numpy as np
import pytest

from tacitus.model import Kind
from tacitus.reading import Tokens, spans_of, with_known

OUTSIDE, BEGIN, INSIDE = np.eye(3, dtype=np.float32) * 6


def tokens(starts_word: str) -> Tokens:
    """Pieces of one character each; a `+` continues the word before it."""
    n = len(starts_word)
    offsets = np.stack([np.arange(n), np.arange(n) + 1], axis=1)
    zeros = np.zeros(n, dtype=np.int64)
    starts = np.array([mark != "+" for mark in starts_word])
    return Tokens(ids=zeros, offsets=offsets, cases=zeros, starts_word=starts, sentences=zeros)


@pytest.mark.parametrize(
    ("tags", "words", "expected"),
    [
        ([OUTSIDE, BEGIN, INSIDE, OUTSIDE], "....", [(1, 3)]),
        ([BEGIN, BEGIN, OUTSIDE, BEGIN], "....", [(0, 1), (1, 2), (3, 4)]),
        ([OUTSIDE, INSIDE, INSIDE, OUTSIDE], "....", [(1, 3)]),
        ([BEGIN, OUTSIDE, OUTSIDE, OUTSIDE], ".+..", [(0, 2)]),
        ([OUTSIDE, BEGIN, OUTSIDE, OUTSIDE], ".+..", []),
    ],
    ids=[
        "begin and inside",
        "begin ends the span before",
        "inside alone",
        "a word is not cut",
        "its first piece decides",
    ],
)
def test_spans(tags: list[np.ndarray], words: str, expected: list[tuple[int, int]]) -> None:
    assert [piece for piece, _ in spans_of(np.array(tags), tokens(words))] == expected


def test_lenience_lets_doubtful_spans_through() -> None:
    doubtful = np.array([[1.0, 0.5, 0.0]], dtype=np.float32)
    assert not spans_of(doubtful, tokens("."))
    assert [piece for piece, _ in spans_of(doubtful, tokens("."), lenience=1.0)] == [(0, 1)]


def test_a_rules_time_takes_the_place_of_the_taggers_but_its_place_does_not() -> None:
    own, known = (((0, 2), 0.6), ((5, 6), 0.7)), ((1, 4),)
    assert with_known(own, known, Kind.TIME) == (((1, 4), 1.0), ((5, 6), 0.7))
    assert with_known(own, known, Kind.PLACE) == own


def test_what_only_a_rule_found_is_a_candidate_too() -> None:
    assert with_known((), ((1, 4),), Kind.PLACE) == (((1, 4), 1.0),)
