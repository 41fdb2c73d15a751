"""Gathers the names of a report that are to be resolved together, each with its candidates and what holds it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tacitus.grounding.places._clues import Clues
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import is_abbreviation, key, without_article
from tacitus.grounding.places._phrases import Phrase, names_something, parse
from tacitus.grounding.places._pieces import Asked, Ground, Piece, read_piece
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._surroundings import holder_after, holder_before
from tacitus.grounding.places._words import ANAPHORS
from tacitus.model import Span

# Countries, most told first, in which names that the gazetteer lacks are looked for by likeness.
N_COUNTRIES_FOR_LIKENESS = 2
N_SURROUNDING = 40
# Where a report speaks of counties, it may call one by its bare name within so many characters.
COUNTY_REACH = 60
# What may be called by plain words alone, as the "West Bank" is.
_PLAIN_WORDS = (Feature.AREA, Feature.WIDE, Feature.SEA, Feature.LINE)
_DISTRICTS = re.compile(r"\b(?:count(?:y|ies)|Co\.|parish(?:es)?|districts?)\b", re.IGNORECASE)

# A mention's phrase, with the numbers of the names in it.
Taken = tuple[Phrase, tuple[int, ...]]


class Names:
    """The names of one report while they are gathered; equal stretches with equal holders share a number."""

    def __init__(self, clues: Clues, gazetteer: Gazetteer) -> None:
        self.clues, self.gazetteer = clues, gazetteer
        self.pieces: list[Piece] = []
        self.stretches: list[str] = []
        self._numbers: dict[Asked, int] = {}

    def add(self, asked: Asked) -> int:
        """The number of a stretch as a name."""
        known = replace(asked, stretch=key(asked.stretch))
        if known not in self._numbers:
            self._numbers[known] = len(self.pieces)
            self.stretches.append(asked.stretch)
            ground = Ground(clues=self.clues, gazetteer=self.gazetteer)
            self.pieces.append(read_piece(asked, ground, self.countries(asked.holders)))
        return self._numbers[known]

    def countries(self, holders: Sequence[int]) -> tuple[str, ...]:
        """Where to look for likeness: the countries of what holds the name, else those that the report tells most."""
        index = self.gazetteer.index
        held = {
            index.countries[index.country[posting >> 1]]
            for holder in holders
            for posting in self.pieces[holder].name.postings
            if index.feature[posting >> 1] in (Feature.COUNTRY, Feature.REGION, Feature.AREA)
        }
        told = [country for country, _ in self.clues.counts[:N_COUNTRIES_FOR_LIKENESS]]
        return tuple(sorted(held - {""})[:N_COUNTRIES_FOR_LIKENESS] or told)


def gather(
    text: str, spans: Sequence[Span], around: Sequence[Span], clues: Clues, gazetteer: Gazetteer
) -> tuple[Names, list[Taken], list[tuple[Span, Taken]]]:
    """All names of a report, the parts of its mentions, and those of the names around them."""
    names = Names(clues, gazetteer)
    mentions = [_mention(text, span, names) for span in spans]
    return names, mentions, [(span, _surrounding(text, span, names)) for span in around[:N_SURROUNDING]]


def _surrounding(text: str, span: Span, names: Names) -> Taken:
    phrase = Phrase(pieces=(span.text,))
    return (
        (phrase, (names.add(Asked(stretch=span.text)),))
        if is_abbreviation(span.text)
        else _numbers(text, span, phrase, names)
    )


def _mention(text: str, span: Span, names: Names) -> tuple[Phrase, tuple[int, ...]]:
    short = next(filter(is_abbreviation, (span.text, text[span.start : span.end + 1])), None)
    if short and names.gazetteer.find_holder(key(short)):
        return Phrase(pieces=(span.text,)), (names.add(Asked(stretch=short)),)
    return _numbers(
        text, span, Phrase(pieces=(span.text,)) if _is_one_name(span.text, names.gazetteer) else parse(span.text), names
    )


def _is_one_name(mention: str, gazetteer: Gazetteer) -> bool:
    """Whether a mention is a name as it stands, like "Horn of Africa", "the West Bank".

    "the area" is none, though towns are called so, nor is "the city", though one is.
    """
    found = gazetteer.find(key(mention))
    plain = any(gazetteer.index.feature[posting >> 1] in _PLAIN_WORDS for posting in found)
    return bool(found) and (names_something(mention) or (plain and without_article(key(mention)) not in ANAPHORS))


def _numbers(text: str, span: Span, phrase: Phrase, names: Names) -> tuple[Phrase, tuple[int, ...]]:
    """The numbers of a mention's names: its pieces, then its anchors.

    What comes later in a mention holds what comes before.
    """
    beside = (holder_after(text, span.end, names.gazetteer), holder_before(text, span.start, names.gazetteer))
    nation = names.gazetteer.country(phrase.nation) if phrase.nation else None
    outer = tuple(names.add(Asked(stretch=name)) for name in (*beside, nation.name if nation else None) if name)
    county = _DISTRICTS.search(text, max(0, span.start - COUNTY_REACH), span.end + COUNTY_REACH) is not None
    numbers: list[int] = []
    for stretch in reversed((*phrase.pieces, *phrase.anchors)):
        first = len(numbers) == len(phrase.pieces) + len(phrase.anchors) - 1
        holders = outer if phrase.joined else (*reversed(numbers), *outer)
        asked = Asked(
            stretch=stretch,
            hint=phrase.hint if first else None,
            holders=holders,
            firm=0 if phrase.joined else len(numbers),
            holds=not first,
            county=first and county,
        )
        numbers.append(names.add(asked))
    return phrase, tuple(reversed(numbers))
