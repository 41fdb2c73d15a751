"""Every number of people or events in a text."""

from collections.abc import Sequence
from dataclasses import replace

from tacitus.grounding.quantities._candidates import Candidate, candidates_of
from tacitus.grounding.quantities._classify import fates_of
from tacitus.grounding.quantities._nouns import predicated_group
from tacitus.grounding.quantities._record import CountedNumber
from tacitus.grounding.quantities._relations import Figure, corrections_of, wholes_of
from tacitus.grounding.quantities._tokens import Token, sentences_of
from tacitus.model import Quantity, Span


def find_quantities(text: str) -> tuple[CountedNumber, ...]:
    """Every number of people or events in the text, in order.

    A person told without a number ("a soldier") is a number where the text says what became of them. Dates, ages,
    money, measures and numbers of things are passed over.
    """
    found: list[CountedNumber] = []
    for tokens in sentences_of(text):
        found += _numbers_of(text, tokens, found)
    return tuple(found)


def _numbers_of(text: str, tokens: Sequence[Token], earlier: Sequence[CountedNumber]) -> list[CountedNumber]:
    """The numbers of one sentence; `earlier` are those of the sentences before it."""
    candidates = tuple(candidates_of(tokens))
    wholes = wholes_of(candidates, tokens)
    fates = fates_of(candidates, tokens, wholes, [number.counted for number in earlier])
    place = {k: len(earlier) + n for n, k in enumerate(k for k, fate in enumerate(fates) if fate)}
    numbers = [
        CountedNumber(
            quantity=_quantity(text, candidates[k], tokens),
            counted=fate,
            whom=_whom(text, candidates[k], tokens),
            group=candidates[k].noun.group or predicated_group(tokens, candidates[k].noun.end),
            part_of=place.get(whole) if whole is not None else None,
        )
        for k, (fate, whole) in enumerate(zip(fates, wholes, strict=True))
        if fate
    ]
    kept = [candidates[k] for k in place]
    corrections = corrections_of(kept, tokens, _figures(numbers), _figures(earlier))
    return [replace(number, corrects=corrects) for number, corrects in zip(numbers, corrections, strict=True)]


def _figures(numbers: Sequence[CountedNumber]) -> list[Figure | None]:
    return [None if number.part_of is not None else Figure(number.counted, number.group) for number in numbers]


def _quantity(text: str, candidate: Candidate, tokens: Sequence[Token]) -> Quantity:
    start, end = tokens[candidate.first].start, tokens[candidate.end - 1].end
    rule = "number: a person" if candidate.single else "number: stated"
    return Quantity(
        text=text[start:end], start=start, end=end, low=candidate.bounds.low, high=candidate.bounds.high, rule=rule
    )


def _whom(text: str, candidate: Candidate, tokens: Sequence[Token]) -> Span | None:
    noun = candidate.noun
    if noun.first >= noun.end:
        return None
    return Span.of(text, tokens[noun.first].start, tokens[noun.end - 1].end)
