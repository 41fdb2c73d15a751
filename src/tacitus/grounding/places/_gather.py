"""Gathers the names of a report that are to be resolved together, each with its candidates and what holds it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tacitus.grounding.places._choose import Name
from tacitus.grounding.places._clues import Clues
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import is_abbreviation, key
from tacitus.grounding.places._nations import area_demonyms, demonyms
from tacitus.grounding.places._phrases import Phrase, Variant, names_something, parse, variants
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._surroundings import holder_after, holder_before
from tacitus.model import Span

# Countries, most told first, in which names that the gazetteer lacks are looked for by likeness.
N_COUNTRIES_FOR_LIKENESS = 2
# Inhabitants from which a place in a country that the report does not speak of may still be meant.
KNOWN_ABROAD = 300_000
# Where the report tells little of countries, smaller places elsewhere may be meant too: so many inhabitants for each
# telling.
KNOWN_PER_CLUE = 45_000
N_SURROUNDING = 40
# Inhabitants from which "the Athens police headquarters" is taken to be in Athens.
LARGE = 100_000
_SITES = (Feature.SITE, Feature.AIRPORT, Feature.WATER, Feature.AREA)
# What may be called by plain words alone, as the "West Bank" is.
_PLAIN_WORDS = (Feature.AREA, Feature.WIDE, Feature.SEA, Feature.LINE)
_SMALL = (Feature.CITY, Feature.AIRPORT, Feature.SITE)
LIKENESS = ("transliteration", "spelling")

# A mention's phrase, with the numbers of the names in it.
Taken = tuple[Phrase, tuple[int, ...]]
Holders = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a mention, as a name to be resolved, with the reading that found candidates for it."""

    name: Name
    variant: Variant | None
    rule: str


class Names:
    """The names of one report while they are gathered; equal stretches with equal holders share a number."""

    def __init__(self, clues: Clues, gazetteer: Gazetteer) -> None:
        self.clues, self.gazetteer = clues, gazetteer
        self.pieces: list[Piece] = []
        self.stretches: list[str] = []
        self._numbers: dict[object, int] = {}

    def add(
        self, stretch: str, hint: str | None = None, *, holders: Holders = (), firm: int = 0, holds: bool = True
    ) -> int:
        """The number of a stretch as a name. `holds` is one that holds others, so that an abbreviation may name it."""
        known = (key(stretch), hint, holders, firm, holds)
        if known not in self._numbers:
            self._numbers[known] = len(self.pieces)
            self.stretches.append(stretch)
            piece = _piece(stretch, hint, self, holders=holders, holds=holds)
            self.pieces.append(replace(piece, name=replace(piece.name, firm=firm)))
        return self._numbers[known]

    def countries(self, holders: Holders) -> tuple[str, ...]:
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


def _piece(stretch: str, hint: str | None, names: Names, *, holders: Holders, holds: bool) -> Piece:
    """The first reading of a stretch for which there are candidates."""

    def read(variant: Variant, postings: tuple[int, ...], rule: str) -> Piece:
        guessed = rule in LIKENESS
        name = Name(
            key=key(variant.name), postings=postings, hint=variant.hint or hint, holders=holders, guessed=guessed
        )
        return Piece(name=name, variant=variant, rule=rule)

    find = names.gazetteer.find_holder if holds else names.gazetteer.find
    for variant in variants(stretch):
        postings = _acceptable(variant, find(key(variant.name)), names)
        if postings:
            return read(variant, postings, "gazetteer")
    nation = _of_nation(key(stretch), names.gazetteer)
    if nation:
        return read(Variant(name=stretch), nation, "nationality word")
    for variant in variants(stretch):
        for country in names.countries(holders) if variant.hint not in ("site", "quarter") else ():
            postings, rule = names.gazetteer.find_in(key(variant.name), country)
            if postings:
                return read(variant, postings, rule)
    return Piece(name=Name(key=key(stretch), postings=(), holders=holders), variant=None, rule="not in the gazetteer")


def _of_nation(word: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """The postings of the country or area of a nationality word."""
    if word in area_demonyms():
        return gazetteer.find(key(area_demonyms()[word]))
    row = gazetteer.country_rows().get(demonyms().get(word, ""))
    return () if row is None else (row * 2 + 1,)


def _acceptable(variant: Variant, postings: tuple[int, ...], names: Names) -> tuple[int, ...]:
    return tuple(posting for posting in postings if _may_be(variant, posting >> 1, names))


def _may_be(variant: Variant, row: int, names: Names) -> bool:
    """Whether the words allow a candidate: "the X hospital" is not the village X, though it may be in the city X."""
    index, told = names.gazetteer.index, names.clues.told
    feature, people = index.feature[row], int(index.population[row])
    abroad = bool(told) and index.countries[index.country[row]] not in told
    known = min(KNOWN_ABROAD, names.clues.total * KNOWN_PER_CLUE)
    if abroad and feature in _SMALL and people < known and row not in index.capitals:
        return False
    if (
        abroad
        and feature == Feature.CITY
        and variant.hint
        and (variant.stripped or variant.hint in ("region", "district"))
    ):
        return False
    partial = variant.stripped and variant.hint in ("site", "quarter")
    return not partial or feature in _SITES or (feature == Feature.CITY and people >= LARGE)


def gather(
    text: str, spans: Sequence[Span], around: Sequence[Span], clues: Clues, gazetteer: Gazetteer
) -> tuple[Names, list[Taken], list[tuple[Span, Taken]]]:
    """All names of a report, the parts of its mentions, and those of the names around them."""
    names = Names(clues, gazetteer)
    mentions = [_mention(text, span, names) for span in spans]
    return names, mentions, [(span, _surrounding(text, span, names)) for span in around[:N_SURROUNDING]]


def _surrounding(text: str, span: Span, names: Names) -> Taken:
    phrase = Phrase(pieces=(span.text,))
    return (phrase, (names.add(span.text),)) if is_abbreviation(span.text) else _numbers(text, span, phrase, names)


def _mention(text: str, span: Span, names: Names) -> tuple[Phrase, tuple[int, ...]]:
    if any(map(is_abbreviation, (span.text, text[span.start : span.end + 1]))) and names.gazetteer.find_holder(
        key(span.text)
    ):
        return Phrase(pieces=(span.text,)), (names.add(span.text),)
    return _numbers(
        text, span, Phrase(pieces=(span.text,)) if _is_one_name(span.text, names.gazetteer) else parse(span.text), names
    )


def _is_one_name(mention: str, gazetteer: Gazetteer) -> bool:
    """Whether a mention is a name as it stands, like "Horn of Africa", "the West Bank".

    "the area" is none, though towns are called so.
    """
    found = gazetteer.find(key(mention))
    return bool(found) and (
        names_something(mention) or any(gazetteer.index.feature[posting >> 1] in _PLAIN_WORDS for posting in found)
    )


def _numbers(text: str, span: Span, phrase: Phrase, names: Names) -> tuple[Phrase, tuple[int, ...]]:
    """The numbers of a mention's names: its pieces, then its anchors.

    What comes later in a mention holds what comes before.
    """
    beside = (holder_after(text, span.end, names.gazetteer), holder_before(text, span.start, names.gazetteer))
    nation = names.gazetteer.country(phrase.nation) if phrase.nation else None
    outer = tuple(names.add(name) for name in (*beside, nation.name if nation else None) if name)
    numbers: list[int] = []
    for stretch in reversed((*phrase.pieces, *phrase.anchors)):
        first = len(numbers) == len(phrase.pieces) + len(phrase.anchors) - 1
        holders = outer if phrase.joined else (*reversed(numbers), *outer)
        numbers.append(
            names.add(
                stretch,
                phrase.hint if first else None,
                holders=holders,
                firm=0 if phrase.joined else len(numbers),
                holds=not first,
            )
        )
    return phrase, tuple(reversed(numbers))
