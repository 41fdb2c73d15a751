"""Resolves mentions without a name by what the report told before: "the area", "the capital", "our country"."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tacitus.grounding.places._answer import Found
from tacitus.grounding.places._clues import Clues
from tacitus.grounding.places._gazetteer import Gazetteer
from tacitus.grounding.places._phrases import Phrase
from tacitus.grounding.places._rows import Feature
from tacitus.grounding.places._words import HINTS
from tacitus.model import Place, PlacePrecision, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A place name, the names in it and what they were found to be, and its place.

    `mentioned` are the spans that were asked for; other names in the text only lend them sense.
    """

    span: Span
    phrase: Phrase
    found: tuple[Found, ...]
    place: Place | None
    mentioned: bool


def point_back(told: Answer, answers: Sequence[Answer], clues: Clues, gazetteer: Gazetteer) -> Place | None:
    """The place of a mention.

    One without a name ("the area", "the country") takes that of the nearest fitting mention before it.
    """
    if told.place is not None:
        return told.place
    if told.phrase.nation and not told.phrase.pieces:
        return _of_country(
            told.span, "capital" if told.phrase.anaphor == "capital" else "country", told.phrase.nation, gazetteer
        )
    if told.phrase.anaphor is None:
        return None
    before = [other for other in answers if other.place and other.span.end <= told.span.start]
    return _back(told.span, told.phrase.anaphor, before, clues, gazetteer)


def _back(span: Span, sort: str, before: Sequence[Answer], clues: Clues, gazetteer: Gazetteer) -> Place | None:
    if sort in ("country", "capital"):
        code = clues.main or next(
            (other.place.country for other in reversed(before) if other.place and other.place.country), None
        )
        return _of_country(span, sort, code, gazetteer)
    fitting = [other for other in before if _fits(other, sort)]
    fitting = [other for other in fitting if other.mentioned] or fitting
    nearest = max(fitting, key=lambda other: other.span.start, default=None)
    if nearest is None or nearest.place is None:
        return None
    return replace(nearest.place, text=span.text, start=span.start, end=span.end, rule="told before")


def _fits(other: Answer, sort: str) -> bool:
    entry = other.found[0].entry if other.found else None
    if sort == "any":
        return entry is None or entry.feature not in (Feature.COUNTRY, Feature.WIDE)
    return entry is not None and entry.feature in HINTS[sort]


def _of_country(span: Span, sort: str, code: str | None, gazetteer: Gazetteer) -> Place | None:
    """The country that the report speaks of, or its capital."""
    country = gazetteer.country(code) if code else None
    if country is None:
        return None
    told = Place(
        text=span.text,
        start=span.start,
        end=span.end,
        name=country.name,
        country=code,
        precision=PlacePrecision.COUNTRY,
        geonames_id=country.geonames_id,
        rule="country of the report",
    )
    capital = gazetteer.capital(code) if sort == "capital" and code else None
    if capital is None:
        return told
    return replace(
        told,
        name=capital.name,
        lat=capital.lat,
        lon=capital.lon,
        region=capital.region,
        precision=PlacePrecision.EXACT,
        geonames_id=capital.geonames_id,
        rule="capital of the report's country",
    )
