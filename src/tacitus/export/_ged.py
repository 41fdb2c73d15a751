"""UCDP GED's 49 columns in the order of version 25.1, and one more for notes, by the rules of its codebook."""

from datetime import date
from typing import BinaryIO, Final

from tacitus.codebook import Codebook
from tacitus.export._countries import Country, country
from tacitus.export._entry import Amount, Entry, Source
from tacitus.export._ids import number
from tacitus.export._layout import Refusal, Row
from tacitus.export._notes import notes
from tacitus.export._separated import SeparatedSheet
from tacitus.export._sides import government_of
from tacitus.export._when import ged_date_prec
from tacitus.model import IncidentKind, Interval, Party, Place, PlacePrecision

GED_COLUMNS: Final = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best",
    "high", "low", "gwnoa", "gwnob", "notes",
)  # fmt: skip

_STATE_BASED, _NON_STATE, _ONE_SIDED = 1, 2, 3
_CELLS: Final = 720  # PRIO-GRID: half degrees, numbered eastward from the south-west corner
_HALF_DEGREES: Final = 2


def ged_sheet(stream: BinaryIO) -> SeparatedSheet:
    """A line of column names and a line a row."""
    return SeparatedSheet(stream, GED_COLUMNS, heads=(GED_COLUMNS,))


def ged_rows(entry: Entry, book: Codebook) -> tuple[Row, ...] | Refusal:
    """One row; none where nobody is told to have died, or it cannot be told who stood against whom."""
    if entry.killed is None or not (entry.killed.best or entry.killed.high or entry.killed.high is None):
        return Refusal(reason="no death reported")
    kind = _type_of_violence(entry, book)
    if kind is None:
        return Refusal(reason="no type of violence of UCDP's: the two sides cannot be told")
    if entry.time is None:
        return Refusal(reason="no date")
    if entry.place is None:
        return Refusal(reason="no place")
    precision = ged_date_prec(entry.time)
    if precision is None:
        return Refusal(reason="time longer than a year")
    return (
        {
            "id": number(entry.id),
            "relid": entry.id,
            "type_of_violence": kind,
            **_sides(entry, kind, book),
            **_sources(entry),
            **_where(entry.place),
            "event_clarity": 2 if entry.kind is IncidentKind.AGGREGATE else 1,
            **_when(entry.time, precision),
            **_deaths(entry.killed, kind),
            "notes": notes(entry),
        },
    )


def _type_of_violence(entry: Entry, book: Codebook) -> int | None:
    return book.ged_for(
        entry.category,
        entry.mode,
        actors=[party.sector for party in entry.actors],
        recipients=[party.sector for party in entry.recipients],
    )


def _sides(entry: Entry, kind: int, book: Codebook) -> Row:
    """A state stands first where one fights others; civilians are side B of what is done to them."""
    one, other = entry.sides
    if kind == _STATE_BASED and not _state(one, book):
        one, other = other, one
    other = _opposed(other, _state(one, book), book)
    side_a = _name(one, book)
    side_b = "Civilians" if kind == _ONE_SIDED else _name(other, book)
    dyad = f"{side_a} - {side_b}"
    return {
        # What a state-based conflict is about, UCDP's name for it, no report tells.
        "conflict_name": "" if kind == _STATE_BASED else dyad,
        "dyad_name": dyad,
        "side_a": side_a,
        "side_b": side_b,
        "gwnoa": _gw(_state(one, book)),
        "gwnob": None if kind == _ONE_SIDED else _gw(_state(other, book)),
    }


def _opposed(parties: tuple[Party, ...], own: Party | None, book: Codebook) -> tuple[Party, ...]:
    """Without those of the very state that they stand against, if anyone is left: a state is on one side only."""
    home = own.country if own else None
    others = (party for party in parties if home is None or party.country != home or not _state((party,), book))
    return tuple(others) or parties


def _state(parties: tuple[Party, ...], book: Codebook) -> Party | None:
    return next((party for party in parties if party.sector and book.sector(party.sector).state), None)


def _name(parties: tuple[Party, ...], book: Codebook) -> str:
    state = _state(parties, book)
    if state:
        return government_of(state)
    armed = (party.name for party in parties if party.sector and book.sector(party.sector).armed)
    return next(armed, parties[0].name)


def _gw(party: Party | None) -> int | None:
    found = country(party.country) if party else None
    return found.gw if found else None


def _sources(entry: Entry) -> Row:
    """Articles in UCDP's form: "Outlet,2016-11-08,Headline"."""
    outlets = tuple(dict.fromkeys(source.label for source in entry.sources))
    return {
        "number_of_sources": len(outlets),
        "source_article": tuple(dict.fromkeys(_article(source) for source in entry.sources)),
        "source_office": outlets,
        "source_date": tuple(dict.fromkeys(day.isoformat() for day in entry.published)),
        "source_headline": tuple(dict.fromkeys(source.title for source in entry.sources if source.title)),
        "source_original": entry.said_by,
    }


def _article(source: Source) -> str:
    day = source.published.isoformat() if source.published else ""
    return f'"{source.label},{day},{source.title or ""}"'


def _where(place: Place) -> Row:
    found = country(place.country)
    return {
        "where_prec": _where_prec(place, found),
        "where_coordinates": place.name,
        "where_description": place.text or place.name,
        "adm_1": place.region,
        "latitude": place.lat,
        "longitude": place.lon,
        "geom_wkt": "" if place.lat is None else f"POINT ({place.lon} {place.lat})",
        "priogrid_gid": _priogrid(place),
        "country": found.ged_name if found else "",
        "country_id": found.gw if found else None,
        "region": found.ged_region if found else "",
    }


def _where_prec(place: Place, found: Country | None) -> int:
    match place.precision:
        case PlacePrecision.COUNTRY:
            return 6
        case _ if found is None:
            return 7  # in no country: the sea or the air over it
        case PlacePrecision.EXACT:
            return 1
        case PlacePrecision.NEAR:
            return 2
    if place.region is None:
        return 5
    return 4 if place.region == place.name else 3


def _priogrid(place: Place) -> int | None:
    if place.lat is None or place.lon is None:
        return None
    row = min(int((place.lat + 90) * _HALF_DEGREES), _CELLS // 2 - 1)
    column = min(int((place.lon + 180) * _HALF_DEGREES), _CELLS - 1)
    return row * _CELLS + column + 1


def _when(time: Interval, precision: int) -> Row:
    return {
        "year": time.from_.year,
        "date_prec": precision,
        "date_start": _midnight(time.from_),
        "date_end": _midnight(time.to),
    }


def _midnight(day: date) -> str:
    return f"{day.isoformat()} 00:00:00.000"


def _deaths(killed: Amount, kind: int) -> Row:
    """Reports seldom say on which side the dead stood: unless civilians alone were attacked, they count as unknown."""
    civilians = killed.best if kind == _ONE_SIDED else 0
    return {
        "deaths_a": 0,
        "deaths_b": 0,
        "deaths_civilians": civilians,
        "deaths_unknown": killed.best - civilians,
        "best": killed.best,
        "high": max(killed.best, killed.high or 0, *(said.stated for said in killed.said)),
        "low": min(killed.best, killed.low or 0),
    }
