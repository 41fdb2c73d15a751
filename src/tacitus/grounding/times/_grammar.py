r"""How a rule is written: a pattern of words, and what the words mean.

A pattern names classes in braces and writes other words out; `( ) | ? * +` are those of regular expressions and count
words, not letters; `'` is a genitive, `-` any dash. `{month} {day} ,? {year}` fits "March 3, 1998". A class may be
given a name, `{day:first} - {day:last}`; of alternatives with one name, the one that matched is read.
"""

import re
from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Final

from tacitus.grounding.times._classes import CLASSES, CODES, UNIONS, characters
from tacitus.grounding.times._meaning import Meaning, Moment
from tacitus.grounding.times._tokens import Token, Tokens

_SYNTAX: Final = re.compile(
    r"\{(?P<cls>\w+)(?::(?P<name>\w+))?\}|(?P<word>[a-z][\w-]*)|(?P<mark>[,'.-])|(?P<op>[()|?*+])|\s+"
)
_MARKS: Final = {"'": "#genitive", "-": "#dash"}


def _translate(part: re.Match[str]) -> str:
    if part["cls"]:
        # Group names are unique in a regular expression: the place in the pattern is part of the name.
        return f"(?P<{part['name'] or part['cls']}_{part.start()}>[{characters(part['cls'])}])"
    if part["op"]:
        return "(?:" if part["op"] == "(" else part["op"]
    if part["word"]:
        return re.escape(CODES[part["word"]])
    return re.escape(CODES[_MARKS.get(part["mark"], part["mark"])]) if part["mark"] else ""


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression over the characters of words."""
    return re.compile(_SYNTAX.sub(_translate, pattern))


def _value(token: Token, classes: tuple[str, ...]) -> int:
    digits = re.match(r"[0-9,]+", token.word.lstrip("'’"))
    if digits:
        return int(digits[0].replace(",", "")[:9] or 0)
    for name in classes:
        value = CLASSES[name].get(token.word)
        if isinstance(value, int):
            return value
    raise KeyError(token.word)


_NUMBERED: Final = tuple(name for name, words in CLASSES.items() if isinstance(next(iter(words.values())), int))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A pattern's match in a text."""

    tokens: Tokens
    match: re.Match[str]

    def token(self, name: str) -> Token | None:
        """The word of a class, None where that part of the pattern is absent."""
        for group, index in self.match.re.groupindex.items():
            if group.rpartition("_")[0] == name and self.match[index] is not None:
                return self.tokens.words[self.match.start(index)]
        return None

    def word(self, name: str) -> str:
        """The word of a class in lower case, or the empty string."""
        token = self.token(name)
        return token.word if token else ""

    def number(self, name: str, default: int = 0) -> int:
        """The value of a number, month, weekday, ordinal or turn."""
        token = self.token(name)
        if token is None:
            return default
        return _value(token, ((name,) if name in CLASSES else ()) + _NUMBERED)

    def letters(self, name: str) -> str:
        """The value of a unit, season or part of the day, or the empty string."""
        word = self.word(name)
        for table in UNIONS.get(name, (name,)):
            value = CLASSES[table].get(word)
            if isinstance(value, str):
                return value
        return ""

    def shown(self) -> str:
        """The matched words as the text has them."""
        first, last = self.tokens.words[self.match.start()], self.tokens.words[self.match.end() - 1]
        return self.tokens.text[first.start : last.end]

    def around(self, offset: int) -> Token | None:
        """The word `offset` words before (negative) or behind (positive) the match, None beyond the text."""
        index = self.match.start() + offset if offset < 0 else self.match.end() - 1 + offset
        return self.tokens.words[index] if 0 <= index < len(self.tokens.words) else None

    def led_by(self, leads: Container[str]) -> bool:
        """Whether the first word of the match, or the one before it, is one of these."""
        before = self.around(-1)
        first = self.tokens.words[self.match.start()].word
        return first in leads or (before is not None and before.word in leads)

    def names_something(self) -> bool:
        """Whether the last word and the one behind it are capitalised as in a name: "the Daily Star"."""
        after, last = self.around(1), self.tokens.words[self.match.end() - 1]
        text = self.tokens.text
        return after is not None and text[last.start : last.end].istitle() and text[after.start : after.end].istitle()

    def then(self, pattern: re.Pattern[str]) -> "Found | None":
        """Another pattern's match right behind this one."""
        match = pattern.match(self.tokens.code, self.match.end())
        return Found(tokens=self.tokens, match=match) if match else None


Resolve = Callable[[Found, Moment], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, what it means, and the name under which results cite it."""

    name: str
    pattern: re.Pattern[str]
    meaning: Resolve


def rule(name: str, pattern: str, meaning: Resolve) -> Rule:
    """A rule from its written pattern."""
    return Rule(name, compiled(pattern), meaning)
