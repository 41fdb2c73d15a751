"""PLOVER 2.0: one JSON record a line, by its manual."""

from collections.abc import Mapping
from typing import BinaryIO, Final

from tacitus.codebook import Codebook
from tacitus.export._entry import Entry, Source
from tacitus.export._geojson import as_json
from tacitus.export._layout import Refusal, Row
from tacitus.export._notes import notes
from tacitus.model import IncidentKind, Party, Place, PlacePrecision, Realis

# Codes that stand in the place of a country for a party that has none.
_NO_COUNTRY: Final = {"IGO": "IGO", "NGO": "NGO"}
_COUNTRIES: Final = {"XKX": "KOS"}
_UNKNOWN: Final = "UNK"
_RESOLUTION: Final = {
    PlacePrecision.EXACT: 4,
    PlacePrecision.NEAR: 4,
    PlacePrecision.REGION: 2,
    PlacePrecision.COUNTRY: 1,
}
# The auxiliary modes, PLOVER's word for realis; it has none for what is alleged or generic.
_AUXILIARY: Final = {Realis.PLANNED: "future", Realis.HYPOTHETICAL: "hypothetical", Realis.DENIED: "negation"}
_HISTORICAL: Final = "historical"


class PloverSheet:
    """Records, one a line."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def add(self, row: Row) -> None:
        """Write one record."""
        self._stream.write(as_json(row) + b"\n")

    def close(self) -> None:
        """Nothing is left to write."""

    def discard(self) -> None:
        """Nothing is held."""


def plover_record(entry: Entry, book: Codebook) -> tuple[Row, ...] | Refusal:
    """One record; none for what is undated, since PLOVER requires a date."""
    if entry.time is None:
        return Refusal(reason="no date")
    category = book.category(entry.category)
    lasts = entry.time.to > entry.time.from_
    record = {
        "id": entry.id,
        "has_event": True,
        "date": entry.time.from_,
        "enddate": entry.time.to if lasts else None,
        "actor": [_entity(party, book) for party in entry.actors] or [{"sector": _UNKNOWN}],
        "recipient": [_entity(party, book) for party in entry.recipients],
        "event": [entry.category],
        "event_loc": _location(entry.place),
        "event_text": list(dict.fromkeys(source.trigger for source in entry.sources if source.trigger)),
        "quad_code": category.quad,
        "event_scale": category.score_of(entry.mode),
        "mode": [*entry.mode, *_auxiliary(entry)],
        "size": _stated({"dead": entry.killed and entry.killed.best, "injured": entry.injured and entry.injured.best}),
        "link": list(entry.responds_to),
        "cite_info": _citation(entry.sources),
        "coder": "tacitus",
        "comment": notes(entry),
    }
    return (_stated(record),)


def _stated(record: Mapping[str, object]) -> dict[str, object]:
    """Without what is not known."""
    return {key: value for key, value in record.items() if value not in (None, [], {})}


def _entity(party: Party, book: Codebook) -> dict[str, object]:
    sector = book.sector(party.sector) if party.sector else None
    code = _COUNTRIES.get(party.country or "", party.country) or _NO_COUNTRY.get(party.sector or "")
    return _stated(
        {
            "code": code,
            "sector": sector and sector.plover,
            "entity_text": party.text,
            "identifier_text": party.name,
        }
    )


def _location(place: Place | None) -> dict[str, object]:
    if place is None:
        return {}
    is_city = place.precision in {PlacePrecision.EXACT, PlacePrecision.NEAR}
    return _stated(
        {
            "extracted_place": place.text,
            "resolved_place": place.name,
            "geonameid": place.geonames_id,
            "lat": place.lat,
            "lon": place.lon,
            "city": place.name if is_city else None,
            "province": place.region,
            "country_code": _COUNTRIES.get(place.country or "", place.country),
            "resolution": _RESOLUTION[place.precision],
        }
    )


def _auxiliary(entry: Entry) -> list[str]:
    historical = [_HISTORICAL] if entry.kind is IncidentKind.HISTORIC else []
    return [*historical, *(_AUXILIARY[realis] for realis in (entry.realis,) if realis in _AUXILIARY)]


def _citation(sources: tuple[Source, ...]) -> dict[str, object]:
    """The report told first; the others stand in the comment."""
    first = sources[0]
    return _stated(
        {
            "citation": first.doc_id,
            "url": first.url,
            "title": first.title,
            "publication": first.name,
            "codebook": "PLOVER",
            "version": "2.0",
        }
    )
