"""The event types and their definitions as data: PLOVER, crosswalked to ACLED, UCDP GED and CAMEO.

Five files hold everything that a researcher may want to read or change; `load_codebook` checks them and gives back
one immutable `Codebook`. A folder of one's own adds entries or overrides them (docs/codebook.md).
"""

from tacitus.codebook._crosswalk import CrosswalkRow, GedType, Sector
from tacitus.codebook._load import load_codebook
from tacitus.codebook._records import (
    AcledEventType,
    AcledSubEventType,
    CameoCode,
    Category,
    Codebook,
    Mode,
    Quad,
    Scale,
    ScaleValue,
    UnknownCodeError,
)

__all__ = [
    "AcledEventType",
    "AcledSubEventType",
    "CameoCode",
    "Category",
    "Codebook",
    "CrosswalkRow",
    "GedType",
    "Mode",
    "Quad",
    "Scale",
    "ScaleValue",
    "Sector",
    "UnknownCodeError",
    "load_codebook",
]
