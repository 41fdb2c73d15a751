"""All rules over one text: the longest match at each place, resolved from left to right, then joined."""

import re
from dataclasses import dataclass
from functools import partial
from collections.abc import Iterator
from datetime import date
from typing import Final

from tacitus.grounding.times import _amounts, _dates, _now, _parts, _said
from tacitus.grounding.times._cues import direction
from tacitus.grounding.times._grammar import Found, Rule
from tacitus.grounding.times._meaning import Meaning, Moment
from tacitus.grounding.times._tokens import Tokens

_RULES: Final[tuple[Rule, ...]] = (*_dates.RULES, *_parts.RULES, *_said.RULES, *_now.RULES, *_amounts.RULES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An expression in the words `start` to `end` of a text."""

    start: int
    end: int
    rule: str
    meaning: Meaning
    edge: str = ""


def _candidates(tokens: Tokens) -> list[tuple[int, int, int, re.Match[str]]]:
    """Every match of every rule, first the leftmost, then the longest, then in the order of the rules."""
    return sorted(
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(_RULES)
        for match in rule.pattern.finditer(tokens.code)
        if match.end() > match.start()
    )


def scan(tokens: Tokens, published: date | None) -> Iterator[Hit]:
    """The expressions of a text in order, none overlapping another."""
    said: list[Meaning] = []
    free_from = 0
    for start, negative_end, order, match in _candidates(tokens):
        if start < free_from:
            continue
        rule = _RULES[order]
        look = partial(direction, tokens, start, -negative_end)
        moment = Moment(published=published, said=tuple(said[-12:]), look=look)
        meaning = rule.meaning(Found(tokens=tokens, match=match), moment)
        if meaning is None:
            continue
        free_from = -negative_end
        said.append(meaning)
        yield Hit(start=start, end=free_from, rule=rule.name, meaning=meaning)
