"""Events coded in CAMEO, in the 61 columns of GDELT 2.0: tab-separated, without a header.

GDELT has no column for notes, and a sixty-second would shift every column for readers by position: the notes go to
a file of their own, joined by GLOBALEVENTID. What GDELT measures on the web (tone, root event, feature id) stays empty.
"""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import BinaryIO, Final

from tacitus.codebook import Codebook
from tacitus.export._countries import country
from tacitus.export._entry import Entry
from tacitus.export._ids import number
from tacitus.export._layout import Refusal, Row
from tacitus.export._separated import SeparatedSheet
from tacitus.model import Party, Place, PlacePrecision

_ACTOR: Final = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO: Final = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

GDELT_COLUMNS: Final = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{name}" for n in (1, 2) for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip

# CAMEO's codes where they differ from ISO 3166-1 alpha-3, and its roles where they differ from our sectors; parties
# and clergy have no role there.
_COUNTRIES: Final = {"ROU": "ROM", "TLS": "TMP", "XKX": "KSV"}
_ROLES: Final = {"PRM": "UAF", "PAR": "", "REL": ""}
_COUNTRY, _US_STATE, _US_CITY, _CITY, _STATE = 1, 2, 3, 4, 5


def gdelt_sheet(stream: BinaryIO) -> SeparatedSheet:
    """A line a row, and nothing else."""
    return SeparatedSheet(stream, GDELT_COLUMNS, tab=True)


def gdelt_rows(entry: Entry, book: Codebook) -> tuple[Row, ...] | Refusal:
    """One row; none for what is undated or of a category that CAMEO does not have."""
    code = cameo_code(entry)
    if code is None:
        return Refusal(reason="category without a CAMEO code")
    if entry.time is None:
        return Refusal(reason="no date")
    first, second = entry.sides
    return (
        {
            "GLOBALEVENTID": number(entry.id),
            **_when(entry.time.from_),
            **_actor(1, first[:1]),
            **_actor(2, second[:1]),
            **_what(entry, code, book),
            "NumMentions": len(entry.sources),
            "NumSources": len({source.label for source in entry.sources}),
            "NumArticles": len({source.doc_id for source in entry.sources}),
            **_where(entry.place),
            **_whence(entry),
        },
    )


def cameo_code(entry: Entry) -> str | None:
    """The code of the first mode, in the order of the table, that the event has; else that of the category."""
    codes = _codes()
    listed = (code for (category, mode), code in codes.items() if category == entry.category and mode in entry.mode)
    return next(listed, codes.get((entry.category, "")))


@cache
def _codes() -> Mapping[tuple[str, str], str]:
    lines = files("tacitus.export").joinpath("cameo_codes.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {(row["category"], row["mode"]): row["code"] for row in rows}


def _when(day: date) -> Row:
    """The first day. `FractionDate` as in GDELT: (month * 30 + day) / 365 of the year."""
    return {
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": day.year,
        "FractionDate": round(day.year + (day.month * 30 + day.day) / 365, 4),
    }


def _actor(n: int, parties: tuple[Party, ...]) -> Row:
    if not parties:
        return {}
    (party,) = parties
    home = _COUNTRIES.get(party.country or "", party.country or "")
    sector = party.sector or ""
    role = _ROLES.get(sector, sector)
    return {
        f"Actor{n}Code": home + role,
        f"Actor{n}Name": party.name.upper(),
        f"Actor{n}CountryCode": home,
        f"Actor{n}Type1Code": role,
    }


def _what(entry: Entry, code: str, book: Codebook) -> Row:
    category = book.category(entry.category)
    return {
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": category.quad,
        "GoldsteinScale": category.score_of(entry.mode),
    }


def _where(place: Place | None) -> Row:
    if place is None:
        return {}
    found = country(place.country)
    names = (place.name, place.region, found.name if found else None)
    return {
        "ActionGeo_Type": _geo_type(place),
        "ActionGeo_FullName": ", ".join(dict.fromkeys(name for name in names if name)),
        "ActionGeo_CountryCode": found.fips if found else "",
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
    }


def _geo_type(place: Place) -> int:
    if place.precision is PlacePrecision.COUNTRY:
        return _COUNTRY
    is_us, is_area = place.country == "USA", place.precision is PlacePrecision.REGION
    return {(True, True): _US_STATE, (True, False): _US_CITY, (False, True): _STATE}.get((is_us, is_area), _CITY)


def _whence(entry: Entry) -> Row:
    """`DATEADDED` is the day of the newest report, since nothing in an export may depend on when it is made."""
    latest = next(reversed(entry.published), None)
    return {
        "DATEADDED": f"{latest:%Y%m%d}000000" if latest else None,
        "SOURCEURL": next((source.url for source in entry.sources if source.url), None),
    }
