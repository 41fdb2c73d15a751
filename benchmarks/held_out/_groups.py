"""To which source type, world region and decade a report belongs, going by its gold events and its id alone."""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.held_out._documents import Document
from tacitus.analysis.agreement import Value

NOWHERE = "no country told"
UNDATED = "no date told"


def _toml(name: str) -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


_REGIONS = {code: region for region, codes in _toml("regions.toml").items() for code in codes.split()}
_SOURCES = [(source["name"], tuple(source["ids"])) for source in _toml("sources.toml")["source"]]


def source_type(doc_id: str) -> str:
    """The kind of text, by the beginning of its id."""
    return next(name for name, beginnings in _SOURCES if doc_id.startswith(beginnings))


def region_of_country(code: str) -> str:
    """The world region of an ISO 3166-1 alpha-3 code."""
    return _REGIONS[code]


def region(document: Document) -> str:
    """The region of most of the places told, of the parties where no place is; of equals the first by name."""
    for countries in (_countries_of_places, _countries_of_parties):
        told = Counter(region_of_country(code) for event in document.gold for code in countries(event))
        if told:
            return min(told, key=lambda name: (-told[name], name))
    return NOWHERE


def decade(document: Document) -> str:
    """`1990s`: of the publication; where that is unknown, of the latest day told."""
    days = [event["time"]["to"] for event in document.gold if (event.get("time") or {}).get("to")]
    latest = document.published or max(days, default=None)
    return f"{latest[:3]}0s" if latest else UNDATED


def _countries_of_places(event: Value) -> Iterator[str]:
    if code := (event.get("place") or {}).get("country"):
        yield code


def _countries_of_parties(event: Value) -> Iterator[str]:
    for party in (*(event.get("actors") or ()), *(event.get("recipients") or ())):
        if code := party.get("country"):
            yield code
