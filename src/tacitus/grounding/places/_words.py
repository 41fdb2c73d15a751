"""The words around names: what sort of place they announce, directions, distances, and what stands for a place told before."""

import math
import re

from tacitus.grounding.places._rows import Feature

CITY_WORDS = frozenset(
    "town towns city cities village villages hamlet municipality municipalities settlement township locality capital commune borough "
    "port suburb kebele kebeles corregimiento canton".split()
)
REGION_WORDS = frozenset(
    "province provinces state states region regions governorate governorates oblast department departments departement "
    "prefecture emirate republic territory territories".split()
)
DISTRICT_WORDS = frozenset(
    "district districts county counties tehsil agency zone woreda payam parish subdistrict taluka thana upazila division "
    "sub-district subdivision jurisdiction union municipio".split()
)
QUARTER_WORDS = frozenset(
    "neighborhood neighborhoods neighbourhood neighbourhoods quarter quarters sector sectors colony colonia street streets road avenue "
    "square market boulevard suburb suburbs highway barrio estate roundabout intersection junction".split()
)
SITE_WORDS = frozenset(
    "camp base airport airfield crossing checkpoint checkpoints prison bridge dam hospital university college school station garrison barracks "
    "embassy consulate forest forests hill hills mountain mountains valley river island islands headquarters hotel mosque church "
    "temple cathedral building palace farm plantation volcano mall stadium theater theatre courthouse court house room refinery "
    "port factory mine club residence office offices complex compound installations ministry park zoo plaza restaurant cafe bar shrine "
    "chapel campus jail penitentiary bank newspaper clinic oilfield".split()
)
# Words that bound a place loosely and say nothing of its sort.
LOOSE_WORDS = frozenset(
    "area areas part parts section sections side zone zones locality vicinity outskirts environs surroundings front border borders "
    "downtown uptown central greater rural urban inner outer mainland coast coastal northernmost occupied besieged nearby neighboring "
    "neighbouring neighbour main local remote mountainous rebel-held government-held rebel-controlled government-controlled "
    "opposition-held held whole entire different various several many other some the a an its his her their our this that these those "
    "old new-built busy crowded poor wealthy densely populated largest biggest second-largest country's nation's provincial regional "
    "regions capital metropolitan of strategic key restive troubled volatile tribal historic ancient famous working-class jurisdictional "
    "same most major all any more beach beaches slopes grave parking lot home scene limits stretch mouth shores shore waters bank banks coastline streets nearby deep embattled conflict-ridden adjacent surrounding entrance gate gates corner top foot interior km hometown native populous two three four five six seven eight nine ten north-central south-central inter-state heartland "
    "heart center centre middle edge periphery territory soil land lands countryside".split()
)
DIRECTIONS = {
    "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0, "southwest": 225.0, "west": 270.0, "northwest": 315.0,
}  # fmt: skip
_DIRECTION = re.compile(r"^(north|south)?[-\s]?(east|west)?(?:ern|ernmost|ward|wards)?$", re.IGNORECASE)
_ABBREVIATED = {"n": "north", "s": "south", "e": "east", "w": "west", "ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest"}

# What stands for a place told before, and of which sort it was.
ANAPHORS = {
    "country": "country", "nation": "country", "homeland": "country", "nationwide": "country", "countrywide": "country", "capital": "capital",
    "city": "city", "town": "city", "village": "city", "municipality": "city", "province": "region", "state": "region", "region": "region",
    "governorate": "region", "department": "region", "district": "region", "county": "region", "area": "any", "scene": "any", "site": "any",
    "place": "any", "there": "any", "here": "any", "zone": "any", "spot": "any", "island": "any", "peninsula": "region", "territory": "region",
    "enclave": "region", "vicinity": "any", "border": "country",
}  # fmt: skip

HINTS = {
    "city": frozenset({Feature.CITY}),
    "region": frozenset({Feature.REGION, Feature.AREA, Feature.DISTRICT}),
    "district": frozenset({Feature.DISTRICT, Feature.AREA, Feature.REGION}),
    "quarter": frozenset({Feature.SITE, Feature.CITY}),
    "site": frozenset({Feature.SITE, Feature.AIRPORT, Feature.WATER, Feature.AREA}),
    "country": frozenset({Feature.COUNTRY}),
    "capital": frozenset({Feature.CITY}),
    "any": frozenset(Feature),
}
KM = {"km": 1.0, "kilometer": 1.0, "kilometre": 1.0, "kms": 1.0, "mile": 1.609, "meter": 0.001, "metre": 0.001, "m": 0.001}
NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "dozen": 12,
    "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip


def hint_of(word: str) -> str | None:
    """The sort of place that a word announces."""
    for hint, known in (("city", CITY_WORDS), ("region", REGION_WORDS), ("district", DISTRICT_WORDS), ("quarter", QUARTER_WORDS),
                        ("site", SITE_WORDS)):  # fmt: skip
        if word in known:
            return hint
    return None


def bearing_of(word: str) -> float | None:
    """Degrees clockwise from north of "eastern", "north-west", "SE"; None for any other word."""
    plain = word.lower().strip(".")
    if plain in _ABBREVIATED:
        return DIRECTIONS[_ABBREVIATED[plain]]
    found = _DIRECTION.match(plain)
    return DIRECTIONS.get((found[1] or "") + (found[2] or "")) if found else None


def moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point `km` away in a direction, on a sphere."""
    angle, way, south = km / 6371.0, math.radians(bearing), math.radians(lat)
    there = math.asin(math.sin(south) * math.cos(angle) + math.cos(south) * math.sin(angle) * math.cos(way))
    turn = math.atan2(math.sin(way) * math.sin(angle) * math.cos(south), math.cos(angle) - math.sin(south) * math.sin(there))
    return round(math.degrees(there), 4), round((lon + math.degrees(turn) + 540) % 360 - 180, 4)
