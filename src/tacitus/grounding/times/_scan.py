"""All rules over one text: at each place the longest match that means something, from left to right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from tacitus.grounding.times import (
    _amounts,
    _business,
    _clocks,
    _days,
    _feasts,
    _now,
    _parts,
    _periods,
    _said,
    _stretches,
)
from tacitus.grounding.times._cues import direction
from tacitus.grounding.times._grammar import Found, Rule
from tacitus.grounding.times._meaning import Meaning, Moment
from tacitus.grounding.times._tokens import Tokens

# Of two rules that fit the same words, the first that gives a meaning holds.
_RULES: Final[tuple[Rule, ...]] = (
    *_days.RULES,
    *_periods.RULES,
    *_feasts.RULES,
    *_parts.RULES,
    *_said.RULES,
    *_business.RULES,
    *_stretches.RULES,
    *_now.RULES,
    *_amounts.RULES,
    *_clocks.RULES,
)
_MEMORY: Final = 12  # expressions back to which "the same day" may refer


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An expression in the words `start` to `end` of a text; `edge` is its "early", "later" … where it has one."""

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
    )


def scan(tokens: Tokens, published: date | None) -> Iterator[Hit]:
    """The expressions of a text in order, none overlapping another."""
    said: list[Meaning] = []
    free_from = 0
    for start, negative_end, order, match in _candidates(tokens):
        if start < free_from:
            continue
        rule, end = _RULES[order], -negative_end
        moment = Moment(
            published=published,
            said=tuple(said[-_MEMORY:]),
            look=partial(direction, tokens, start, end),
        )
        meaning = rule.meaning(Found(tokens=tokens, match=match), moment)
        if meaning is not None:
            free_from = end
            said.append(meaning)
            yield Hit(start=start, end=end, rule=rule.name, meaning=meaning)
