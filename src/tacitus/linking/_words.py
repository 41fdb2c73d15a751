"""The words around a trigger, reduced so that two tellings of one happening can be compared."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from snowballstemmer import stemmer

from tacitus.model import Event, Span

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")
_SENTENCE_END = re.compile(r"[.!?][\"'’”)]*\s+|\n+")


def words_around(text: str, event: Event) -> frozenset[str]:
    """The stems of all sentences that tell the event, without the words that any report may hold."""
    return frozenset().union(*(_stems(sentence_of(text, span)) for span in (event.trigger, *event.mentions)))


def trigger_stems(event: Event) -> frozenset[str]:
    """The stems of the event's triggers."""
    return frozenset().union(*(stems(span.text) for span in (event.trigger, *event.mentions)))


def sentence_of(text: str, span: Span) -> str:
    """The sentence that holds the span."""
    start = max((match.end() for match in _SENTENCE_END.finditer(text, 0, span.start)), default=0)
    end = _SENTENCE_END.search(text, span.end)
    return text[start : end.start() if end else len(text)]


@lru_cache(maxsize=4096)
def _stems(sentence: str) -> frozenset[str]:
    return stems(sentence)


def stems(text: str) -> frozenset[str]:
    """The stems of the words that say something."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in empty_words())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """`bombing`, `bombed` → `bomb` (Porter 2)."""
    found: str = _english().stemWord(word)
    return found


@cache
def empty_words() -> frozenset[str]:
    """Words that any report may hold: function words, and those of telling and dating."""
    return frozenset(files("tacitus.linking").joinpath("empty_words.txt").read_text(encoding="utf-8").split())


@cache
def _english() -> Any:
    return stemmer("english")
