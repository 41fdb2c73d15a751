"""Resolves the place mentions of a report: which place each names, and how closely."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tacitus.grounding.places._answer import Found, place_of
from tacitus.grounding.places._choose import Name, choose
from tacitus.grounding.places._clues import Clues, read_clues
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import is_abbreviation, key
from tacitus.grounding.places._nations import demonyms
from tacitus.grounding.places._phrases import Phrase, Variant, names_something, parse, variants
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._scan import find_places
from tacitus.grounding.places._surroundings import holder_after, holder_before
from tacitus.grounding.places._words import HINTS
from tacitus.model import Place, PlacePrecision, Report, Span

# Countries, most told first, in which names that the gazetteer lacks are looked for by likeness.
N_COUNTRIES_FOR_LIKENESS = 2
# Inhabitants from which a place in a country that the report does not speak of may still be meant.
KNOWN_ABROAD = 300_000
# Where the report tells little of countries, smaller places elsewhere may be meant too: so many inhabitants for each telling.
KNOWN_PER_CLUE = 30_000
_TOWNS = (Feature.CITY, Feature.AIRPORT)
N_SURROUNDING = 40
# Inhabitants from which "the Athens police headquarters" is taken to be in Athens.
LARGE = 100_000
_SITES = (Feature.SITE, Feature.AIRPORT, Feature.WATER, Feature.AREA)


Taken = tuple[Phrase, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a mention, as a name to be resolved, with the reading that found candidates for it."""

    name: Name
    variant: Variant | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A mention, the names in it and what they were found to be, and its place."""

    span: Span
    phrase: Phrase
    found: tuple[Found, ...]
    place: Place | None


class _Names:
    """The names of one report while they are gathered; equal stretches with equal holders share a number."""

    def __init__(self, clues: Clues, gazetteer: Gazetteer) -> None:
        self.clues, self.gazetteer = clues, gazetteer
        self.pieces: list[Piece] = []
        self.stretches: list[str] = []
        self._numbers: dict[object, int] = {}

    def add(self, stretch: str, hint: str | None = None, holders: tuple[int, ...] = (), *, holds: bool = True) -> int:
        known = (key(stretch), hint, holders, holds)
        if known not in self._numbers:
            self._numbers[known] = len(self.pieces)
            self.stretches.append(stretch)
            self.pieces.append(_piece(stretch, hint, holders, self, holds=holds))
        return self._numbers[known]

    def countries(self, holders: tuple[int, ...]) -> tuple[str, ...]:
        """Where to look for likeness: the countries of what holds the name, else those that the report tells most."""
        index = self.gazetteer.index
        held = {index.countries[index.country[posting >> 1]] for holder in holders for posting in self.pieces[holder].name.postings
                if index.feature[posting >> 1] in (Feature.COUNTRY, Feature.REGION, Feature.AREA)}  # fmt: skip
        told = [country for country, _ in self.clues.shares[:N_COUNTRIES_FOR_LIKENESS]]
        return tuple(sorted(held - {""})[:N_COUNTRIES_FOR_LIKENESS] or told)


def _piece(stretch: str, hint: str | None, holders: tuple[int, ...], names: _Names, *, holds: bool) -> Piece:
    gazetteer = names.gazetteer
    for variant in variants(stretch):
        postings = _acceptable(variant, (gazetteer.find if not holds else gazetteer.find_holder)(key(variant.name)), names)
        if postings:
            return Piece(name=Name(postings=postings, hint=variant.hint or hint, holders=holders), variant=variant, rule="gazetteer")
    nation = demonyms().get(key(stretch))
    if nation and nation in gazetteer.country_rows():
        country = (gazetteer.country_rows()[nation] * 2 + 1,)
        return Piece(name=Name(postings=country), variant=Variant(name=stretch), rule="nationality word")
    for variant in variants(stretch):
        for country_code in names.countries(holders) if variant.hint not in ("site", "quarter") else ():
            found, rule = gazetteer.find_in(key(variant.name), country_code)
            if found:
                guessed = Name(postings=found, hint=variant.hint or hint, holders=holders, guessed=True)
                return Piece(name=guessed, variant=variant, rule=rule)
    return Piece(name=Name(postings=(), holders=holders), variant=None, rule="not in the gazetteer")


def _acceptable(variant: Variant, postings: tuple[int, ...], names: _Names) -> tuple[int, ...]:
    """Candidates that the words allow: "the X hospital" is not the village X, though it may be in the city X."""
    index = names.gazetteer.index
    told = frozenset(country for country, _ in names.clues.shares)
    known = min(KNOWN_ABROAD, names.clues.total * KNOWN_PER_CLUE)
    kept = []
    for posting in postings:
        row = posting >> 1
        feature, country, people = index.feature[row], index.countries[index.country[row]], index.population[row]
        small = feature in (Feature.CITY, Feature.AIRPORT, Feature.SITE) and people < known
        if small and told and country not in told and row not in index.capitals:
            continue
        if variant.hint in ("region", "district") and feature == Feature.CITY and told and country not in told:
            continue
        if variant.stripped and variant.hint in ("site", "quarter") and not (feature in _SITES or (feature == Feature.CITY and people >= LARGE)):
            continue
        kept.append(posting)
    return tuple(kept)


def ground_places(report: Report, spans: Sequence[Span], *, gazetteer: Gazetteer) -> tuple[Place | None, ...]:
    """What each place mention means, in the order of `spans`; None for a mention without a name and nothing to point back to.

    Names are resolved together: the other names of the mentions and of the whole text, and the countries that the text tells,
    decide between places that share a name. A place that is not found stays named, without a point.
    """
    around = [span for span in find_places(report.text, gazetteer=gazetteer, embedded=True) if not any(span.overlaps(told) for told in spans)]
    clues = read_clues(report.text, gazetteer)
    # Twice: where the names of the first pass lie tells better than nationality words which countries the report is about.
    names, _, _ = _gathered(report.text, spans, around, clues, gazetteer)
    clues = clues.joined_by(_countries(_found(names)))
    names, mentions, surrounding = _gathered(report.text, spans, around, clues, gazetteer)
    found = _found(names)
    answers = [_answer(span, phrase, [found[number] for number in numbers], clues, gazetteer)
               for span, (phrase, numbers) in [*zip(spans, mentions, strict=True), *surrounding]]  # fmt: skip
    return tuple(_point_back(told, answers, clues, gazetteer) for told in answers[: len(spans)])


def _gathered(text: str, spans: Sequence[Span], around: Sequence[Span], clues: Clues, gazetteer: Gazetteer) -> tuple[_Names, list[Taken], list[tuple[Span, Taken]]]:
    """All names of a report, the parts of its mentions, and those of the names around them."""
    names = _Names(clues, gazetteer)
    mentions = [_mention(text, span, names) for span in spans]
    return names, mentions, [(span, _gather(text, span, Phrase(pieces=(span.text,)), names)) for span in around[:N_SURROUNDING]]


def _countries(found: Sequence[Found]) -> list[str]:
    """The countries of the places, other than countries, that names were found to be."""
    return [piece.entry.country for piece in found if piece.entry and piece.entry.country and piece.entry.feature != Feature.COUNTRY
            and piece.rule == "gazetteer"]  # fmt: skip


def _found(names: _Names) -> list[Found]:
    chosen = choose([piece.name for piece in names.pieces], names.clues, names.gazetteer)
    return [
        Found(stretch=stretch, entry=names.gazetteer.entry(choice[0]) if choice else None, variant=piece.variant, rule=piece.rule)
        for stretch, piece, choice in zip(names.stretches, names.pieces, chosen, strict=True)
    ]


def _answer(span: Span, phrase: Phrase, found: Sequence[Found], clues: Clues, gazetteer: Gazetteer) -> Answer:
    return Answer(span=span, phrase=phrase, found=tuple(found), place=place_of(span, phrase, found, clues, gazetteer))


def _mention(text: str, span: Span, names: _Names) -> tuple[Phrase, tuple[int, ...]]:
    if is_abbreviation(text[span.start : span.end + 1].strip()) and names.gazetteer.find_holder(key(span.text)):
        return Phrase(pieces=(span.text,)), (names.add(span.text),)
    return _gather(text, span, Phrase(pieces=(span.text,)) if _is_one_name(span.text, names.gazetteer) else parse(span.text), names)


def _is_one_name(mention: str, gazetteer: Gazetteer) -> bool:
    """Whether a mention is a name as it stands, like "Horn of Africa", "the West Bank"; "the area" is none, though towns are called so."""
    found = gazetteer.find(key(mention))
    return bool(found) and (names_something(mention) or any(gazetteer.index.feature[posting >> 1] not in _TOWNS for posting in found))


def _gather(text: str, span: Span, phrase: Phrase, names: _Names) -> tuple[Phrase, tuple[int, ...]]:
    """The numbers of a mention's names: its pieces, then its anchors. What comes later in a mention holds what comes before."""
    beside = (holder_after(text, span.end, names.gazetteer), holder_before(text, span.start, names.gazetteer))
    nation = names.gazetteer.country(phrase.nation) if phrase.nation else None
    outer = tuple(names.add(name) for name in (*beside, nation.name if nation else None) if name)
    numbers: list[int] = []
    for stretch in reversed((*phrase.pieces, *phrase.anchors)):
        first = len(numbers) == len(phrase.pieces) + len(phrase.anchors) - 1
        holders = outer if phrase.joined else (*reversed(numbers), *outer)
        numbers.append(names.add(stretch, phrase.hint if first else None, holders, holds=not first))
    return phrase, tuple(reversed(numbers))


def _point_back(told: Answer, answers: Sequence[Answer], clues: Clues, gazetteer: Gazetteer) -> Place | None:
    """The place of a mention; one without a name ("the area", "the country") takes that of the nearest fitting mention before it."""
    if told.place is not None:
        return told.place
    if told.phrase.nation and not told.phrase.pieces:
        return _of_country(told.span, "capital" if told.phrase.anaphor == "capital" else "country", told.phrase.nation, gazetteer)
    if told.phrase.anaphor is None:
        return None
    before = [other for other in answers if other.place and other.span.end <= told.span.start]
    return _back(told.span, told.phrase.anaphor, before, clues, gazetteer)


def _back(span: Span, sort: str, before: Sequence[Answer], clues: Clues, gazetteer: Gazetteer) -> Place | None:
    if sort in ("country", "capital"):
        code = clues.main or next((other.place.country for other in reversed(before) if other.place and other.place.country), None)
        return _of_country(span, sort, code, gazetteer)
    fitting = [other for other in before if _fits(other, sort)]
    nearest = max(fitting, key=lambda other: other.span.start, default=None)
    if nearest is None or nearest.place is None:
        return None
    return replace(nearest.place, text=span.text, start=span.start, end=span.end, rule="told before")


def _fits(other: Answer, sort: str) -> bool:
    entry = other.found[0].entry if other.found else None
    if sort == "any":
        return entry is None or entry.feature not in (Feature.COUNTRY, Feature.WIDE)
    return entry is not None and entry.feature in HINTS[sort]


def _of_country(span: Span, sort: str, code: str | None, gazetteer: Gazetteer) -> Place | None:
    """The country that the report speaks of, or its capital."""
    country = gazetteer.country(code) if code else None
    if country is None:
        return None
    told = Place(text=span.text, start=span.start, end=span.end, name=country.name, country=code, precision=PlacePrecision.COUNTRY,
                 geonames_id=country.geonames_id, rule="country of the report")  # fmt: skip
    capital = gazetteer.capital(code) if sort == "capital" and code else None
    if capital is None:
        return told
    return replace(told, name=capital.name, lat=capital.lat, lon=capital.lon, region=capital.region, precision=PlacePrecision.EXACT,
                   geonames_id=capital.geonames_id, rule="capital of the report's country")  # fmt: skip
