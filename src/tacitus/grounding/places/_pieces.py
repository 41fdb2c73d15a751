"""Finds the entries that a stretch of a mention may name, by the first reading of its words that has any."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tacitus.grounding.places._choose import Name
from tacitus.grounding.places._clues import Clues
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import is_abbreviation, key, short_key
from tacitus.grounding.places._peoples import land_of
from tacitus.grounding.places._phrases import Variant, variants
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._words import ORGANISATION, hint_of, is_plain

# Inhabitants from which a place in a country that the report does not speak of may still be meant.
KNOWN_ABROAD = 300_000
# Where the report tells little of countries, smaller places elsewhere may be meant too: so many inhabitants for each
# telling.
KNOWN_PER_CLUE = 45_000
# Inhabitants from which "the Athens police headquarters" is taken to be in Athens.
LARGE = 100_000
# The same where the report does not speak of its country.
METROPOLIS = 1_000_000
# Regions called by a plain word: what begins with one is seldom in it.
_PLAIN_REGIONS = frozenset({"central", "northwest", "northeast", "southwest", "southeast", "capital", "littoral"})
LIKENESS = ("transliteration", "spelling")
_PLACED = ("site", "quarter", "street")
_SITES = (Feature.SITE, Feature.AIRPORT, Feature.WATER, Feature.AREA)
_REGIONS = (Feature.REGION, Feature.DISTRICT)
_SMALL = (Feature.CITY, Feature.AIRPORT, Feature.SITE)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A stretch of a mention as it stands there.

    `hint` is the sort of place that the words around it announce. `holders` are the numbers of the names that hold it,
    the first `firm` of them in the mention itself. `holds` is a name that holds others, so that an abbreviation may
    stand for it, `county` one that may be a county's.
    """

    stretch: str
    hint: str | None = None
    holders: tuple[int, ...] = ()
    firm: int = 0
    holds: bool = True
    county: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a mention, as a name to be resolved, with the reading that found candidates for it."""

    name: Name
    variant: Variant | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What readings are judged by: the countries that the report tells, and the gazetteer."""

    clues: Clues
    gazetteer: Gazetteer


def read_piece(asked: Asked, ground: Ground, countries: Sequence[str]) -> Piece:
    """The first reading of a stretch for which there are candidates; likeness is looked for in `countries` alone."""
    variant, postings, rule = _read(asked, ground, countries)
    name = Name(
        key=key(variant.name if variant else asked.stretch),
        postings=postings,
        hint=(variant.hint if variant else None) or asked.hint,
        holders=asked.holders,
        firm=asked.firm,
        guessed=rule in LIKENESS,
    )
    return Piece(name=name, variant=variant, rule=rule)


def _read(asked: Asked, ground: Ground, countries: Sequence[str]) -> tuple[Variant | None, tuple[int, ...], str]:
    for variant in variants(asked.stretch):
        postings = _acceptable(variant, _named(variant, asked, ground.gazetteer), ground)
        if postings:
            return variant, postings, "gazetteer"
    land = land_of(key(asked.stretch), ground.gazetteer)
    if land:
        return Variant(name=asked.stretch), land, "nationality word"
    within = _within(asked.stretch, ground)
    if within:
        return *within, "site in a known place"
    last = asked.stretch.rpartition(" ")[2].lower()
    body = last in ORGANISATION and hint_of(last) is None  # "Barclays Center" is no misspelt Barclay
    return (None, (), "not in the gazetteer") if body else _alike(asked.stretch, ground.gazetteer, countries)


def _alike(stretch: str, gazetteer: Gazetteer, countries: Sequence[str]) -> tuple[Variant | None, tuple[int, ...], str]:
    for variant in variants(stretch):
        for country in countries if variant.hint not in _PLACED else ():
            postings, rule = gazetteer.find_in(key(variant.name), country)
            if postings:
                return variant, postings, rule
    return None, (), "not in the gazetteer"


def _within(stretch: str, ground: Ground) -> tuple[Variant, tuple[int, ...]] | None:
    """The region or city whose name begins that of a site or body: "Colorado State University"."""
    words = stretch.removeprefix("the ").removeprefix("The ").split()
    last = words[-1].lower() if words else ""
    if (hint_of(last) not in _PLACED and last not in ORGANISATION) or hint_of(last) == "street":
        return None
    for size in range(len(words) - 1, 0, -1):
        variant = Variant(name=" ".join(words[:size]))
        postings = _acceptable(variant, ground.gazetteer.find(key(variant.name)), ground)
        known = tuple(posting for posting in postings if _is_host(posting, variant, ground))
        known = known or (land_of(key(variant.name), ground.gazetteer) if last in ORGANISATION else ())
        if known:
            return variant, known
    return None


def _is_host(posting: int, variant: Variant, ground: Ground) -> bool:
    """Whether bodies and sites are called by such a name of such a place.

    Not by a further name of a city ("Turi" for Turin), nor by a plain word ("East", "Central"), and in a country that
    the report does not speak of by that of a metropolis alone.
    """
    index, row = ground.gazetteer.index, posting >> 1
    if not posting & 1 or is_plain(key(variant.name)) or key(variant.name) in _PLAIN_REGIONS:
        return False
    feature, people = Feature(int(index.feature[row])), int(index.population[row])
    if ground.clues.told and index.countries[index.country[row]] not in ground.clues.told:
        return feature == Feature.CITY and people >= METROPOLIS
    if feature == Feature.DISTRICT:  # "Montgomery County History Center", but no prison is in a district of its name
        return hint_of(variant.name.rpartition(" ")[2].lower()) == "district"
    return feature == Feature.REGION or (feature == Feature.CITY and people >= LARGE)


def _named(variant: Variant, asked: Asked, gazetteer: Gazetteer) -> tuple[int, ...]:
    """The postings of a name; of what holds others, also those of an abbreviation; of districts, also the bare name."""
    name = key(variant.name)
    short = gazetteer.find(short_key(name)) if asked.holds and is_abbreviation(asked.stretch) else ()
    if _INITIALS.fullmatch(asked.stretch):  # "N.Y." is New York, but "L.A." no Louisiana
        short = tuple(posting for posting in short if " " in gazetteer.index.name(posting >> 1))
    if short:
        return short
    found = gazetteer.find_holder(name) if asked.holds else gazetteer.find(name)
    districts = gazetteer.find_district(name) if asked.county and not variant.stripped else ()
    return (*found, *(posting for posting in districts if posting | 1 not in found))


def _acceptable(variant: Variant, postings: tuple[int, ...], ground: Ground) -> tuple[int, ...]:
    return tuple(
        posting
        for posting in postings
        if _may_be(variant, posting >> 1, ground) and (posting & 1 or not _is_cut_down(variant, posting >> 1, ground))
    )


def _is_cut_down(variant: Variant, row: int, ground: Ground) -> bool:
    """Whether a small town has only a word of the name, and not as its chief name: "Pleasant City" is no "Pleasant"."""
    index = ground.gazetteer.index
    return bool(variant.stripped and index.feature[row] == Feature.CITY and index.population[row] < LARGE)


def _is_homonym(feature: int, variant: Variant) -> bool:
    """Whether what lies in another country only shares its name with the sort of place told ("Safi tehsil")."""
    if feature == Feature.CITY:
        return variant.stripped or variant.hint in ("region", "district")
    return feature in _REGIONS and variant.stripped


def _may_be(variant: Variant, row: int, ground: Ground) -> bool:
    """Whether the words allow a candidate: "the X hospital" is not the village X, though it may be in the city X."""
    index, told = ground.gazetteer.index, ground.clues.told
    feature, people = index.feature[row], int(index.population[row])
    abroad = bool(told) and index.countries[index.country[row]] not in told
    known = min(KNOWN_ABROAD, ground.clues.total * KNOWN_PER_CLUE)
    if abroad and feature in _SMALL and people < known and row not in index.capitals:
        return False
    if abroad and variant.hint and _is_homonym(feature, variant):
        return False
    partial = variant.stripped and variant.hint in _PLACED
    hosts = variant.hint != "street" and feature == Feature.CITY and people >= LARGE
    return not partial or feature in _SITES or hosts
