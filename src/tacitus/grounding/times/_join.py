"""Words that belong to an expression beside it: "late on", "the morning of", "about", and times of a day with their day."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tacitus.grounding.times._calendar import week_value
from tacitus.grounding.times._grammar import compiled
from tacitus.grounding.times._meaning import Meaning, calendar, on
from tacitus.grounding.times._scan import Hit
from tacitus.grounding.times._tokens import Tokens
from tacitus.grounding.times._words import EDGES
from tacitus.model import TimePrecision

# What may stand between a time of day and its day, in words.
_BETWEEN: Final = compiled("(of|on|the|at|in|,|about|around|approximately|{edge}|{zone}|.|-)*")
_EDGE_BEFORE: Final = compiled("(the|very)? {edge} (-|in|on|of|the|part|hours)*")
_FRAME_BEFORE: Final = compiled("the? (week|month) of")
_FRAME_BEHIND: Final = compiled("{bracket} (week|month) of {bracket}")
_AMOUNT_BEFORE: Final = {
    "about": "APPROX",
    "around": "APPROX",
    "roughly": "APPROX",
    "approximately": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "over": "MORE_THAN",
}
_AMOUNT_PAIRS: Final = {
    ("more", "than"): "MORE_THAN",
    ("less", "than"): "LESS_THAN",
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
}
_LEADS_TO_PART: Final = frozenset("at by the before after around about until since through in from that and till".split())
_LONGEST_EDGE: Final = 6


def joined(tokens: Tokens, hits: Iterable[Hit]) -> list[Hit]:
    """The expressions with what belongs to them."""
    whole: list[Hit] = []
    for hit in hits:
        left = whole[-1].end if whole else 0
        grown = _with_amount(tokens, _with_edge(tokens, _with_frame(tokens, hit, left), left), left)
        merged = _merged(tokens, whole[-1], grown) if whole else None
        if merged:
            whole[-1] = merged
        else:
            whole.append(grown)
    return [hit for hit in whole if hit.rule != "time of day" or _tells_time(tokens, hit)]


def _tells_time(tokens: Tokens, hit: Hit) -> bool:
    """A bare part of the day needs a word that makes it a time: "at dawn", "the night", not "night raids"."""
    if ":" in hit.meaning.value and hit.end - hit.start > 1 or tokens.words[hit.start].word[0].isdecimal():
        return True
    before = tokens.words[hit.start - 1].word if hit.start else ""
    return hit.meaning.mod is not None or before in _LEADS_TO_PART


def _is_day(meaning: Meaning) -> bool:
    """A day, or a part of one that a time on the clock can still narrow ("2230 tonight")."""
    if meaning.precision is not TimePrecision.DAY or meaning.value.endswith("REF"):
        return False
    return meaning.type == "DATE" or (meaning.type == "TIME" and ":" not in meaning.value)


def _is_clock(hit: Hit) -> bool:
    return hit.rule == "time of day"


def _merged(tokens: Tokens, first: Hit, second: Hit) -> Hit | None:
    """A day and its time of day as one; "Friday night", "at 0900 on 3 May", "noon today"."""
    between = tokens.code[first.end : second.start]
    if not _BETWEEN.fullmatch(between):
        return None
    if _is_clock(first) and _is_clock(second) and "T" in second.meaning.value and len(between) <= 1:
        return replace(first, end=second.end, meaning=_finer(first.meaning, second.meaning))
    if _is_clock(first) and not _is_clock(second) and _is_day(second.meaning):
        day, clock = second, first
    elif _is_day(first.meaning) and not _is_clock(first) and _is_clock(second) and _not_shared(tokens, second):
        day, clock = first, second
    else:
        return None
    if day.meaning.days is None:
        value = day.meaning.value + "T" + clock.meaning.value.rpartition("T")[2]
        meaning = replace(day.meaning, type="TIME", value=value)
    else:
        meaning = on(day.meaning.days[0], "T" + clock.meaning.value.partition("T")[2])
    return Hit(start=first.start, end=second.end, rule=day.rule, meaning=replace(meaning, mod=clock.meaning.mod))


def _finer(a: Meaning, b: Meaning) -> Meaning:
    return a if ":" in a.value else b


def _not_shared(tokens: Tokens, clock: Hit) -> bool:
    """"On Monday, at noon on Tuesday": the noon is Tuesday's."""
    return not (clock.end < len(tokens.words) and tokens.words[clock.end].word in {"on", "of"})


def _with_frame(tokens: Tokens, hit: Hit, left: int) -> Hit:
    """"The week of March 6", and ACLED's "Around 22 November 2023 (month of)": the unit that holds the day."""
    if not _is_day(hit.meaning) or hit.meaning.days is None:
        return hit
    behind = _FRAME_BEHIND.match(tokens.code, hit.end)
    before = next((start for start in (hit.start - 3, hit.start - 2) if start >= left and _FRAME_BEFORE.fullmatch(tokens.code, start, hit.start)), None)
    if behind is None and before is None:
        return hit
    start, end = (hit.start, behind.end()) if behind else (before or 0, hit.end)
    words = [token.word for token in tokens.words[start:end]]
    day = hit.meaning.days[0]
    return replace(hit, start=start, end=end, meaning=calendar(week_value(day) if "week" in words else day.isoformat()[:7]))


def _with_edge(tokens: Tokens, hit: Hit, left: int) -> Hit:
    """The expression with "early", "late on", "the end of" before it."""
    meaning = hit.meaning
    if meaning.type not in {"DATE", "TIME"} or meaning.value.endswith("REF"):
        return hit
    for start in range(max(left, hit.start - _LONGEST_EDGE), hit.start):
        if _EDGE_BEFORE.fullmatch(tokens.code, start, hit.start):
            words = [token.word for token in tokens.words[start : hit.start]]
            edge = next(word for word in words if word in EDGES)
            return replace(hit, start=start, meaning=meaning.with_mod(EDGES[edge]), edge=edge)
    return hit


def _with_amount(tokens: Tokens, hit: Hit, left: int) -> Hit:
    """The expression with "about", "more than" before it."""
    if hit.meaning.type == "SET" or hit.meaning.value.endswith("REF"):
        return hit
    words = [token.word for token in tokens.words[max(left, hit.start - 2) : hit.start]]
    pair = _AMOUNT_PAIRS.get((words[0], words[1])) if len(words) == 2 else None
    single = _AMOUNT_BEFORE.get(words[-1]) if words else None
    if pair:
        return replace(hit, start=hit.start - 2, meaning=replace(hit.meaning, mod=pair))
    if single and (hit.meaning.type == "DURATION" or single == "APPROX"):
        return replace(hit, start=hit.start - 1, meaning=replace(hit.meaning, mod=single))
    return hit
