"""Out to where analysts work: ACLED, UCDP GED, PLOVER, CAMEO, GeoJSON, HXL, CSV, Parquet and Excel.

    write(entries, "events.csv", to=Format.ACLED, choice=Choice(countries=("SYR",)))

Every format is a projection that loses something; what it loses stands in its notes (docs/export.md). The same entries
give the same bytes.
"""

from tacitus.export._choice import Choice
from tacitus.export._column import Column, Kind
from tacitus.export._columns import COLUMNS, row_of
from tacitus.export._countries import Country, countries
from tacitus.export._entry import Amount, Contradiction, Entry, Said, Source
from tacitus.export._formats import Format
from tacitus.export._frame import Library, frame
from tacitus.export._from_model import Telling, entry_of_event, entry_of_incident
from tacitus.export._parquet import table
from tacitus.export._separated import SeparatedSheet
from tacitus.export._write import Written, companions, write

__all__ = [
    "COLUMNS",
    "Amount",
    "Choice",
    "Column",
    "Contradiction",
    "Country",
    "Entry",
    "Format",
    "Kind",
    "Library",
    "Said",
    "SeparatedSheet",
    "Source",
    "Telling",
    "Written",
    "companions",
    "countries",
    "entry_of_event",
    "entry_of_incident",
    "frame",
    "row_of",
    "table",
    "write",
]
