"""The number of people that a phrase names: one number, or several people joined by "and"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tacitus.grounding.quantities._bounds import Bounds, Qualified, qualified_at
from tacitus.grounding.quantities._nouns import is_plural
from tacitus.grounding.quantities._tokens import Token, tokens_of
from tacitus.grounding.quantities._words import TABLES

_ORDINALS: Final = {word: value for value, word in enumerate(TABLES["stops"]["ordinals"], start=1)}
_ORDINAL_FIGURE: Final = re.compile(r"(\d{1,4})(?:st|nd|rd|th|d)")
_NEGATIONS: Final = frozenset(TABLES["stops"]["negations"])
_ASIDE: Final = re.compile(r",\s*(?:including|identified as|among them)\b[^,]*(,|$)|\([^)]*\)")
_JOINTS: Final = ("and", "&", "along")
_DETERMINERS: Final = frozenset(TABLES["stops"]["determiners"])
_MANY: Final = Bounds(2, None)
_ONE: Final = Bounds(1, 1)


class Sum(NamedTuple):
    """What a phrase means and by which rule."""

    bounds: Bounds
    rule: str


def sum_of(phrase: str) -> Sum | None:
    """The bounds a phrase means; None where it has neither word nor figure."""
    tokens = tokens_of(_ASIDE.sub(lambda aside: aside[1] or " ", phrase))
    if not any(token.is_word or token.text[0].isdigit() for token in tokens):
        return None
    first = _number_in(tokens)
    if (first and first.bounds == (0, 0)) or (not first and any(token.lower in _NEGATIONS for token in tokens)):
        return Sum(Bounds(0, 0), "number: none")
    members = [bounds for part in _parts(tokens) if (bounds := _member(part, counted=first is not None))]
    if len(members) > 1:
        return Sum(_added(members), "number: summed")
    if first:
        return Sum(first.bounds, "number: stated")
    return _ordinal(tokens) or Sum(_MANY if _is_many(tokens) else _ONE, "number: described")


def _added(members: Sequence[Bounds]) -> Bounds:
    lows, highs = [low for low, _ in members], [high for _, high in members]
    low = None if None in lows else sum(bound or 0 for bound in lows)
    high = None if None in highs else sum(bound or 0 for bound in highs)
    return Bounds(low, high)


def _number_in(tokens: Sequence[Token]) -> Qualified | None:
    """The first number of the tokens that is no age."""
    for i in range(len(tokens)):
        number = qualified_at(tokens, i)
        if number and [token.lower for token in tokens[number.end : number.end + 2]] not in (
            ["year", "old"],
            ["years", "old"],
        ):
            return number
    return None


def _parts(tokens: Sequence[Token]) -> list[Sequence[Token]]:
    """The phrases that "and" joins. Commas part them too if there is an "and"; by themselves they set off a name."""
    inside = {
        k for i in range(len(tokens)) if (number := qualified_at(tokens, i)) for k in range(number.first, number.end)
    }
    joints = [k for k, token in enumerate(tokens) if k not in inside and token.lower in _JOINTS]
    if not joints:
        return [tokens]
    joints += [k for k, token in enumerate(tokens) if k not in inside and token.text == ","]
    edges = [-1, *sorted(joints), len(tokens)]
    return [part for first, last in pairwise(edges) if (part := tokens[first + 1 : last])]


def _member(part: Sequence[Token], *, counted: bool) -> Bounds | None:
    """The people in one phrase of a sum. Beside a number, a bare plural is no further member: "12 men and women"."""
    number = _number_in(part)
    if number:
        return number.bounds
    if part[0].lower in _DETERMINERS and not _is_many(part):
        return _ONE
    named = part[0].text[0].isupper() or not counted
    return (
        (_MANY if _is_many(part) else _ONE) if named and part[0].is_word and not (counted and _is_many(part)) else None
    )


def _is_many(tokens: Sequence[Token]) -> bool:
    """Whether the last word before a preposition or comma is a plural: "all the passengers"."""
    end = next(
        (k for k, token in enumerate(tokens) if k and token.lower in ("of", "in", "from", "at", "with", ",")),
        len(tokens),
    )
    return is_plural(tokens[end - 1])


def _ordinal(tokens: Sequence[Token]) -> Sum | None:
    """As in "the fourth (attack)": that many so far."""
    for token in tokens:
        figure = _ORDINAL_FIGURE.fullmatch(token.lower)
        value = int(figure[1]) if figure and figure[1].isascii() else _ORDINALS.get(token.lower, 0)
        if value:
            return Sum(Bounds(value, value), "number: ordinal")
    return None
