"""A text as words of time: one character for each word, so that rules are patterns over words.

Every word that a rule knows has a character of its own, numbers have one for what they can be, all else is one and
the same. A text of 600 words becomes a string of some 700 characters, over which all rules run in little time.
"""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

from tacitus.grounding.times._classes import CODES, KINDS, OTHER
from tacitus.grounding.times._holidays import NAMES
from tacitus.grounding.times._words import TENS, in_order

# Plain words come first and numbers stand behind one look ahead: most of a text is neither date nor clock.
_TOKEN: Final = re.compile(
    r"""\s*(?:
      (?P<word>[^\W\d_]+)
    | (?=[0-9])(?:
        (?P<isodate>\d{4}-\d\d-\d\d(?!\d)(?:t\d\d:\d\d(?::\d\d)?z?)?)
      | (?P<slashdate>\d{1,2}\s?/\s?\d{1,2}\s?/\s?(?:\d{4}|\d\d)(?!\d)|\d{4}\s?/\s?\d\d\s?/\s?\d\d(?!\d))
      | (?P<dotdate>\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d))
      | (?P<fraction>(?:\d+\s)?1/2(?![0-9/]))
      | (?P<nineeleven>9/11(?![0-9/]))
      | (?P<daymonth>(?<![0-9/])\d{1,2}/\d{1,2}(?![0-9/]))
      | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d)|\d{1,2}:\s\d\d(?=\s?[ap]\.?\s?m\b))
      | (?P<decade>(?:\d{3}0|\d0)\s?['’]?s(?!\w))
      | (?P<percent>\d[0-9,.]*\s?%)
      | (?P<nth>\d{1,2}(?:st|nd|rd|th)(?!\w))
      | (?P<number>\d+(?:,\d{3})*(?:\.\d+)?(?!\d))
      )
    | (?P<shortdecade>(?<!\w)['’]\d0\s?['’]?s(?!\w))
    | (?P<shortyear>(?<!\w)['’]\d\d(?!\w))
    | (?P<genitive>['’]s?(?!\w))
    | (?P<dash>--?|[–—])
    | (?P<mark>[,.()\[\]])
    | (?P<money>[$£€¥]\s?\d[0-9,.]*)
    | (?P<rest>\w+|[^\w\s])
    )""".replace(r"\d", "[0-9]").replace(r"[^\W[0-9]_]", r"[^\W\d_]"),
    re.VERBOSE,
)

_ABBREVIATIONS: Final = in_order(
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed thurs thur thu fri sat sun"
)
_HOLIDAYS: Final = "|".join(
    re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]?") for name in sorted(NAMES, key=len, reverse=True)
)
# Names and numbers of several words, tried only behind a word that opens one.
_LONGER: Final = re.compile(
    rf"""
      (?P<ampm>[ap]\.\s?m\.?(?!\w)|o['’]clock)
    | (?P<abbreviation>(?:{"|".join(_ABBREVIATIONS)})\.(?=\s*(?:[0-9]|,|the\b|$|[a-z])))
    | (?P<compound>(?:{"|".join(TENS)})[-\s](?:one|two|three|four|five|six|seven|eight|nine)(?!\w))
    | (?P<holiday>(?:{_HOLIDAYS})(?!\w))
    """,
    re.VERBOSE,
)
_FIRST_WORDS: Final = tuple(re.split(r"[^a-z']", name)[0] for name in NAMES)
_OPENERS: Final = frozenset(
    (
        *("a", "p", "o"),
        *_ABBREVIATIONS,
        *TENS,
        *(name.partition("'")[0] for name in _FIRST_WORDS),
        *(name.replace("'", "") for name in _FIRST_WORDS),
    )
)


class Token(NamedTuple):
    """One word of the text: its place, its lower-case form, its kind (a group of the patterns above).

    A tuple and no dataclass: some seven hundred are made for each report.
    """

    start: int
    end: int
    word: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words of a text and the string of their characters, equally long."""

    text: str
    words: tuple[Token, ...]
    code: str


def _number(word: str) -> str:
    """What a number can be: a day of the month, a year, a time like 0730, two digits, or only a number."""
    if not word.isdecimal():
        return "#number"
    if len(word) == 4:
        if 1000 <= int(word) <= 2999:
            return "#year"
        return "#hhmm" if int(word[:2]) < 25 and int(word[2:]) < 60 else "#number"
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "#day"
    return "#two" if len(word) == 2 else "#number"


def _lowered(text: str) -> str:
    """The text in lower case with every character in its place (the Turkish dotted capital I would grow)."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _code(token: Token, text: str) -> str:
    if token.kind == "number":
        return CODES[_number(token.word)]
    if token.kind in KINDS:
        return CODES[f"#{token.kind}"]
    # "may" in small letters is the verb; "March" and "Sun" written small are no names either.
    if token.word in {"may", "march", "sun", "sat", "mar"} and text[token.start].islower():
        return OTHER
    return CODES.get(token.word, OTHER)


def _longer(lower: str, word: Token) -> Token:
    match = _LONGER.match(lower, word.start)
    if match is None:
        return word
    kind = match.lastgroup or "word"
    shown = re.sub(r"\s+", "" if kind == "ampm" else " ", match.group()).replace("’", "'")
    return Token(word.start, match.end(), shown, kind)


def tokenise(text: str) -> Tokens:
    """The words of the text, with the character of each."""
    words: list[Token] = []
    lower = _lowered(text)
    free_from = 0
    for match in _TOKEN.finditer(lower):
        kind = match.lastgroup or "rest"
        start, end = match.span(kind)
        if start < free_from:
            continue
        token = Token(start, end, match[kind], "decade" if kind == "shortdecade" else kind)
        if token.word in _OPENERS:
            token = _longer(lower, token)
            free_from = token.end
        words.append(token)
    return Tokens(text=text, words=tuple(words), code="".join([_code(token, text) for token in words]))
