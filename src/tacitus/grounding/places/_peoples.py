"""The lands that words for peoples stand for: countries, areas, and regions by the endings of their peoples' names."""

from collections.abc import Iterator

from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._names import key
from tacitus.grounding.places._nations import area_demonyms, demonyms
from tacitus.grounding.places._rows import Feature

# How the names of peoples end, and what their lands end in instead.
_PEOPLES = (
    ("ian", ("ia", "", "y", "a", "io")),
    ("n", ("",)),
    ("an", ("", "as", "o")),
    ("i", ("",)),
    ("ese", ("",)),
)
# Letters that the word for a people has more than.
MIN_PEOPLE = 4
_LANDS = (Feature.COUNTRY, Feature.REGION, Feature.AREA)


def land_of(word: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """The postings of the country or area of a nationality word."""
    if word in area_demonyms():
        return gazetteer.find(key(area_demonyms()[word]))
    row = gazetteer.country_rows().get(demonyms().get(word, ""))
    return _of_people(word, gazetteer) if row is None else (row * 2 + 1,)


def _of_people(word: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """The postings of the country, region or area that a word names the people of: "Texan", "South Ossetians"."""
    for home in _homes(word):
        found = tuple(posting for posting in gazetteer.find(home) if gazetteer.index.feature[posting >> 1] in _LANDS)
        if found:
            return found
    return ()


def _homes(word: str) -> Iterator[str]:
    """What the land of a people may be called, as keys: "texans" are of "texas", "dagestani" is of "dagestan"."""
    singular = word.removesuffix("s") if len(word) > MIN_PEOPLE else word
    for ending, lands in _PEOPLES:
        if singular.endswith(ending) and len(singular) > MIN_PEOPLE:
            stem = singular.removesuffix(ending)
            yield from (stem + land for land in lands)
