"""Words that belong to an expression beside it: "late on", "about", "the week of", and a time of day with its day."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tacitus.grounding.times._clocks import CLOCK
from tacitus.grounding.times._grammar import compiled
from tacitus.grounding.times._meaning import Meaning, on
from tacitus.grounding.times._now import unit_of
from tacitus.grounding.times._scan import Hit
from tacitus.grounding.times._tokens import Tokens
from tacitus.grounding.times._words import APPROXIMATE, APPROXIMATE_PAIRS, EDGES, words
from tacitus.model import TimePrecision

# What may stand between a time of day and its day, before an expression, and around it.
_BETWEEN: Final = compiled("(of|on|the|at|in|,|about|around|approximately|{edge}|{zone}|-)*")
_EDGE_BEFORE: Final = compiled("(the|very)? {edge} (-|in|on|of|the|part)*")
_FRAME_BEFORE: Final = compiled("the? (week|month) of")
_FRAME_BEHIND: Final = compiled("{bracket} (week|month) of {bracket}")
_LONGEST_EDGE: Final = 6
_LEADS_TO_PART: Final = words("at by the before after around about until since through in from that till")


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
    return [hit for hit in whole if hit.rule != CLOCK or _tells_time(tokens, hit)]


def _tells_time(tokens: Tokens, hit: Hit) -> bool:
    """A bare part of the day needs a word that makes it a time: "at dawn", "the night", not "and night raids"."""
    if tokens.words[hit.start].word[0].isdecimal() or (":" in hit.meaning.value and hit.end - hit.start > 1):
        return True
    before = tokens.words[hit.start - 1].word if hit.start else ""
    ends = hit.end == len(tokens.words) or tokens.words[hit.end].kind != "word"
    return hit.meaning.mod is not None or before in _LEADS_TO_PART or (before == "and" and ends)


def _is_day(hit: Hit) -> bool:
    """A day, or a part of one that a time on the clock can still narrow ("2230 tonight")."""
    meaning = hit.meaning
    if hit.rule == CLOCK or meaning.precision is not TimePrecision.DAY or meaning.value.endswith("REF"):
        return False
    return meaning.type == "DATE" or (meaning.type == "TIME" and ":" not in meaning.value)


def _merged(tokens: Tokens, first: Hit, second: Hit) -> Hit | None:
    """A day and its time of day as one: "Friday night", "at 0900 on 3 May", "noon today"."""
    between = tokens.code[first.end : second.start]
    if not _BETWEEN.fullmatch(between):
        return None
    if first.rule == second.rule == CLOCK and len(between) <= 1:
        return replace(first, end=second.end, meaning=first.meaning if ":" in first.meaning.value else second.meaning)
    if first.rule == CLOCK and _is_day(second):
        day, clock = second, first
    elif second.rule == CLOCK and _is_day(first) and not _has_own_day(tokens, second):
        day, clock = first, second
    else:
        return None
    meaning = replace(_at(day.meaning, clock.meaning), mod=clock.meaning.mod)
    return Hit(start=first.start, end=second.end, rule=day.rule, meaning=meaning)


def _at(day: Meaning, clock: Meaning) -> Meaning:
    time = clock.value.rpartition("T")[2]
    if day.days is None:
        return replace(day, type="TIME", value=f"{day.value.partition('T')[0]}T{time}")
    return on(day.days[0], f"T{time}")


def _has_own_day(tokens: Tokens, clock: Hit) -> bool:
    """As in "On Monday, at noon on Tuesday": the noon is Tuesday's."""
    return clock.end < len(tokens.words) and tokens.words[clock.end].word in {"on", "of"}


def _with_frame(tokens: Tokens, hit: Hit, left: int) -> Hit:
    """As in "The week of March 6", and ACLED's "Around 22 November 2023 (month of)": the unit that holds the day."""
    if not _is_day(hit) or hit.meaning.days is None:
        return hit
    start, end = hit.start, hit.end
    behind = _FRAME_BEHIND.match(tokens.code, hit.end)
    if behind:
        end = behind.end()
    else:
        starts = (hit.start - 3, hit.start - 2)
        fitting = (s for s in starts if s >= left and _FRAME_BEFORE.fullmatch(tokens.code, s, hit.start))
        start = next(fitting, hit.start)
    if (start, end) == (hit.start, hit.end):
        return hit
    is_week = any(token.word == "week" for token in tokens.words[start:end])
    return replace(hit, start=start, end=end, meaning=unit_of(hit.meaning.days[0], "W" if is_week else "m"))


def _with_edge(tokens: Tokens, hit: Hit, left: int) -> Hit:
    """The expression with "early", "late on", "the end of" before it."""
    if hit.meaning.type not in {"DATE", "TIME"} or hit.meaning.value.endswith("REF"):
        return hit
    for start in range(max(left, hit.start - _LONGEST_EDGE), hit.start):
        if _EDGE_BEFORE.fullmatch(tokens.code, start, hit.start):
            edge = next(token.word for token in tokens.words[start : hit.start] if token.word in EDGES)
            return replace(hit, start=start, meaning=hit.meaning.with_mod(EDGES[edge]), edge=edge)
    return hit


def _with_amount(tokens: Tokens, hit: Hit, left: int) -> Hit:
    """The expression with "about", "more than" before it; "over the past week" is only in it."""
    if hit.meaning.type == "SET" or hit.meaning.value.endswith("REF"):
        return hit
    words = tuple(token.word for token in tokens.words[max(left, hit.start - 2) : hit.start])
    if words in APPROXIMATE_PAIRS:
        return replace(hit, start=hit.start - 2, meaning=hit.meaning.with_mod(APPROXIMATE_PAIRS[words]))
    mod = APPROXIMATE.get(words[-1]) if words else None
    if mod and (hit.rule == "duration" or mod == "APPROX"):
        return replace(hit, start=hit.start - 1, meaning=hit.meaning.with_mod(mod))
    return hit
