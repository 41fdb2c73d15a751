"""Turns what was chosen for a mention's names into its place, with the precision that the words allow."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tacitus.earth import moved
from tacitus.grounding.places._clues import Clues
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._local import Neighbourhood
from tacitus.grounding.places._phrases import Phrase, Variant
from tacitus.grounding.places._rows import EXTENDED, Entry, Feature, precision_of
from tacitus.model import Place, PlacePrecision, Span

# The share of a country's towns that lie in its "eastern" part: the outermost two fifths.
PART = 0.4
COMPASS = {
    0.0: "northern",
    45.0: "northeastern",
    90.0: "eastern",
    135.0: "southeastern",
    180.0: "southern",
    225.0: "southwestern",
    270.0: "western",
    315.0: "northwestern",
}
WIDE = (Feature.COUNTRY, Feature.WIDE)
_HOLDING = (Feature.REGION, Feature.DISTRICT, Feature.AREA)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One name of a mention with the entry chosen for it, if any, and the rule that led there."""

    stretch: str
    entry: Entry | None
    variant: Variant | None
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What else a report tells of where it is: its countries, and the neighbourhood of its places."""

    clues: Clues
    local: Neighbourhood
    gazetteer: Gazetteer


def place_of(
    span: Span, phrase: Phrase, found: Sequence[Found], setting: Setting, *, beside: Sequence[Found] = ()
) -> Place | None:
    """The place of a mention.

    `found` belongs to the phrase's pieces and anchors, in their order; `beside` is what is told to hold the place
    beside the mention ("Safi tehsil" in Pakistan).
    """
    pieces, anchors = found[: len(phrase.pieces)], found[len(phrase.pieces) :]
    if not found:
        return None
    if phrase.joined and len(pieces) > 1 and all(piece.entry and piece.entry.feature in WIDE for piece in pieces):
        return _several(span, pieces)
    if pieces and pieces[0].entry:
        capital = _capital(pieces[0].entry, setting.gazetteer) if phrase.seat else None
        return _direct(span, replace(pieces[0], entry=capital) if capital else pieces[0], setting.gazetteer)
    if anchors and anchors[0].entry:
        return _beside(span, phrase, pieces, anchors[0])
    return _held(span, pieces or anchors, (*pieces, *anchors, *beside), setting)


def _capital(entry: Entry, gazetteer: Gazetteer) -> Entry | None:
    return gazetteer.capital(entry.country) if entry.feature == Feature.COUNTRY and entry.country else None


def _place(span: Span, **told: object) -> Place:
    return Place(text=span.text, start=span.start, end=span.end, **told)  # type: ignore[arg-type]


def _several(span: Span, pieces: Sequence[Found]) -> Place:
    """Two countries in one mention are no place in one country."""
    name = " and ".join(piece.entry.name for piece in pieces if piece.entry)
    return _place(span, name=name, precision=PlacePrecision.COUNTRY, rule="several countries")


def _direct(span: Span, piece: Found, gazetteer: Gazetteer) -> Place:
    entry, variant = piece.entry, piece.variant
    assert entry is not None  # noqa: S101
    if variant and variant.bearing is not None and entry.feature in (*WIDE, *EXTENDED):
        return _part(span, entry, variant.bearing, gazetteer)
    wide = entry.feature in WIDE
    return _place(
        span,
        name=entry.name,
        country=entry.country,
        region=entry.region,
        geonames_id=entry.geonames_id,
        lat=None if wide else entry.lat,
        lon=None if wide else entry.lon,
        precision=precision_of(entry.feature),
        rule=piece.rule,
    )


def _part(span: Span, entry: Entry, bearing: float, gazetteer: Gazetteer) -> Place:
    """The "eastern" part of a country or region: the middle of its easternmost towns."""
    lat, lon = part_point(entry, bearing, gazetteer)
    name = f"{COMPASS[bearing]} {entry.name}"
    return _place(
        span,
        name=name,
        country=entry.country,
        region=entry.region,
        lat=lat,
        lon=lon,
        precision=PlacePrecision.REGION,
        rule="part of a region",
    )


def part_point(entry: Entry, bearing: float, gazetteer: Gazetteer) -> tuple[float | None, float | None]:
    """The middle of those towns of a country or region that lie outermost in a direction; of others, its own point."""
    index = gazetteer.index
    if entry.feature not in (Feature.COUNTRY, Feature.REGION) or not entry.country:
        return (None, None) if entry.feature == Feature.WIDE else (entry.lat, entry.lon)
    rows = index.slice_of(entry.country)
    inside = np.asarray(index.feature[rows] == Feature.CITY)
    if entry.feature == Feature.REGION:
        inside = inside & np.asarray(index.region[rows] == index.region[entry.row])
    lat, lon = np.asarray(index.lat[rows], dtype=float)[inside], np.asarray(index.lon[rows], dtype=float)[inside]
    if not len(lat):
        return entry.lat, entry.lon
    way = np.radians(bearing)
    out = (lat - lat.mean()) * np.cos(way) + (lon - lon.mean()) * np.cos(np.radians(lat.mean())) * np.sin(way)
    far = out >= np.quantile(out, 1 - PART)
    return round(float(np.median(lat[far])), 3), round(float(np.median(lon[far])), 3)


def _beside(span: Span, phrase: Phrase, pieces: Sequence[Found], anchor: Found) -> Place:
    """Near a known place, or a stated way off it."""
    entry = anchor.entry
    assert entry is not None  # noqa: S101
    name = pieces[0].stretch if pieces else entry.name
    if entry.feature in (*WIDE, Feature.LINE):
        return _place(
            span,
            name=name,
            country=None if not pieces else entry.country,
            precision=PlacePrecision.REGION,
            rule="near a country",
        )
    lat, lon = entry.point
    if phrase.km and phrase.bearing is not None:
        lat, lon = moved(entry.point, phrase.km, phrase.bearing)
    return _place(
        span,
        name=name,
        country=entry.country,
        region=entry.region,
        lat=lat,
        lon=lon,
        precision=PlacePrecision.NEAR,
        rule="distance from a place" if phrase.km else "near a place",
    )


def _held(span: Span, pieces: Sequence[Found], every: Sequence[Found], setting: Setting) -> Place:
    """A place that is not found.

    At the city that the words put it in, else in the region that they put it in, else beside the report's other
    places, else only named.
    """
    clues, own = setting.clues, pieces[0]
    holder = next((piece.entry for piece in every[1:] if piece.entry), None)
    name = tidy(own)
    if holder and holder.feature in (Feature.CITY, Feature.SITE):
        return _place(
            span,
            name=f"{name}, {holder.name}",
            country=holder.country,
            region=holder.region,
            lat=holder.lat,
            lon=holder.lon,
            precision=PlacePrecision.EXACT,
            rule="site in a known place",
        )
    if holder:
        return _in_region(span, name, holder, setting.local)
    beside = setting.local.beside(span, clues.main)
    if beside:
        return _at(span, name, beside, "not in the gazetteer; beside the report's other places")
    return _place(
        span,
        name=name,
        country=clues.main,
        rule="not in the gazetteer; country from the report" if clues.main else "not in the gazetteer",
    )


def _in_region(span: Span, name: str, holder: Entry, local: Neighbourhood) -> Place:
    """A place of which a known region or country is told: beside what else is told there, else in its middle."""
    rule = "not in the gazetteer; held by a known region"
    beside = local.beside(span, holder.country)
    if beside and (holder.feature == Feature.COUNTRY or (holder.region and beside.region == holder.region)):
        return _at(span, name, beside, rule)
    if holder.feature in _HOLDING:
        return _at(span, name, holder, rule)
    region = holder.region or (holder.name if holder.feature in EXTENDED else None)
    return _place(span, name=name, country=holder.country, region=region, rule=rule)


def _at(span: Span, name: str, entry: Entry, rule: str) -> Place:
    """At another entry's point, as closely as a region locates."""
    return _place(
        span,
        name=name,
        country=entry.country,
        region=entry.region or (entry.name if entry.feature in EXTENDED else None),
        lat=entry.lat,
        lon=entry.lon,
        precision=PlacePrecision.REGION,
        rule=rule,
    )


def tidy(found: Found) -> str:
    """The name without its leading article."""
    words = found.stretch.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an") else words)
