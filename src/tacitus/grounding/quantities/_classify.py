"""What a number counts: the cue that stands nearest to it in the grammar of the sentence.

Every cue has a side on which its number stands. The cost of a pair grows with the words, commas, conjunctions and
other numbers between the two, and a word that opens another clause parts them. The cheapest cue wins.
"""

from collections.abc import Sequence
from typing import Final

from tacitus.grounding.quantities._candidates import Candidate
from tacitus.grounding.quantities._cues import Cue, Shape, cues_of
from tacitus.grounding.quantities._nouns import Sort
from tacitus.grounding.quantities._record import Counted
from tacitus.grounding.quantities._tokens import Token
from tacitus.grounding.quantities._words import TABLES

_CLAUSE: Final = frozenset(TABLES["stops"]["clause"]) | {";"}
_PREPOSITIONS: Final = frozenset(TABLES["stops"]["prepositions"])
_JOINING: Final = frozenset(["and", "or", ",", "as"])
# Costs and limits, set on the tuned half of the written sentences and looked at on the training annotations.
_WORD, _JOIN, _NUMBER, _PREPOSITION, _OTHER_CUE = 0.3, 1.0, 2.0, 2.0, 4.0
_INSIDE: Final = 3.0
_MOST: Final = 12.0
_MOST_FOR_BARE: Final = 9.0
_MOST_FOR_UNKNOWN: Final = 3.0
_MOST_FOR_SINGLE: Final = 6.0


# What a bare "total" or "figure" may take over from the number before it, and what a part takes over from its whole.
_PASSED_ON: Final = frozenset(Counted) - {Counted.EVENTS, Counted.PEOPLE}


def fates_of(
    candidates: Sequence[Candidate], tokens: Sequence[Token], wholes: Sequence[int | None], earlier: Sequence[Counted]
) -> list[Counted | None]:
    """What each candidate of a sentence counts; None for those that count neither people nor events."""
    cues = cues_of(tokens)
    fates: list[Counted | None] = []
    for k, candidate in enumerate(candidates):
        known = [fate for fate in (*earlier, *fates) if fate in _PASSED_ON]
        told = _told(cues, known[-1] if known else None)
        fate = _fate(candidate, tokens, told, candidates)
        fates.append(fate or _continued(k, candidate, tokens, fates))
    return [
        _passed_on(fate, whole, fates, candidates[k]) for k, (fate, whole) in enumerate(zip(fates, wholes, strict=True))
    ]


def _told(cues: Sequence[Cue], known: Counted | None) -> list[Cue]:
    """The cues, where a bare "total" or "rose to" counts what the toll before it counts, else what is known."""
    told: list[Cue] = []
    for cue in cues:
        tolled = (before.counted for before in reversed(told) if before.shape is Shape.TOLL and before.counted)
        told.append(cue if cue.counted else cue._replace(counted=next(tolled, known)))
    return told


def _continued(
    k: int, candidate: Candidate, tokens: Sequence[Token], fates: Sequence[Counted | None]
) -> Counted | None:
    """The fate told with the number before, where the verb is left out: "three in Aden and two in Taiz"."""
    before = [token.lower for token in tokens[max(0, candidate.first - 2) : candidate.first]]
    joined = k > 0 and (
        before[-1:] == ["and"] or before[-1:] == [","] or before in (["compared", "with"], ["compared", "to"])
    )
    return fates[k - 1] if joined and (candidate.single or candidate.noun.sort is Sort.BARE) else None


def _passed_on(
    fate: Counted | None, whole: int | None, fates: Sequence[Counted | None], part: Candidate
) -> Counted | None:
    """A part without a fate of its own has that of its whole."""
    weak = fate in (None, Counted.PEOPLE) or (fate is part.noun.standing and fate is not None)
    return fates[whole] if whole is not None and weak and fates[whole] else fate


def _fate(
    candidate: Candidate, tokens: Sequence[Token], cues: Sequence[Cue], others: Sequence[Candidate]
) -> Counted | None:
    """What the candidate counts by its own words, or None if it is no number of people or events."""
    noun = candidate.noun
    if noun.sort in (Sort.THINGS, Sort.UNITS):
        return None
    if noun.sort is Sort.EVENTS:
        return Counted.EVENTS
    if candidate.state:
        return candidate.state
    found = _cheapest(candidate, tokens, cues, others)
    if found and found[0] <= _limit(candidate):
        return found[1]
    if noun.standing:
        return noun.standing
    return Counted.PEOPLE if noun.sort is Sort.PEOPLE and not candidate.single else None


def _limit(candidate: Candidate) -> float:
    if candidate.single:
        return _MOST_FOR_SINGLE
    return {Sort.BARE: _MOST_FOR_BARE, Sort.UNKNOWN: _MOST_FOR_UNKNOWN}.get(candidate.noun.sort, _MOST)


def _cheapest(
    candidate: Candidate, tokens: Sequence[Token], cues: Sequence[Cue], others: Sequence[Candidate]
) -> tuple[float, Counted] | None:
    priced = [(_cost(candidate, cue, tokens, cues, others), k) for k, cue in enumerate(cues) if cue.counted]
    cost, k = min(priced, default=(_MOST + 1, 0))
    counted = cues[k].counted if priced else None
    return (cost, counted) if counted and cost <= _MOST else None


def _cost(
    candidate: Candidate, cue: Cue, tokens: Sequence[Token], cues: Sequence[Cue], others: Sequence[Candidate]
) -> float:
    """The price of reading the candidate as this cue's number; infinite where the grammar parts them."""
    start, end = candidate.first, max(candidate.end, candidate.noun.end)
    if start <= cue.first < end:
        inside = candidate.noun.first <= cue.first and cue.shape is Shape.ACT and candidate.noun.whole is None
        return _INSIDE if inside else float("inf")
    if any(other.noun.whole == start for other in others) and cue.first != end:
        return float("inf")
    subject = cue.shape is Shape.FATE or cue.passive
    if subject != (cue.first >= end):
        return float("inf")
    first, last = (end, cue.first) if subject else (cue.end, start)
    gap = [token.lower for token in tokens[first:last]]
    if any(word in _CLAUSE for word in gap):
        return float("inf")
    if cue.shape is Shape.DEED and len(gap) > 0 and not any(word in _JOINING for word in gap):
        return _WORD * len(gap)
    between = sum(first <= other.first < last for other in others)
    crossed = sum(first <= other.first < last for other in cues)
    steps = 0.25 if cue.shape is Shape.TOLL else _WORD
    prepositions = (
        0 if cue.shape is Shape.TOLL or subject else sum(word in _PREPOSITIONS or word.endswith("ing") for word in gap)
    )
    joins = sum(word in _JOINING for word in gap)
    return steps * len(gap) + _JOIN * joins + _NUMBER * between + _PREPOSITION * prepositions + _OTHER_CUE * crossed
