"""A number with the words that widen or narrow it: "at least 43", "between 10 and 15", "50 or more"."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from tacitus.grounding.quantities._numerals import Numeral, may_begin, numeral_at
from tacitus.grounding.quantities._tokens import Token, tokens_of
from tacitus.grounding.quantities._words import TABLES, Phrases

_BEFORE: Final = Phrases[str](
    {words: effect for effect, entries in TABLES["qualifiers"].items() if effect != "passing" for words in entries}
)
_AFTER: Final = Phrases[str]({words: effect for effect, entries in TABLES["trailing"].items() for words in entries})
_PASSING: Final = frozenset(TABLES["qualifiers"]["passing"])
_TAKING: Final = ("take", "takes", "taken", "took", "taking")
_JOINTS: Final = ("to", "or", "-", "–", "—")
# Longest chain of words that qualifies a number: "by some estimates as many as".
_MOST_QUALIFIERS: Final = 3


class Bounds(NamedTuple):
    """Lower and upper bound, both inside; None is open."""

    low: int | None
    high: int | None


class Qualified(NamedTuple):
    """A number at tokens `first` to `end` (outside), its bounds, and where its core begins."""

    first: int
    core: int
    end: int
    bounds: Bounds


def number_value(words: str) -> Bounds | None:
    """The bounds that a phrase means which holds a number and its qualifier and nothing else, or None.

    >>> number_value("at least nineteen")
    Bounds(low=19, high=None)
    >>> number_value("between 10 and 15")
    Bounds(low=10, high=15)
    """
    tokens = tokens_of(words)
    found = qualified_at(tokens, 0)
    return found.bounds if found and found.end == len(tokens) else None


def may_be_qualified(word: str) -> bool:
    """Whether a number with its qualifiers may begin with this word, in lower case: with most it cannot."""
    return word in _BEFORE.first_words or word == "between" or may_begin(word)


def qualified_at(tokens: Sequence[Token], i: int) -> Qualified | None:
    """The number with its qualifiers that begins at token `i`. "Take over three posts" has no qualifier."""
    if i >= len(tokens):
        return None
    if tokens[i].lower == "over" and i > 0 and tokens[i - 1].lower in _TAKING:
        return None
    effects, core = _qualifiers(tokens, i)
    first = numeral_at(tokens, core)
    number = _between(tokens, core) or (_range(tokens, core, first) if first else None) or first
    if not number and core > i and tokens[core - 1].lower == "another":
        number = Numeral(1, 1, core)
    if not number:
        return None
    trailing = _AFTER.at(tokens, number.end)
    if trailing:
        effects.append(trailing[0])
    if i > 0 and tokens[i - 1].lower in _PASSING:
        effects.append("floor")
    end = trailing[1] if trailing else number.end
    return Qualified(i, core, end, _apply(effects, number))


def _qualifiers(tokens: Sequence[Token], i: int) -> tuple[list[str], int]:
    effects: list[str] = []
    while len(effects) < _MOST_QUALIFIERS and (found := _BEFORE.at(tokens, i)):
        effects.append(found[0])
        i = found[1]
    return effects, i


def _apply(effects: Sequence[str], number: Numeral) -> Bounds:
    """A floor opens the upper bound, a ceiling the lower; a ceiling over a vague word leaves that word's meaning."""
    if "floor" in effects:
        return Bounds(number.low, None)
    if "ceiling" in effects and number.high is not None:
        return Bounds(None, number.high)
    return Bounds(number.low, number.high)


def _between(tokens: Sequence[Token], i: int) -> Numeral | None:
    if i >= len(tokens) or tokens[i].lower != "between":
        return None
    first = numeral_at(tokens, i + 1)
    if not first or first.end >= len(tokens) or tokens[first.end].lower not in ("and", "to"):
        return None
    return _joined(first, numeral_at(tokens, first.end + 1))


def _range(tokens: Sequence[Token], i: int, first: Numeral) -> Numeral | None:
    """As in "two or three", "15-20", "60 to 70"; "from 24 to 19" is a figure that changed, not a range."""
    if first.end >= len(tokens) or tokens[first.end].lower not in _JOINTS:
        return None
    if tokens[first.end].lower == "to" and i > 0 and tokens[i - 1].lower == "from":
        return None
    return _joined(first, numeral_at(tokens, first.end + 1))


def _joined(first: Numeral, second: Numeral | None) -> Numeral | None:
    if not second or first.low is None or second.high is None or first.low >= second.high:
        return None
    return Numeral(first.low, second.high, second.end)
