"""Places: what the place mentions of a report name in the world, from an index that lies on disk.

gazetteer = Gazetteer.load()
places = ground_places(report, spans, gazetteer=gazetteer)
"""

from tacitus.grounding.places._dumps import add_country_dump, add_csv
from tacitus.grounding.places._errors import (
    PlaceFileEmptyError,
    PlaceFileInvalidError,
    PlaceFileMissingError,
    PlaceIndexError,
)
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._ground import ground_places
from tacitus.grounding.places._rows import Entry, Feature
from tacitus.grounding.places._scan import find_places

__all__ = [
    "Entry",
    "Feature",
    "Gazetteer",
    "PlaceFileEmptyError",
    "PlaceFileInvalidError",
    "PlaceFileMissingError",
    "PlaceIndexError",
    "add_country_dump",
    "add_csv",
    "find_places",
    "ground_places",
]
