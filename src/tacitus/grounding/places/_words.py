"""The words around names.

What sort of place they announce, directions, distances, and what stands for a place told before.
"""

import re

from tacitus.grounding.places._lists import word_list
from tacitus.grounding.places._rows import Feature

CITY_WORDS = word_list("city")
REGION_WORDS = word_list("region")
DISTRICT_WORDS = word_list("district")
QUARTER_WORDS = word_list("quarter")
SITE_WORDS = word_list("site")
# What is called by a town's name and lies anywhere; the Kirkuk road does lead to Kirkuk.
STREET_WORDS = frozenset({"avenue", "boulevard", "street", "streets"})
ORGANISATION = word_list("organisation")
# Words that bound a place loosely and say nothing of its sort.
LOOSE_WORDS = word_list("loose")
DIRECTIONS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
# What ends, and what begins, the name of a place that the gazetteer may lack: "Catawba River", "Lake Lanier".
SORTED_AFTER = word_list("sorted_after")
SORTED_BEFORE = word_list("sorted_before")
# Names of plain words that mean one place wherever they stand.
WELL_KNOWN = frozenset({"west bank", "middle east", "west coast", "east coast"})
_DIRECTION = re.compile(r"^(north|south)?[-\s]?(east|west)?(?:ern|ernmost|ward|wards)?$", re.IGNORECASE)
_ABBREVIATED = {
    "n": "north",
    "s": "south",
    "e": "east",
    "w": "west",
    "ne": "northeast",
    "nw": "northwest",
    "se": "southeast",
    "sw": "southwest",
}

# What stands for a place told before, and of which sort it was.
ANAPHORS = {
    "country": "country",
    "nation": "country",
    "homeland": "country",
    "nationwide": "country",
    "countrywide": "country",
    "capital": "capital",
    "city": "city",
    "town": "city",
    "village": "city",
    "municipality": "city",
    "province": "region",
    "state": "region",
    "region": "region",
    "governorate": "region",
    "department": "region",
    "district": "region",
    "county": "region",
    "area": "any",
    "scene": "any",
    "site": "any",
    "place": "any",
    "there": "any",
    "here": "any",
    "zone": "any",
    "spot": "any",
    "island": "any",
    "peninsula": "region",
    "territory": "region",
    "enclave": "region",
    "vicinity": "any",
    "border": "country",
}

HINTS = {
    "city": frozenset({Feature.CITY}),
    "region": frozenset({Feature.REGION, Feature.AREA, Feature.DISTRICT}),
    "district": frozenset({Feature.DISTRICT, Feature.AREA, Feature.REGION}),
    "quarter": frozenset({Feature.SITE, Feature.CITY}),
    "street": frozenset({Feature.SITE}),
    "site": frozenset({Feature.SITE, Feature.AIRPORT, Feature.WATER, Feature.AREA}),
    "country": frozenset({Feature.COUNTRY}),
    "capital": frozenset({Feature.CITY}),
    "any": frozenset(Feature),
}
KM = {
    "km": 1.0,
    "kilometer": 1.0,
    "kilometre": 1.0,
    "kms": 1.0,
    "mile": 1.609,
    "meter": 0.001,
    "metre": 0.001,
    "m": 0.001,
}
NUMBERS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "dozen": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "hundred": 100,
}


def hint_of(word: str) -> str | None:
    """The sort of place that a word announces."""
    for hint, known in (
        ("street", STREET_WORDS),
        ("city", CITY_WORDS),
        ("region", REGION_WORDS),
        ("district", DISTRICT_WORDS),
        ("quarter", QUARTER_WORDS),
        ("site", SITE_WORDS),
    ):
        if word in known:
            return hint
    return None


def is_plain(name_key: str) -> bool:
    """Whether a name is made of plain words alone ("north west", "the area"): it seldom means the towns called so."""
    return (
        all(
            word in LOOSE_WORDS or word in ANAPHORS or hint_of(word) is not None or bearing_of(word) is not None
            for word in name_key.split()
        )
        and name_key not in WELL_KNOWN
    )


def bearing_of(word: str) -> float | None:
    """Degrees clockwise from north of "eastern", "north-west", "SE"; None for any other word."""
    plain = word.lower().strip(".")
    if plain in _ABBREVIATED:
        return DIRECTIONS[_ABBREVIATED[plain]]
    found = _DIRECTION.match(plain)
    return DIRECTIONS.get((found[1] or "") + (found[2] or "")) if found else None
