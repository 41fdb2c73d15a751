"""What a number counts: the cue that stands nearest to it in the grammar of the sentence.

Every cue has a side on which its number stands. The cost of a pair grows with the words, commas, conjunctions and
other numbers between the two, and a word that opens another clause parts them. The cheapest cue wins.
"""

from collections.abc import Sequence
from math import inf
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
_WORD, _TOLL_WORD, _JOIN, _NUMBER, _PREPOSITION, _OTHER_CUE = 0.3, 0.25, 1.0, 2.0, 2.0, 4.0
_COMPARED: Final = (["compared", "with"], ["compared", "to"], ["up", "from"], ["down", "from"])
_INSIDE: Final = 3.0
_MOST: Final = 12.0
_MOST_FOR_BARE: Final = 9.0
_MOST_FOR_UNKNOWN: Final = 3.0
_MOST_FOR_STANDING: Final = 4.0
_MOST_FOR_SINGLE: Final = 6.0


# What a bare "total" or "figure" may take over from the number before it, and what a part takes over from its whole.
_PASSED_ON: Final = frozenset(Counted) - {Counted.EVENTS, Counted.PEOPLE}


def fates_of(
    candidates: Sequence[Candidate], tokens: Sequence[Token], wholes: Sequence[int | None], earlier: Sequence[Counted]
) -> list[Counted | None]:
    """What each candidate of a sentence counts; None for those that count neither people nor events."""
    cues = cues_of(tokens)
    fates: list[Counted | None] = []
    known = next((fate for fate in reversed(earlier) if fate in _PASSED_ON), None)
    for k, candidate in enumerate(candidates):
        fate = _fate(candidate, tokens, _told(cues, known), candidates) or _continued(k, candidate, tokens, fates)
        fates.append(fate)
        known = fate if fate in _PASSED_ON else known
    settled = [fate or _by_noun(candidate) for fate, candidate in zip(fates, candidates, strict=True)]
    return [fates[k] or (settled[whole] if whole is not None else None) or settled[k] for k, whole in enumerate(wholes)]


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
    joined = k > 0 and (before[-1:] == ["and"] or before[-1:] == [","] or before in _COMPARED)
    return fates[k - 1] if joined and (candidate.single or candidate.noun.sort is Sort.BARE) else None


def _by_noun(candidate: Candidate) -> Counted | None:
    """What the noun alone says: prisoners are captured, protesters a crowd, soldiers people."""
    if candidate.noun.standing or candidate.noun.sort is not Sort.PEOPLE or candidate.single:
        return candidate.noun.standing
    return Counted.PEOPLE


def _fate(
    candidate: Candidate, tokens: Sequence[Token], cues: Sequence[Cue], others: Sequence[Candidate]
) -> Counted | None:
    """What a cue, or a noun like "deaths", says that the candidate counts."""
    noun = candidate.noun
    if noun.sort in (Sort.THINGS, Sort.UNITS):
        return None
    if noun.sort is Sort.EVENTS:
        return Counted.EVENTS
    if candidate.state:
        return candidate.state
    found = _cheapest(candidate, tokens, cues, others)
    return found[1] if found and found[0] <= _limit(candidate) else None


def _limit(candidate: Candidate) -> float:
    if candidate.single:
        return _MOST_FOR_SINGLE
    if candidate.bounds == (0, 0) or candidate.noun.standing:
        return _MOST_FOR_STANDING
    return {Sort.BARE: _MOST_FOR_BARE, Sort.UNKNOWN: _MOST_FOR_UNKNOWN}.get(candidate.noun.sort, _MOST)


def _cheapest(
    candidate: Candidate, tokens: Sequence[Token], cues: Sequence[Cue], others: Sequence[Candidate]
) -> tuple[float, Counted] | None:
    priced = [(_cost(candidate, cue, tokens, cues, others), k) for k, cue in enumerate(cues) if cue.counted]
    cost, k = min(priced, default=(inf, 0))
    counted = cues[k].counted if priced else None
    return (cost, counted) if counted and cost <= _MOST else None


def _cost(
    candidate: Candidate, cue: Cue, tokens: Sequence[Token], cues: Sequence[Cue], others: Sequence[Candidate]
) -> float:
    """The price of reading the candidate as this cue's number; infinite where the grammar parts them."""
    start, end = candidate.first, max(candidate.end, candidate.noun.end)
    if start <= cue.first < end:
        modifies = cue.shape in (Shape.ACT, Shape.FATE) and candidate.noun.whole is None
        return _INSIDE if modifies and candidate.noun.first <= cue.first else inf
    subject = cue.shape is Shape.FATE or cue.passive
    first, last = (end, cue.first) if subject else (cue.end, start)
    gap = [token.lower for token in tokens[first:last]]
    if subject != (cue.first >= end) or _CLAUSE.intersection(gap) or _belongs_elsewhere(cue, candidate, end, others):
        return inf
    if cue.shape is Shape.DEED and not _JOINING.intersection(gap):
        return _WORD * len(gap)
    between = sum(first <= other.first < last for other in others)
    crossed = sum(first <= other.first < last for other in cues)
    return _distance(gap, cue.shape, subject=subject) + _NUMBER * between + _OTHER_CUE * crossed


def _belongs_elsewhere(cue: Cue, candidate: Candidate, end: int, others: Sequence[Candidate]) -> bool:
    """Whether the cue modifies another number's noun, or the candidate is a whole whose part has the verb."""
    modifies_other = any(other.noun.first <= cue.first < other.noun.end for other in others)
    is_whole = any(other.noun.whole == candidate.first for other in others)
    return modifies_other or (is_whole and cue.first != end)


def _distance(gap: Sequence[str], shape: Shape, *, subject: bool) -> float:
    """The price of the words between; prepositions part an object from its verb, not a subject nor a toll."""
    joins = _JOIN * sum(word in _JOINING for word in gap)
    if shape is Shape.TOLL:
        return _TOLL_WORD * len(gap) + joins
    parting = 0 if subject else sum(word in _PREPOSITIONS or word.endswith("ing") for word in gap)
    return _WORD * len(gap) + joins + _PREPOSITION * parting
