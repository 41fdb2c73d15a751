"""Numbers in words and figures: the small grammar under every quantity.

Libraries that read English number words keep neither offsets nor vague words ("dozens", "several hundred"), and read
figures and words by separate rules; reports mix them ("2.5 million", "two dozen", "3, 500").
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tacitus.grounding.quantities._tokens import SCALES, SMALL, TENS, Token
from tacitus.grounding.quantities._words import TABLES, Phrases, plural

_VAGUE: Final = Phrases[list[int]](TABLES["vague"])
_SEVERAL: Final = Phrases[int]({"several": 3, "a few": 3, "few": 3, "many": 3, "a couple": 2, "a couple of": 2})
_PLURAL_SCALES: Final = {plural(scale): 2 * value for scale, value in SCALES.items()} | {"tens": 20}
_ARTICLES: Final = ("a", "an", "one")
# The words with which a number may begin: most words of a text are none of them.
_FIRST: Final = frozenset(
    {"half", *_ARTICLES, *_PLURAL_SCALES, *SMALL, *TENS, *SCALES, *_VAGUE.first_words, *_SEVERAL.first_words}
)
_GROUPED: Final = re.compile(r"[0-9]+(?:[,.\s]+[0-9]{3})+")
_PLAIN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# The largest number of the grammar: more is a misreading, not a count of people.
LARGEST: Final = 10_000_000_000


class Numeral(NamedTuple):
    """Bounds of a number, None for an open one, and the index of the token behind it."""

    low: int | None
    high: int | None
    end: int


def may_begin(word: str) -> bool:
    """Whether a number may begin with this word, in lower case."""
    return word in _FIRST or word[:1].isdecimal()


def numeral_at(tokens: Sequence[Token], i: int) -> Numeral | None:
    """The number, exact or vague, that begins at token `i`, without its qualifier."""
    if not may_begin(_lower(tokens, i)):
        return None
    return _plural_scale(tokens, i) or _several_scale(tokens, i) or _cardinal(tokens, i) or _vague(tokens, i)


def _lower(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _vague(tokens: Sequence[Token], i: int) -> Numeral | None:
    found = _VAGUE.at(tokens, i)
    return Numeral(found[0][0], found[0][1] if len(found[0]) > 1 else None, found[1]) if found else None


def _plural_scale(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "dozens", "tens of thousands": twice the word, and open."""
    low, end = _PLURAL_SCALES.get(_lower(tokens, i)), i + 1
    if low is None:
        return None
    while _lower(tokens, end) == "of" and _lower(tokens, end + 1) in _PLURAL_SCALES and low < LARGEST:
        low, end = low * _PLURAL_SCALES[_lower(tokens, end + 1)] // 2, end + 2
    return Numeral(low, None, end)


def _several_scale(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "several hundred", "a few dozen", "a couple of hundred"."""
    found = _SEVERAL.at(tokens, i)
    if not found or _lower(tokens, found[1]) not in SCALES:
        return None
    factor, end = found
    value = factor * SCALES[_lower(tokens, end)]
    if _lower(tokens, end + 1) in SCALES:
        value, end = value * SCALES[_lower(tokens, end + 1)], end + 1
    return Numeral(value, value if factor == 2 else None, end + 1)


def _cardinal(tokens: Sequence[Token], i: int) -> Numeral | None:
    """An exact number: figures, words, or figures with a scale word."""
    half = _half(tokens, i)
    if half:
        return half
    if _lower(tokens, i)[:1].isdecimal():
        return _figure(tokens, i)
    if _lower(tokens, i) in ("a", "an") and _lower(tokens, i + 1) in SCALES:
        i += 1
    return _written(tokens, i)


def _half(tokens: Sequence[Token], i: int) -> Numeral | None:
    """As in "half a million", "half a dozen"."""
    if _lower(tokens, i) != "half":
        return None
    end = i + 2 if _lower(tokens, i + 1) in ("a", "an") else i + 1
    scale = SCALES.get(_lower(tokens, end))
    return Numeral(scale // 2, scale // 2, end + 1) if scale else None


def _figure(tokens: Sequence[Token], i: int) -> Numeral | None:
    text = tokens[i].lower
    grouped = _GROUPED.fullmatch(text)
    if not grouped and not _PLAIN.fullmatch(text):
        return None
    scale, end = SCALES.get(_lower(tokens, i + 1), 1), i + 1
    if scale > 1:
        end += 1
    elif not grouped and "." in text:
        return None
    if grouped and not (scale > 1 and _PLAIN.fullmatch(text)):
        text = re.sub(r"\D", "", text)
    if len(text) > len(str(LARGEST)):
        return None
    whole, _, fraction = text.partition(".")
    value = int(whole) * scale + (int(fraction) * scale // 10 ** len(fraction) if fraction else 0)
    return Numeral(value, value, end) if value <= LARGEST else None


def _written(tokens: Sequence[Token], i: int) -> Numeral | None:
    """Cardinal grammar: groups below a thousand, each with a falling scale ("two million three hundred and four")."""
    total, bound, end = 0, LARGEST, i
    while True:
        group = _below_thousand(tokens, end)
        value, after = group or (1, end)
        half = _and_a_half(tokens, after)
        scale = SCALES.get(_lower(tokens, after + half), 1)
        if scale >= bound or (scale < 1000 and half) or (group is None and (scale < 1000 or end > i)):
            break
        if scale >= 1000:
            total, bound, end = total + value * scale + (scale // 2 if half else 0), scale, after + half + 1
            end += _lower(tokens, end) == "and" and _continues(tokens, end + 1)
        else:
            total, end = total + value, after
            break
    end -= end > i and _lower(tokens, end - 1) == "and"
    return Numeral(total, total, end) if end > i and total <= LARGEST else None


def _and_a_half(tokens: Sequence[Token], i: int) -> int:
    return 3 * (tuple(_lower(tokens, i + k) for k in range(3)) == ("and", "a", "half"))


def _continues(tokens: Sequence[Token], i: int) -> bool:
    """Whether "and" leads on within one number: "two hundred and four", not "two hundred and four women and"."""
    return _lower(tokens, i) in SMALL or _lower(tokens, i) in TENS


def _below_thousand(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """The value of "three hundred and forty-two", "fifteen hundred", "two dozen", and the index behind it."""
    head = _below_hundred(tokens, i)
    value, end = head or (1, i)
    scale = SCALES.get(_lower(tokens, end), 0)
    if scale in (12, 20):
        return value * scale, end + 1
    if scale != 100:
        return head
    value, end = value * 100, end + 1
    joint = _lower(tokens, end) == "and"
    tail = _below_hundred(tokens, end + joint)
    return (value + tail[0], tail[1]) if tail and tail[0] else (value, end)


def _below_hundred(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    word = _lower(tokens, i)
    if word in SMALL:
        return SMALL[word], i + 1
    if word not in TENS:
        return None
    joint = _lower(tokens, i + 1) == "-"
    unit = SMALL.get(_lower(tokens, i + 1 + joint), 0)
    return (TENS[word] + unit, i + 2 + joint) if 0 < unit < 10 else (TENS[word], i + 1)
